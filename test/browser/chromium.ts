import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import type { Browser, LaunchOptions } from "playwright-core";

const root = resolve(__dirname, "../..");
const cache = join(root, ".cache");

/** No sandbox (containers run as root), no calls of the browser's own, one font rendering everywhere. */
const flags = [
  "--no-sandbox",
  // Where the errors of a certificate are only overridden, each new connection starts a request again, and after ten such starts Chrome
  // gives the request up (ERR_TOO_MANY_RETRIES).
  "--ignore-certificate-errors",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-domain-reliability",
  "--font-render-hinting=none",
];

/**
 * Starts a headless browser: on 64-bit Linux the Chromium inside the package `@sparticuz/chromium` (no download,
 * no system packages), elsewhere the installed Chrome, Edge or Chromium.
 * Throws one error that names every way tried and what was missing, so that no test passes by being left out.
 */
export async function launchChromium(): Promise<Browser> {
  const missing: string[] = [];
  for (const way of ways()) {
    try {
      return await chromium.launch({ headless: true, args: flags, ...way.options() });
    } catch (error) {
      missing.push(`- ${way.name}: ${firstLines(error)}`);
    }
  }
  throw new Error(
    `The browser tests need a Chromium and none could be started. Install Google Chrome or Microsoft Edge, ` +
      `or on Debian "apt install chromium". Tried:\n${missing.join("\n")}`,
  );
}

function ways(): { name: string; options: () => LaunchOptions }[] {
  const bundled = { name: "the Chromium of @sparticuz/chromium", options: bundledChromium };
  const installed = ["chrome", "msedge"].map((channel) => ({
    name: `installed browser, channel "${channel}"`,
    options: () => ({ channel }),
  }));
  const debian = ["/usr/bin/chromium", "/usr/bin/chromium-browser"]
    .filter(existsSync)
    .map((executablePath) => ({
      name: executablePath,
      options: () => ({ executablePath }),
    }));
  const linux = process.platform === "linux" && process.arch === "x64";
  return [...(linux ? [bundled] : []), ...installed, ...debian];
}

function bundledChromium(): LaunchOptions {
  const packageFile = join(root, "node_modules/@sparticuz/chromium/package.json");
  const { version } = JSON.parse(readFileSync(packageFile, "utf8")) as { version: string };
  const folder = join(cache, `chromium-${version}`);
  const executablePath = join(folder, "chromium");
  if (!existsSync(executablePath)) {
    execFileSync(process.execPath, [join(__dirname, "unpack-chromium.mjs"), folder], { stdio: "pipe" });
  }
  const plain = { ...process.env, FONTCONFIG_FILE: fontSettings(folder) } as Record<string, string>;
  const libraries = join(folder, "al2023", "lib");
  const own = {
    ...plain,
    LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(":"),
  };
  // The system's libraries come first; the package's own ones are for machines without libnss3.
  let said = "";
  for (const env of [plain, own]) {
    const tried = spawnSync(executablePath, ["--version"], { env, encoding: "utf8" });
    if (tried.status === 0) return { executablePath, env };
    said = tried.stderr || String(tried.error ?? `exit code ${tried.status}`);
  }
  throw new Error(said.trim());
}

/**
 * One face everywhere, so that pictures look alike on all machines: Open Sans, which the package carries, stands in
 * for Office's and the systems' Latin fonts, which Linux machines lack.
 */
function fontSettings(folder: string): string {
  const file = join(folder, "fonts.conf");
  const standIns = [
    "Segoe UI",
    "Segoe UI Variable Text",
    "system-ui",
    "sans-serif",
    "Arial",
    "Aptos",
    "Calibri",
  ].map(
    (family) =>
      `<match target="pattern"><test name="family"><string>${family}</string></test>` +
      `<edit name="family" mode="prepend" binding="strong"><string>Open Sans</string></edit></match>`,
  );
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>` +
      `<include ignore_missing="yes">/etc/fonts/fonts.conf</include>` +
      `<dir>${join(folder, "fonts")}</dir><cachedir>${join(folder, "font-cache")}</cachedir>` +
      `${standIns.join("")}</fontconfig>\n`,
  );
  return file;
}

function firstLines(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n").slice(0, 3).join(" ");
}
