// `npm start`: builds the add-in and the workbench, rebuilds them when sources change, and serves both.
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import webpack from "webpack";
import type { Configuration, MultiCompiler } from "webpack";
import { choosePort, readStartOptions } from "./options";
import { readReportFile, withReport } from "./reportFile";
import { readFolders, routes } from "./routes";
import type { ReadBuilt } from "./routes";
import { listen } from "./serve";

/** The folder of development builds: never `dist`, which is the product. */
const folder = resolve("build/start");

/** Builds and serves the add-in and the workbench, and opens the page. */
async function start(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2));
  const report = options.profile === undefined ? undefined : readReportFile(options.profile);
  const { port, notice } = await choosePort(options.port);
  if (notice !== undefined) console.log(notice);
  console.log("Building the add-in and the workbench (half a minute) …");
  const configured = configurations();
  const settled = keepBuilt(webpack(configured));
  const read = readFolders(...configured.map(({ output }) => output?.path ?? folder));
  const { file } = options;
  const { url: site } = await listen(routes(withReport(whenBuilt(read, settled), report), file), port);
  const query = new URLSearchParams({
    ...(file === undefined ? {} : { open: basename(file) }),
    ...(report === undefined ? {} : { profile: "report" }),
  });
  const url = query.size > 0 ? `${site}?${query}` : site;
  await settled();
  console.log(
    `\nThe workbench is at ${url} (Ctrl+C ends it). Its certificate was made on this machine, so the browser ` +
      `warns once that the connection is not private: choose "Advanced", then "Continue to localhost".`,
  );
  if (options.open && hasScreen()) await (await import("open")).default(url);
}

/** The development builds of add-in and workbench, in folders of their own. */
function configurations(): Configuration[] {
  const make = createRequire(__filename)("../../../webpack.config.js") as (
    environment: undefined,
    options: { mode: "development" },
  ) => Configuration[];
  return make(undefined, { mode: "development" }).map((configuration) => ({
    ...configuration,
    output: { ...configuration.output, path: resolve(folder, configuration.name ?? "") },
    infrastructureLogging: { level: "warn" },
  }));
}

/**
 * Builds now and after every change, and prints errors and warnings.
 * @returns waits until no build is running; failed ones have printed their errors
 */
function keepBuilt(compiler: MultiCompiler): () => Promise<void> {
  let release: (() => void) | undefined;
  let settled: Promise<void>;
  const begin = () => {
    if (!release) settled = new Promise((settle) => (release = settle));
  };
  begin();
  compiler.hooks.invalid.tap("start", begin);
  compiler.watch({}, (error, stats) => {
    if (error) console.error(error.message);
    else if (stats?.hasErrors() || stats?.hasWarnings())
      console.error(stats.toString({ preset: "errors-warnings", colors: process.stderr.isTTY }));
    release?.();
    release = undefined;
  });
  return () => settled;
}

/** Waits for a running build before reading a file. */
const whenBuilt =
  (read: ReadBuilt, settled: () => Promise<void>): ReadBuilt =>
  async (path) => {
    await settled();
    return read(path);
  };

function hasScreen(): boolean {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

start().catch((error: unknown) => {
  console.error(`The workbench could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
