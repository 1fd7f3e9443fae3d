import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { openBrowser, openServer } from "../browser/browser";
import { serve } from "../../src/workbench/server/serve";
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

/** Times how often the processor of the benchmark's browser is slowed down. */
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
  const found = await raceOf(
    {
      ours: () => firstPaint(`${ours.url}taskpane.html`, ".tile"),
      peer: () => firstPaint(`${peer.url}taskpane.html`, "button"),
    },
    rounds,
  );
  await peer.close();
  const bytes = {
    first: gzipped("dist", ["functions.js", "taskpane.js", "taskpane.css"]),
    ours: gzipped("dist", ["functions.js", "taskpane.js", "workbook.js", "taskpane.css"]),
    peer: gzipped(site, ["polyfill.js", "taskpane.js"]),
    pane: gzipped("dist", ["taskpane.js", "workbook.js"]),
    bare: gzipped(site, ["taskpane.js"]),
  };
  return {
    title: "The pane beside Microsoft's React template",
    body: [
      "From the request of the page until what can be used is painted, with the processor slowed down " +
        `${SLOWDOWN} times and Office.js served from this machine to both. Ours: key figures and search, with all ` +
        "data and functions. The peer: the template's heading, list, field and button from its own packages, with its " +
        "polyfills, but without its wait for Office.",
      {
        head: ["", "ours", "template", "ours / template"],
        rows: [
          [
            "code and styles of the page, gzipped",
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
            "of them the pane's own code, with all that acts on the workbook",
            kilobytes(bytes.pane),
            kilobytes(bytes.bare),
            times(bytes.pane / bytes.bare),
          ],
          [
            "first useful paint",
            milliseconds(found.ours.paint),
            milliseconds(found.peer.paint),
            times(found.ours.paint / found.peer.paint),
          ],
          [
            "of it after Office.js had run",
            milliseconds(found.ours.own),
            milliseconds(found.peer.own),
            times(found.ours.own / found.peer.own),
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

const gzipped = (where: string, files: readonly string[]): number =>
  readdirSync(where)
    .filter((file) => files.includes(file))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(where, file)), { level: 9 }).length, 0);

/** Milliseconds until the element is painted, from the request and from the end of Office.js's own script. */
async function firstPaint(url: string, selector: string): Promise<{ paint: number; own: number }> {
  const context = await (await openBrowser()).newContext({ ignoreHTTPSErrors: true });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    await page.addInitScript((wanted) => {
      const watch = new MutationObserver(() => {
        if (!document.querySelector(wanted)) return;
        watch.disconnect();
        // Painted: after the frame in which it came.
        requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("useful")));
      });
      watch.observe(document, { childList: true, subtree: true });
      document.addEventListener("readystatechange", () => performance.mark(document.readyState));
    }, selector);
    await page.goto(url);
    await page.waitForFunction(() => performance.getEntriesByName("useful").length > 0);
    const [useful, interactive] = await page.evaluate(() =>
      ["useful", "interactive"].map((name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN),
    );
    // Deferred scripts run when the document is interactive, and Office.js ran before.
    return { paint: useful!, own: useful! - interactive! };
  } finally {
    await context.close();
  }
}
