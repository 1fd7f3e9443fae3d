// `npm start`: builds the add-in and the workbench, keeps them built while sources change, and serves both.
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import webpack from "webpack";
import type { Configuration, MultiCompiler } from "webpack";
import WebpackDevServer from "webpack-dev-server";
import { certificate } from "./certificate";
import { choosePort, readStartOptions } from "./options";
import { routes } from "./routes";
import type { ReadBuilt } from "./routes";

async function start(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2));
  const { port, notice } = await choosePort(options.port);
  if (notice !== undefined) console.log(notice);
  const compiler = webpack(
    configurations().map((configuration): Configuration => ({
      ...configuration,
      stats: "errors-warnings",
      infrastructureLogging: { level: "warn" },
    })),
  );
  const site = `https://localhost:${port}/`;
  const { file } = options;
  const url = file === undefined ? site : `${site}?open=${encodeURIComponent(basename(file))}`;
  const server = new WebpackDevServer(
    {
      port,
      host: "localhost",
      server: { type: "https", options: { ...(await certificate()) } },
      // Pages get no client of the development server: the add-in runs as it ships, and opens no connection.
      client: false,
      hot: false,
      liveReload: false,
      webSocketServer: false,
      static: false,
      open: options.open && hasScreen() ? url : false,
      setupMiddlewares: (middlewares) => [
        routes(readMemory(compiler, built(compiler)), file),
        ...middlewares,
      ],
    },
    compiler,
  );
  console.log("Building the add-in and the workbench (half a minute) …");
  await server.start();
  await new Promise((printed) => server.middleware?.waitUntilValid(printed));
  console.log(
    `\nThe workbench is at ${url} (Ctrl+C ends it). Its certificate was made on this machine, so the browser ` +
      `warns once that the connection is not private: choose "Advanced", then "Continue to localhost".`,
  );
}

/** Both builds, the add-in and the workbench, for development. */
function configurations(): Configuration[] {
  const make = createRequire(__filename)("../../../webpack.config.js") as (
    environment: undefined,
    options: { mode: "development" },
  ) => Configuration[];
  return make(undefined, { mode: "development" });
}

/** Resolves after the first build, whether it succeeded or its errors were printed. */
function built(compiler: MultiCompiler): Promise<void> {
  return new Promise((done) => compiler.hooks.done.tap("workbench", () => done()));
}

/** The builds live in memory; each configuration has a folder of its own there. */
function readMemory(compiler: MultiCompiler, ready: Promise<void>): ReadBuilt {
  return async (path) => {
    await ready;
    for (const { outputPath, outputFileSystem } of compiler.compilers) {
      const content = await new Promise<Buffer | undefined>((found) => {
        if (!outputFileSystem) return found(undefined);
        outputFileSystem.readFile(resolve(outputPath, path), (error, data) =>
          found(error || data === undefined ? undefined : Buffer.from(data)),
        );
      });
      if (content) return content;
    }
    return undefined;
  };
}

function hasScreen(): boolean {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

start().catch((error: unknown) => {
  console.error(`The workbench could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
