import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { built } from "../built";
import { addins, closeHost, host } from "./host";
import { raceOf } from "./measure";
import { kilobytes, milliseconds, times, type Benchmark } from "./report";

const root = resolve(__dirname, "../..");
const peer = join(root, ".cache/bench/peer");
/** Each turn opens a page with nothing cached. */
const ROUNDS = 7;

const officeJs = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const page = (...scripts: string[]) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>Functions</title>${[officeJs, ...scripts]
    .map((src) => `<script src="${src}"></script>`)
    .join("")}</head><body></body></html>\n`;

/**
 * Builds the peer from Microsoft's published packages: the standard set-up of a custom functions project, with one function.
 * @returns why it could not be built, or undefined
 */
function buildPeer(): string | undefined {
  mkdirSync(peer, { recursive: true });
  cpSync(join(root, "test/bench/peer"), peer, { recursive: true });
  const npm = (...args: string[]) =>
    execFileSync("npm", args, {
      cwd: peer,
      stdio: ["ignore", "ignore", "pipe"],
      shell: process.platform === "win32",
    });
  try {
    if (!existsSync(join(peer, "node_modules/webpack")))
      npm("install", "--no-audit", "--no-fund", "--no-save");
    npm("run", "build");
    return undefined;
  } catch (error) {
    return `the peer's packages could not be installed or built (${String(error).split("\n")[0]})`;
  }
}

/** Lays out the three add-ins that are opened in turn. */
function layOut(): void {
  rmSync(addins, { recursive: true, force: true });
  cpSync(join(peer, "dist"), join(addins, "template"), { recursive: true });
  cpSync(join(root, "test/browser/fixtures/probe/manifest.xml"), join(addins, "template/manifest.xml"));
  for (const name of ["functions", "whole"])
    cpSync(join(root, "dist"), join(addins, name), { recursive: true });
  writeFileSync(join(addins, "template/taskpane.html"), page("polyfill.js", "functions.js"));
  writeFileSync(join(addins, "functions/taskpane.html"), page("functions.js"));
}

const scripts: Readonly<Record<string, () => readonly string[]>> = {
  template: () => ["polyfill.js", "functions.js"].map((file) => join(addins, "template", file)),
  functions: () => [join(addins, "functions", "functions.js")],
  whole: () =>
    ["functions.js", "details.js", "taskpane.js"].map((file) => built(file, join(addins, "whole"))),
};
const formulas: Readonly<Record<string, string>> = {
  template: "=PROBE.ADD(1,2)",
  functions: '=ECOM.GROWTH("digital")',
  whole: '=ECOM.GROWTH("digital")',
};

function bytes(name: string): { raw: number; packed: number } {
  const files = (scripts[name]?.() ?? []).map((file) => readFileSync(file));
  return {
    raw: files.reduce((sum, file) => sum + file.length, 0),
    packed: files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
  };
}

/** Opens an add-in with nothing cached and enters one formula as soon as it takes calls. */
async function turn(name: string): Promise<{ first: number; took: number }> {
  const hosted = await host(name);
  await hosted.addin.evaluate(
    (formula) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange("A1").formulas = [[formula]];
        await context.sync();
      }),
    formulas[name] ?? "",
  );
  await hosted.page.evaluate(() => window.workbench!.host.idle());
  const { calls, first, total } = await hosted.addin.evaluate(() => window.spent);
  if (calls !== 1) throw new Error(`${name}: ${calls} calls for one formula.`);
  await hosted.close();
  return { first, took: total };
}

export const benchmark: Benchmark = async ({ rounds }) => {
  const why = buildPeer();
  if (why !== undefined) return { leftOut: why };
  layOut();
  const taken = await raceOf(
    {
      template: () => turn("template"),
      functions: () => turn("functions"),
      whole: () => turn("whole"),
    },
    Math.min(rounds, ROUNDS),
  );
  await closeHost();
  const names: Readonly<Record<keyof typeof taken, string>> = {
    template: "Microsoft's standard set-up, one function that adds",
    functions: "ours: thirteen functions and all figures",
    whole: "ours as it ships, with the pane",
  };
  const base = bytes("template").packed;
  return {
    title: "Loading the functions",
    body: [
      "The bundle that Excel loads for custom functions, beside one made from Microsoft's published packages with the standard " +
        "set-up of its custom functions projects (webpack, Babel, core-js and regenerator as polyfills, " +
        "custom-functions-metadata-plugin) and a single function that adds two numbers. Each turn is a fresh browser context " +
        "with nothing cached, the files from this machine. “First result” is from the frame's navigation, Office.js and " +
        "its handshake included, to the first answer of a function to a cell; “first call” is the time inside the function.",
      {
        head: ["", "bytes", "gzipped", "to the template", "first result", "to the template", "first call"],
        rows: (Object.keys(names) as (keyof typeof taken)[]).map((name) => {
          const { raw, packed } = bytes(name);
          const { first, took } = taken[name];
          return [
            names[name],
            kilobytes(raw),
            kilobytes(packed),
            times(packed / base),
            milliseconds(first),
            times(first / taken.template.first),
            milliseconds(took),
          ];
        }),
      },
    ],
  };
};
