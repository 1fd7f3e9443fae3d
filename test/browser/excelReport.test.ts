import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { request } from "node:https";
import { join, resolve } from "node:path";
import { exitCodeOf } from "../../src/workbench/server/excelReports";
import { readReportFile } from "../../src/workbench/server/reportFile";
import { readFolders, routes } from "../../src/workbench/server/routes";
import { serve } from "../../src/workbench/server/serve";
import { reportFrom } from "../../src/workbench/server/testExcel";
import { whole } from "../dealt";
import { openWorkbench } from "./browser";
import { paneParts } from "./pane/pane";

/** Another Excel's report is replayed here. */

const strict = join(__dirname, "../cases/excels/strict.json");

test("The workbench does as the Excel did whose report npm start was given.", async () => {
  const server = await serve({ report: readReportFile(strict) });
  try {
    const { addin, press, page } = await openWorkbench({ at: server.url, profile: "report" });
    await press("ECOM.InsertSummary");
    await addin.locator(".message.done").waitFor();
    const { habits } = JSON.parse(readFileSync(strict, "utf8")) as { habits: string[] };
    expect(habits).toContain("no-printer");
    expect(await paneParts(addin).notice.innerText()).toContain("Without page setup: Excel refused it.");
    expect(await page.evaluate(() => window.workbench!.host.snapshot().sheets.length)).toBe(2);
  } finally {
    await server.close();
  }
});

/** Sends a report as the pane does in the build of `npm run test:excel`. */
const send = (url: string, report: unknown): Promise<void> =>
  new Promise((sent, failed) => {
    const options = { method: "POST", rejectUnauthorized: false };
    request(new URL("excel-report", url), options, () => sent())
      .on("error", failed)
      .end(JSON.stringify(report));
  });

test("A report is waited for, and the exit code says its verdict.", async () => {
  const site = routes(readFolders(resolve("build/workbench"), resolve("dist")));
  const codeFor = async (report: unknown) =>
    exitCodeOf(
      await reportFrom({
        site,
        port: 0,
        start: (url) => send(url, { report, text: "" }).then(() => true),
        stop: () => Promise.resolve(),
        timeoutMs: 60_000,
      }),
    );
  const report = JSON.parse(readFileSync(strict, "utf8")) as { lines: { verdict: string }[] };
  const works = report.lines.filter(({ verdict }) => verdict === "works");
  expect([
    await codeFor({ ...report, lines: works }),
    await codeFor(report),
    await codeFor({ ...report, ended: "cancelled" }),
  ]).toEqual([0, 1, 2]);
});

// Long by nature: an add-in is built and an Excel tested whole.
if (whole) {
  test("Npm run test:excel builds, and the workbench in Excel's place sends a report on which everything works.", async () => {
    // Does as `buildReporting`, in a process of its own, because tests do not load webpack's configuration.
    const webpack = resolve("node_modules/webpack/bin/webpack.js");
    const options = ["--mode", "development", "--env", "report", "--config-name", "addin"];
    execFileSync(process.execPath, [webpack, ...options, "--stats", "errors-only"], { stdio: "inherit" });
    const folder = resolve("build/testing");
    const sent = await reportFrom({
      site: routes(readFolders(resolve("build/workbench"), folder)),
      port: 0,
      async start(url) {
        await openWorkbench({ at: url });
        return true;
      },
      stop: () => Promise.resolve(),
      timeoutMs: 240_000,
    });
    expect(sent.text).toMatch(/^ECOM for Excel/);
    const wrong = sent.report?.lines.filter(({ verdict }) => verdict !== "works");
    expect(wrong).toEqual([]);
    expect(exitCodeOf(sent)).toBe(0);
  }, 300_000);
}

test("Where Excel cannot be started, or sends nothing, there is a sentence and the exit code 2.", async () => {
  const site = routes(readFolders(resolve("build/workbench"), resolve("dist")));
  const none = { site, port: 0, stop: () => Promise.resolve() };
  const notStarted = await reportFrom({ ...none, start: () => Promise.resolve(false), timeoutMs: 60_000 });
  const silent = await reportFrom({ ...none, start: () => Promise.resolve(true), timeoutMs: 50 });
  expect([notStarted.text, silent.text]).toEqual([
    expect.stringContaining("could not be sideloaded"),
    expect.stringContaining("No report came"),
  ]);
  expect([notStarted, silent].map(exitCodeOf)).toEqual([2, 2]);
});
