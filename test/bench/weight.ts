import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { pack, parted, type Packed } from "../../src/data/compact/pack";
import { cell, readTables, type Tables } from "../../src/data/table";
import { built } from "../built";
import { kilobytes, rounded, type Benchmark } from "./report";

const size = (text: string): number => gzipSync(text, { level: 9 }).length;
const weight = (packed: Packed): number => size(JSON.stringify(packed));

/** The tables with figures of only those sources of which every `step`th is kept: figures, sources and notes grow together. */
function thinned(tables: Tables, step: number): Tables {
  const kept = tables.sources.rows.filter((_, index) => index % step === 0);
  const ids = new Set(kept.map((row) => cell(row, "source_id")));
  const rows = tables.observations.rows.filter((row) => ids.has(cell(row, "source_id")));
  const notes = new Set(rows.map((row) => cell(row, "note")));
  const bases = new Set(tables.indicators.rows.map((row) => cell(row, "basis")));
  return {
    ...tables,
    sources: { ...tables.sources, rows: kept },
    observations: { ...tables.observations, rows },
    notes: {
      ...tables.notes,
      rows: tables.notes.rows.filter((row) => notes.has(cell(row, "note")) || bases.has(cell(row, "note"))),
    },
  };
}

/** What a figure costs in bytes: the whole bundle, the data in it, and the figures with and without their sources. */
export const benchmark: Benchmark = () => {
  const root = resolve(process.cwd());
  const tables = readTables((file) => readFileSync(join(root, "src/data", `${file}.csv`), "utf8"));
  const script = (file: string) => readFileSync(built(file), "utf8");
  const [all, details] = parted(pack(tables, "abcdef"));
  const others = { ...all, "observations.figures": "" };
  const half = thinned(tables, 2);
  const [count, ofHalf] = [tables.observations.rows.length, half.observations.rows.length];
  const alone = (weight(all) - weight(others)) / count;
  const together = (weight(all) - weight(parted(pack(half, "abcdef"))[0])) / (count - ofHalf);
  return Promise.resolve({
    title: "What a figure costs",
    body: [
      "Gzipped bytes of the bundle that answers first, and of what follows it. “A figure alone” is what the numbers, periods, dates and places of sources and notes take, divided by the rows; “with its source and note” is what the bundle grows by, a row, when the other half of the sources comes with its figures: names, addresses, titles and notes in both languages.",
      {
        head: ["", "gzipped"],
        rows: [
          ["functions.js with all figures", kilobytes(size(script("functions.js")))],
          [
            `of it the data: ${rounded(count, 4)} rows of figures with their sources and notes`,
            kilobytes(weight(all)),
          ],
          [
            "details.js, which no first answer needs: sentences, search, citations, descriptions",
            kilobytes(size(script("details.js"))),
          ],
          ["of it data", kilobytes(weight(details))],
          ["a figure alone", `${rounded(alone, 2)} bytes`],
          ["a figure with its source and note", `${rounded(together, 2)} bytes`],
        ],
      },
    ],
  });
};
