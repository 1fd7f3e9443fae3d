/**
 * `npm run data:coverage`: prints which months each series has and lacks, and how far it reaches. `npm run
 * data:coverage -- RETAIL` prints only series whose code contains the word.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { coverage, matrix } from "./coverage";
import { readTables } from "./table";

const folder = dirname(fileURLToPath(import.meta.url));
const tables = readTables((file) => readFileSync(join(folder, `${file}.csv`), "utf8"));
const word = (process.argv[2] ?? "").toUpperCase();
const series = coverage(tables).filter(({ name }) => name.includes(word));
const current = series.filter(({ behind }) => behind === 0).length;
const missing = series.reduce((sum, other) => sum + other.missing.length, 0);
process.stdout.write(
  `${series.map(matrix).join("\n\n")}\n\nx: a figure; o: one that is provisional, doubtful or not exact; .: none, though other years have one (whether it was published is not known here).\n${series.length} series; ${missing} months without a figure between the first and the last of each; ${current} series reach the newest month.\n`,
);
