import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const shared = ["webpack.config.js", "package-lock.json"];

/**
 * Before the browser tests: builds the add-in (`dist/`, as it ships) and the workbench (`build/workbench`), each only
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
    execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit", shell: true });
  }
  if (older("build/workbench/index.html", ["src/workbench", ...shared])) {
    const webpack = join(root, "node_modules/webpack/bin/webpack.js");
    const options = ["--mode", "production", "--config-name", "workbench", "--stats", "errors-only"];
    execFileSync(process.execPath, [webpack, ...options], { cwd: root, stdio: "inherit" });
  }
}

function older(result: string, sources: string[]): boolean {
  const made = changed(join(root, result));
  return made === 0 || sources.some((source) => newest(join(root, source)) > made);
}

function newest(path: string): number {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return changed(path);
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function changed(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
