import { execFileSync } from "node:child_process";
import { readdirSync, statSync, utimesSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const shared = ["webpack.config.js", "package-lock.json", ".ci", "README.md", "README.zh-CN.md"];

/**
 * Before the browser tests, and as `npm run bundles`: builds the add-in (`dist/`, as it ships) and the workbench (`build/workbench`), each only
 * when one of its sources is newer than what was built last.
 */
export default function build(): void {
  const addin = [
    "data",
    "dataset",
    "functions",
    "userTables",
    "workbook",
    "sheets",
    "review",
    "excel",
    "taskpane",
    "commands",
  ];
  if (
    older("dist/taskpane.html", [...addin.map((name) => `src/${name}`), "assets", "manifest.xml", ...shared])
  ) {
    execFileSync("npm", ["run", "--silent", "build", "--", "--stats", "errors-only"], {
      cwd: root,
      stdio: "inherit",
      shell: true,
    });
    made("dist/taskpane.html");
  }
  if (older("build/workbench/index.html", ["src/workbench", ...shared])) {
    const webpack = join(root, "node_modules/webpack/bin/webpack.js");
    const options = ["--mode", "production", "--config-name", "workbench", "--stats", "errors-only"];
    execFileSync(process.execPath, [webpack, ...options], { cwd: root, stdio: "inherit" });
    made("build/workbench/index.html");
  }
}

/** webpack leaves a file alone whose content stays the same, and with it the time by which it is judged the next time. */
function made(result: string): void {
  utimesSync(join(root, result), new Date(), new Date());
}

function older(result: string, sources: string[]): boolean {
  const since = changed(join(root, result));
  return since === 0 || sources.some((source) => newest(join(root, source)) > since);
}

function newest(path: string): number {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return changed(path);
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function changed(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

if (require.main === module) build();
