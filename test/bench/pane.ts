import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { serve } from "../../src/workbench/server/serve";
import { openBrowser, openServer } from "../browser/browser";
import { built } from "../built";
import { raceOf } from "./measure";
import type { Effort } from "./measure";
import { kilobytes, milliseconds, times } from "./report";
import type { Benchmark } from "./report";

const folder = resolve("build/bench/pane");
const site = join(folder, "site");
/** What the template's package.json names, as far as its page loads it. */
const packages = [
  "core-js@3.51.0",
  "regenerator-runtime@0.14.1",
  "@fluentui/react-components@9.74.11",
  "@fluentui/react-icons@2.0.344",
  "react@18.3.1",
  "react-dom@18.3.1",
];

/** What is read before the first paint of ours, and after it. */
const firstFiles = () => ["dist/taskpane.html", ...["taskpane.css", "first.js"].map((file) => built(file))];
const laterFiles = () =>
  ["functions.js", "details.js", "taskpane.js", "workbook.js"].map((file) => built(file));

/** By what factor the browser's processor is slowed down. */
const SLOWDOWN = 4;

/** The pane's first useful paint beside one built from the packages of Microsoft's React template for task panes. */
export const benchmark: Benchmark = async (effort: Effort) => {
  try {
    buildPeer();
  } catch (error) {
    return { leftOut: `the peer's packages could not be installed (${String(error).split("\n")[0]})` };
  }
  const ours = await openServer();
  const peer = await serve({ addin: site, workbench: site });
  const rounds = effort.rounds > 10 ? 7 : 2;
  const measured = await raceOf(
    {
      ours: () => firstPaint(`${ours.url}taskpane.html`, ".tile"),
      peer: () => firstPaint(`${peer.url}taskpane.html`, "button"),
    },
    rounds,
  );
  await peer.close();
  const bytes = {
    first: gzipped(firstFiles()),
    ours: gzipped([...firstFiles(), ...laterFiles()]),
    peer: gzipped(["taskpane.html", "polyfill.js", "taskpane.js"].map((file) => join(site, file))),
    pane: gzipped([built("taskpane.js")]),
    controller: gzipped([built("workbook.js")]),
    bare: gzipped([join(site, "taskpane.js")]),
  };
  return {
    title: "The pane beside Microsoft's React template",
    body: [
      `From the request of the page, with the processor slowed down ${SLOWDOWN} times and Office.js served from this ` +
        "machine to both. Ours: the key figures, to be read from the page itself, then to be pressed once the scripts, " +
        "with all data and functions, have come. The peer: the template's heading, list, field and button from its own " +
        "packages, with its polyfills, but without its wait for Office: what it shows can be pressed at once.",
      {
        head: ["", "ours", "template", "ours / template"],
        rows: [
          [
            "page, code and styles, gzipped",
            kilobytes(bytes.ours),
            kilobytes(bytes.peer),
            times(bytes.ours / bytes.peer),
          ],
          [
            "of them before the first useful paint",
            kilobytes(bytes.first),
            kilobytes(bytes.peer),
            times(bytes.first / bytes.peer),
          ],
          [
            "of them the pane's own code: every view, both languages",
            kilobytes(bytes.pane),
            kilobytes(bytes.bare),
            times(bytes.pane / bytes.bare),
          ],
          [
            "of them what reads and writes the workbook, for pane and ribbon",
            kilobytes(bytes.controller),
            "–",
            "–",
          ],
          [
            "first useful paint",
            milliseconds(measured.ours.shown),
            milliseconds(measured.peer.shown),
            times(measured.ours.shown / measured.peer.shown),
          ],
          [
            "until a press is answered",
            milliseconds(measured.ours.usable),
            milliseconds(measured.peer.usable),
            times(measured.ours.usable / measured.peer.usable),
          ],
        ],
      },
    ],
  };
};

/** Installs the peer's packages beside it and builds it as the template does: webpack, production. Once. */
function buildPeer(): void {
  if (existsSync(join(site, "taskpane.js"))) return;
  mkdirSync(site, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...packages], {
    cwd: folder,
    stdio: "pipe",
    shell: process.platform === "win32",
  });
  copyFileSync(resolve("test/bench/peer-pane/pane.tsx"), join(folder, "pane.tsx"));
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: { jsx: "react-jsx", module: "esnext", target: "es2022", moduleResolution: "bundler" },
    }),
  );
  writeFileSync(
    join(folder, "webpack.config.js"),
    `module.exports = {
  mode: "production",
  entry: { polyfill: ["core-js/stable", "regenerator-runtime/runtime"], taskpane: "./pane.tsx" },
  output: { path: ${JSON.stringify(site)} },
  resolve: { extensions: [".tsx", ".ts", ".js"] },
  module: { rules: [{ test: /\\.tsx$/, use: { loader: ${JSON.stringify(require.resolve("ts-loader"))}, options: { transpileOnly: true } } }] },
};
`,
  );
  execFileSync(process.execPath, [resolve("node_modules/webpack/bin/webpack.js")], {
    cwd: folder,
    stdio: "pipe",
  });
  writeFileSync(
    join(site, "taskpane.html"),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Peer</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script defer src="polyfill.js"></script><script defer src="taskpane.js"></script></head><body><div id="container"></div></body></html>`,
  );
}

const gzipped = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);

/** Milliseconds from the request until the element is painted, and until one is that is not inert any more. */
async function firstPaint(url: string, selector: string): Promise<{ shown: number; usable: number }> {
  const context = await (await openBrowser()).newContext({ ignoreHTTPSErrors: true });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    await page.addInitScript((wanted) => {
      const seen = new Set<string>();
      const watch = new MutationObserver(() => {
        const element = document.querySelector(wanted);
        if (!element) return;
        mark("shown");
        if (element.closest("[inert]")) return;
        watch.disconnect();
        mark("usable");
      });
      watch.observe(document, { childList: true, subtree: true });
      function mark(name: string): void {
        if (seen.has(name)) return;
        seen.add(name);
        // Painted: after the frame in which it came.
        requestAnimationFrame(() => requestAnimationFrame(() => performance.mark(name)));
      }
    }, selector);
    await page.goto(url);
    await page.waitForFunction(() => performance.getEntriesByName("usable").length > 0);
    const [shown, usable] = await page.evaluate(() =>
      ["shown", "usable"].map((name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN),
    );
    return { shown: shown!, usable: usable! };
  } finally {
    await context.close();
  }
}
