import { statSync } from "node:fs";
import { createServer } from "node:net";
import { parseArgs } from "node:util";

/** The port that the manifest names. */
export const MANIFEST_PORT = 3000;
/** The number of ports to try if none was asked for. */
const TRIED = 20;

/** The options of `npm start`. */
interface StartOptions {
  /** The port to use; absent: the manifest's, or the next free one. */
  port?: number;
  /** Whether a browser is opened. */
  open: boolean;
  /** The file of a report of "Test this Excel": the workbench behaves as that Excel. */
  profile?: string;
  /** The path of a workbook to open at the start. */
  file?: string;
}

/**
 * Reads the words after `npm start --`, such as `["figures.xlsx", "--port", "3000", "--no-open"]`. Throws an error
 * with a sentence for an unknown word, an invalid port or a missing file.
 */
export function readStartOptions(words: readonly string[]): StartOptions {
  const { values, positionals } = explained(
    "npm start knows FILE.xlsx, --port NUMBER, --no-open and --profile REPORT.json only.",
    () =>
      parseArgs({
        args: [...words],
        allowPositionals: true,
        options: { port: { type: "string" }, "no-open": { type: "boolean" }, profile: { type: "string" } },
      }),
  );
  return {
    open: values["no-open"] !== true,
    ...(values.port === undefined ? {} : { port: portOf(values.port) }),
    ...(values.profile === undefined ? {} : { profile: values.profile }),
    ...fileIn(positionals),
  };
}

function fileIn([file, ...more]: readonly string[]): Pick<StartOptions, "file"> {
  if (file === undefined) return {};
  if (more.length > 0) throw new Error(`npm start opens one workbook: leave out ${more.join(" ")}.`);
  if (!/\.xls[xm]$/i.test(file)) throw new Error(`${file} is no workbook: npm start opens .xlsx files.`);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Error(`There is no file ${file}.`);
  return { file };
}

/**
 * Reads the words of a command that takes only a port, such as `["--port", "3100"]`.
 * @param command for the error: `npm run serve:dist`
 * @returns the port; undefined without one
 * @throws an error with a sentence for an unknown word or an invalid port
 */
export function readPort(command: string, words: readonly string[]): number | undefined {
  const { values } = explained(`${command} knows --port NUMBER only.`, () =>
    parseArgs({ args: [...words], options: { port: { type: "string" } } }),
  );
  return values.port === undefined ? undefined : portOf(values.port);
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Error(`--port ${text} is no port: it takes a number from 1 to 65535.`);
  }
  return port;
}

function explained<Read>(known: string, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    throw new Error(`${known} ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A port, and what to say about it. */
interface Place {
  port: number;
  notice?: string;
}

/**
 * The port asked for, else the manifest's, or the next free one. A port that was asked for is needed by somebody: if
 * it is taken, the error says so and nothing else is tried.
 */
export async function choosePort(
  wanted: number | undefined,
  isFree: (port: number) => Promise<boolean> = probe,
): Promise<Place> {
  if (wanted !== undefined) {
    if (await isFree(wanted)) return { port: wanted, ...(wanted === MANIFEST_PORT ? {} : elsewhere(wanted)) };
    throw new Error(
      `The port ${wanted} is taken by another program. End it, or leave --port out to use another; ` +
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

/** Whether a port of this machine is free. */
function probe(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer();
    server.once("error", () => answer(false));
    server.listen(port, "localhost", () => server.close(() => answer(true)));
  });
}
