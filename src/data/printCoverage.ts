/**
 * `npm run data:coverage`: which years and months each series has, and what is missing between them. `npm run data:coverage --
 * RETAIL` prints only series whose code holds the word.
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
const missing = series.reduce((sum, one) => sum + one.missing.length, 0);
process.stdout.write(
  `${series.map(matrix).join("\n\n")}\n\n${series.length} series, ${missing} figures missing between the first and the last of each.\n`,
);
