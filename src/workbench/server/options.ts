import { statSync } from "node:fs";
import { createServer } from "node:net";
import { parseArgs } from "node:util";

/** The port that the manifest names. */
const MANIFEST_PORT = 3000;
/** How many ports are tried where none was asked for. */
const TRIED = 20;

/** What `npm start` was asked for. */
export interface StartOptions {
  /** The port that must be used; left out: the manifest's, or the next that is free. */
  port?: number;
  /** Whether a browser is opened. */
  open: boolean;
  /** Path of a workbook that the page opens at its start. */
  file?: string;
}

/**
 * Reads the words after `npm start --`, such as `["figures.xlsx", "--port", "3000", "--no-open"]`. Throws an error with a sentence for
 * people when a word or the port is none, or there is no such file.
 */
export function readStartOptions(words: readonly string[]): StartOptions {
  const { values, positionals } = parse(words);
  const open = values["no-open"] !== true;
  const file = fileIn(positionals);
  if (values.port === undefined) return { open, ...file };
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port < 1 || port > 65_535) {
    throw new Error(`--port ${values.port} is no port: it takes a number from 1 to 65535.`);
  }
  return { open, port, ...file };
}

function fileIn([file, ...more]: readonly string[]): Pick<StartOptions, "file"> {
  if (file === undefined) return {};
  if (more.length > 0) throw new Error(`npm start opens one workbook: leave out ${more.join(" ")}.`);
  if (!/\.xls[xm]$/i.test(file)) throw new Error(`${file} is no workbook: npm start opens .xlsx files.`);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Error(`There is no file ${file}.`);
  return { file };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { port: { type: "string" }, "no-open": { type: "boolean" } },
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`npm start knows FILE.xlsx, --port NUMBER and --no-open only. ${why}`);
  }
}

/** The port to serve at, and what to say of it. */
export interface Place {
  port: number;
  notice?: string;
}

/**
 * The port that was asked for, or the manifest's, or the next that is free. A port that was asked for is one that somebody
 * relies on: when it is taken nothing else is served in its place, and the error says so.
 */
export async function choosePort(
  asked: number | undefined,
  isFree: (port: number) => Promise<boolean> = probe,
): Promise<Place> {
  if (asked !== undefined) {
    if (await isFree(asked)) return { port: asked, ...(asked === MANIFEST_PORT ? {} : elsewhere(asked)) };
    throw new Error(
      `The port ${asked} is taken by another program. End it, or leave --port out to use another; ` +
        `Excel finds a sideloaded add-in only at ${MANIFEST_PORT}, the port that manifest.xml names.`,
    );
  }
  for (let port = MANIFEST_PORT; port < MANIFEST_PORT + TRIED; port++) {
    if (await isFree(port)) return { port, ...(port === MANIFEST_PORT ? {} : elsewhere(port)) };
  }
  throw new Error(
    `The ports ${MANIFEST_PORT} to ${MANIFEST_PORT + TRIED - 1} are all taken; end one of the programs that use them.`,
  );
}

const elsewhere = (port: number) => ({
  notice:
    `Serving at port ${port}. The workbench works there; an add-in sideloaded into Excel does not, because ` +
    `manifest.xml names port ${MANIFEST_PORT}.`,
});

/** Whether nothing listens at a port of this machine. */
function probe(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer();
    server.once("error", () => answer(false));
    server.listen(port, "localhost", () => server.close(() => answer(true)));
  });
}
