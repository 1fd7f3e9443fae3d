// `npm run data:diff -- REV`: says in words what the tables of the work tree mean beside those of a revision.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { columns, files, type FileName } from "../../src/data/schema";
import { readTable, type Table, type Tables } from "../../src/data/table";
import { dataDiff } from "./dataDiff";

/** A part longer than this is cut, unless `--all` asks for everything. */
const MOST_LINES = 40;

const git = (...words: string[]): string =>
  execFileSync("git", words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 2 ** 28 });

/** The table of a revision, with the columns that it did not have yet; one that was not there is the one of today. */
function tableAt(revision: string, file: FileName, today: Table): Table {
  const path = `src/data/${file}.csv`;
  if (git("ls-tree", "--name-only", revision, path) === "") return today;
  const { heading, rows } = readTable(file, git("show", `${revision}:${path}`));
  const blank = Object.fromEntries(Object.keys(columns[file]).map((name) => [name, ""]));
  return { heading, rows: rows.map((row) => ({ ...row, cells: { ...blank, ...row.cells } })) };
}

function main(): void {
  const words = process.argv.slice(2);
  const all = words.includes("--all");
  const [revision, more] = words.filter((word) => word !== "--all");
  if (revision === undefined || more !== undefined || revision.startsWith("-")) {
    throw new Error("Say one revision, as in: npm run data:diff -- HEAD~1 (-- HEAD~1 --all to cut nothing).");
  }
  try {
    git("rev-parse", "--verify", "--quiet", `${revision}^{commit}`);
  } catch {
    throw new Error(`"${revision}" is no revision of this repository.`);
  }
  if (git("ls-tree", "--name-only", revision, "src/data/observations.csv") === "") {
    throw new Error(`"${revision}" has no src/data/observations.csv to compare with.`);
  }
  const after = Object.fromEntries(
    files.map((file) => [file, readTable(file, readFileSync(`src/data/${file}.csv`, "utf8"))]),
  ) as Record<FileName, Table> as Tables;
  const before = Object.fromEntries(
    files.map((file) => [file, tableAt(revision, file, after[file])]),
  ) as Record<FileName, Table> as Tables;
  const parts = dataDiff(before, after);
  if (parts.length === 0) console.log(`The tables say what they said in ${revision}.`);
  for (const { title, lines } of parts) {
    const shown = all ? lines : lines.slice(0, MOST_LINES);
    console.log(`\n${title}: ${lines.length}\n${shown.map((line) => `- ${line}`).join("\n")}`);
    if (shown.length < lines.length) console.log(`- and ${lines.length - shown.length} more (--all)`);
  }
}

// Whoever reads the first lines only (`| head`) closes the pipe.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
