import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, statSync, utimesSync } from "node:fs";
import { join, resolve } from "node:path";
import { compile } from "../compile";

const root = resolve(__dirname, "../..");
const shared = ["webpack.config.js", "package-lock.json", ".ci", "README.md", "README.zh-CN.md"];

/** Where `src/excel` stands as one script for tests (`excel.js`). */
export const productFolder = join(root, "build/product");

/**
 * Before the browser tests, and as `npm run bundles`: builds the add-in (`dist/`, as it ships), the workbench (`build/workbench`) and
 * the actions without the pane (`build/product`), each only when one of its sources is newer than what was built last.
 */
export default async function build(): Promise<void> {
  const rooms = ["data", "dataset", "functions", "userTables", "workbook", "sheets", "review", "excel"];
  const product = rooms.map((name) => `src/${name}`);
  const addin = [...product, "src/selfTest", "src/taskpane", "src/commands", "assets", "manifest.xml"];
  const builds: Promise<void>[] = [];
  const webpack = (configuration: string, result: string): void => {
    const build = `npx webpack --mode production --config-name ${configuration} --stats errors-only`;
    builds.push(run(build).then(() => made(result)));
  };
  const isAddinOld = older("dist/taskpane.html", [...addin, ...shared]);
  if (isAddinOld) {
    await run("npm run --silent data");
    webpack("addin", "dist/taskpane.html");
  }
  if (older("build/workbench/index.html", ["src/workbench", ...shared]))
    webpack("workbench", "build/workbench/index.html");
  await Promise.all(builds);
  if (older("build/product/excel.js", [...product, ...shared])) {
    await compile({
      context: root,
      entry: { excel: "./src/excel/index.ts" },
      optimization: { minimize: false },
      output: { path: productFolder, filename: "[name].js", library: { type: "var", name: "ecomExcel" } },
    });
    made("build/product/excel.js");
  }
}

/** Runs a command in a process of its own; throws when it fails. */
async function run(command: string): Promise<void> {
  const running = spawn(command, { cwd: root, stdio: "inherit", shell: true });
  const [code] = (await once(running, "exit")) as [number | null];
  if (code !== 0) throw new Error(`It failed: ${command}`);
}

/**
 * Sets the file's time, by which the next run compares it: webpack does not write a file again whose content is the
 * same.
 */
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

if (require.main === module) void build();
