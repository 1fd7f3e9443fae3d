// `npm run test:excel`: builds an add-in that sends its report to this machine, serves it at the manifest's address,
// sideloads it into Excel, waits for the report of "Test this Excel", prints it, and exits by its verdict.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import webpack from "webpack";
import type { Configuration } from "webpack";
import type { Certificate } from "./certificate";
import { exitCodeOf, takingReports } from "./excelReports";
import type { SentReport } from "./excelReports";
import { hosting } from "./hosting";
import { choosePort, MANIFEST_PORT } from "./options";
import type { Handler } from "./routes";
import { listen } from "./serve";

/** Minutes to wait for Excel to start and to be tested. */
const PATIENCE = 10;
/** Microsoft's tool, in the version that `npm run sideload` uses. */
const sideloading = "npx --yes office-addin-debugging@7.0.0";
const folder = resolve("build/testing");

/** Builds the add-in with the code that sends the report, into `build/testing`. */
async function buildReporting(): Promise<string> {
  const make = createRequire(__filename)("../../../webpack.config.js") as (
    environment: { report: true },
    options: { mode: "development" },
  ) => Configuration[];
  const [addin] = make({ report: true }, { mode: "development" });
  if (!addin) throw new Error("webpack.config.js has no build of the add-in.");
  await new Promise<void>((settle, failed) => {
    webpack(addin, (error, stats) => {
      if (error) failed(error);
      else if (stats?.hasErrors()) failed(new Error(stats.toString("errors-only")));
      else settle();
    });
  });
  return folder;
}

/**
 * The certificate that Excel trusts: `office-addin-dev-certs` installs it in the system's store and asks for that
 * once.
 */
async function trustedCertificate(): Promise<Certificate> {
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  const { cert, key } = await getHttpsServerOptions();
  return { cert: String(cert), key: String(key) };
}

/** Runs a command line and returns its exit code; its output appears with ours. */
function run(line: string): Promise<number> {
  return new Promise((settle) => {
    const child = spawn(line, { shell: true, stdio: "inherit" });
    child.on("error", () => settle(1));
    child.on("close", (code) => settle(code ?? 1));
  });
}

/** How to start Excel with the add-in, and what to serve. */
interface ExcelRun {
  /** Serves the add-in's build and everything else that is needed. */
  site: Handler;
  /** 0: any free one. */
  port: number;
  certificate?: Certificate;
  /** Starts Excel with the add-in at `url`; false if that failed. */
  start: (url: string) => Promise<boolean>;
  stop: () => Promise<unknown>;
  /** How long to wait for the report, in milliseconds. */
  timeoutMs: number;
}

/** Waits for the report of the add-in in an Excel; gives a sentence instead if none comes. */
export async function reportFrom(run: ExcelRun): Promise<SentReport> {
  let take: (sent: SentReport) => void = () => undefined;
  const report = new Promise<SentReport>((came) => (take = came));
  const server = await listen(takingReports(run.site, take), run.port, run.certificate);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    if (!(await run.start(server.url)))
      return { text: "The add-in could not be sideloaded into Excel; what the tool said stands above." };
    const late = new Promise<SentReport>((came) => {
      const minutes = Math.round(run.timeoutMs / 60_000);
      timer = setTimeout(() => came({ text: `No report came in ${minutes} minutes.` }), run.timeoutMs);
    });
    return await Promise.race([report, late]);
  } finally {
    clearTimeout(timer);
    await run.stop();
    await server.close();
  }
}

/** Serves the build, waits for Excel's report, and ends with 0 if all works. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { save: { type: "string" } } });
  console.log("Building the add-in with what sends the report …");
  await buildReporting();
  const { port } = await choosePort(MANIFEST_PORT);
  const answer = await reportFrom({
    site: hosting(folder),
    port,
    certificate: await trustedCertificate(),
    async start() {
      if ((await run(`${sideloading} start manifest.xml desktop --app excel --no-debug`)) !== 0) return false;
      console.log(
        `Waiting for Excel, ${PATIENCE} minutes at most. If its pane is closed, open it from the ribbon.`,
      );
      return true;
    },
    stop: () => run(`${sideloading} stop manifest.xml`),
    timeoutMs: PATIENCE * 60_000,
  });
  console.log(`\n${answer.text}`);
  if (values.save !== undefined && answer.report)
    writeFileSync(values.save, `${JSON.stringify(answer.report, null, 2)}\n`);
  return exitCodeOf(answer);
}

if (require.main === module) {
  main().then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      console.error(`Excel could not be tested: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 2;
    },
  );
}
