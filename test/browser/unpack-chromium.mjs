// Unpacks the Chromium that the package @sparticuz/chromium carries into the folder given as argument.
// A process of its own: the package unpacks into the system's temporary folder, and only a new process can
// be told another one. The result appears under its final name at once, so that parallel starts never meet
// a half-written browser.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

const target = resolve(process.argv[2]);
mkdirSync(dirname(target), { recursive: true });
const partial = mkdtempSync(`${target}-partial-`);
process.env.TMPDIR = partial;

const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
const bin = join(dirname(entry), "..", "bin");
const { inflate } = await import("@sparticuz/chromium");
for (const archive of ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"]) {
  await inflate(join(bin, archive));
}
try {
  renameSync(partial, target);
} catch (error) {
  // Another process was first: its browser is the same.
  rmSync(partial, { recursive: true, force: true });
  if (!existsSync(join(target, "chromium"))) throw error;
}
