/**
 * `npm run data`: checks every table, and either prints all findings and exits with 1, or writes the typed, compact
 * dataset beside the tables.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { checkAll } from "./checks";
import { copiesText, detailsText, moduleText } from "./compact/moduleTexts";
import { pack, parted } from "./compact/pack";
import { files } from "./schema";
import { readTables } from "./table";

const folder = dirname(fileURLToPath(import.meta.url));
const text = (file: string) => readFileSync(join(folder, `${file}.csv`), "utf8").replace(/\r\n/g, "\n");
const tables = readTables(text);
const findings = checkAll(tables);

for (const { file, row, rule, message, mend } of findings) {
  console.error(`src/data/${file}:${row} [${rule}] ${message} ${mend}`);
}
if (findings.length > 0) {
  console.error(`${findings.length} finding(s): the dataset was not made.`);
  process.exit(1);
}

// Independent of line endings, so that every checkout gives the same version.
const hash = createHash("sha256").update(files.map(text).join("\n")).digest("hex").slice(0, 6);
const [first, details] = parted(pack(tables, hash));
const modules = {
  "dataset.ts": moduleText(tables, first),
  "details.ts": detailsText(details),
  "copies.ts": copiesText(tables),
};
const zipped = (text: string) => (gzipSync(text, { level: 9 }).length / 1000).toFixed(1);
// Writes only changed files, because bundles older than their sources are rebuilt.
const changedFiles = Object.entries(modules).filter(([name, content]) => {
  const target = join(folder, name);
  const changed = !existsSync(target) || readFileSync(target, "utf8") !== content;
  if (changed) writeFileSync(target, content);
  return changed;
});
console.log(
  `${tables.observations.rows.length} observations, ${tables.indicators.rows.length} indicators, ` +
    `${tables.sources.rows.length} sources checked: dataset.ts ${changedFiles.length > 0 ? "written" : "is up to date"}, ` +
    `${zipped(modules["dataset.ts"])} kB gzipped, and ${zipped(modules["details.ts"])} of details.`,
);
