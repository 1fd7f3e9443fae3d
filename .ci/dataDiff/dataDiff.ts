import { pack } from "../../src/data/compact/pack";
import { unpack } from "../../src/data/compact/unpack";
import type { Unpacked } from "../../src/data/rows";
import { files, keys, type FileName } from "../../src/data/schema";
import { columnsOf, type Row, type Tables } from "../../src/data/table";
import { FIRST_VERSION } from "../../src/data/versions";
import { createStore, valueMeasure, latestPeriod, type Figure, type Store } from "../../src/dataset";
import { changes, type Change } from "../../src/dataset/changes";
import { figureFormula } from "../../src/sheets/layout/formulas";
import { printed } from "./printed";

/** A part of the report: a heading, what it means, and a line for each thing. */
export interface Part {
  readonly title: string;
  readonly lines: readonly string[];
}

const keyOf = (file: FileName, { cells }: Row): string =>
  keys[file].map((column) => cells[column] ?? "").join(" · ");

/** Rows of tables other than the figures that are new, gone or changed, cell by cell. */
function otherTables(before: Tables, after: Tables): string[] {
  return files
    .filter((file) => file !== "observations")
    .flatMap((file) => {
      const [old, now] = [before, after].map(
        (tables) => new Map(tables[file].rows.map((row) => [keyOf(file, row), row])),
      ) as [Map<string, Row>, Map<string, Row>];
      const fresh = [...now.keys()].filter((key) => !old.has(key));
      const gone = [...old.keys()].filter((key) => !now.has(key));
      const altered = [...now].flatMap(([key, row]) => {
        const was = old.get(key);
        if (was === undefined) return [];
        return columnsOf(file)
          .filter((name) => before[file].heading.includes(name) && was.cells[name] !== row.cells[name])
          .map(
            (name) => `${file}.csv: ${key}: ${name} was “${was.cells[name]}” and is “${row.cells[name]}”.`,
          );
      });
      return [
        ...fresh.map((key) => `${file}.csv: ${key} is new.`),
        ...gone.map((key) => `${file}.csv: ${key} is gone.`),
        ...altered,
      ];
    });
}

/** Rows of figures that were printed otherwise before, or are no more: a correction is to be a row of its own. */
function rewritten(before: Tables, after: Tables): string[] {
  // Not by columns that the older form of the table did not have.
  const columns = keys.observations.filter((column) => before.observations.heading.includes(column));
  const key = ({ cells }: Row) => columns.map((column) => cells[column] ?? "").join(" · ");
  const printedCells = ["obs_value", "unit_measure", "unit_mult", "qualifier", "obs_status"];
  // A corrected row has the key of the one that it withdraws.
  const now = new Map<string, Row[]>();
  for (const row of after.observations.rows) now.set(key(row), [...(now.get(key(row)) ?? []), row]);
  return before.observations.rows.flatMap((was) => {
    const rows = now.get(key(was)) ?? [];
    const differing = (row: Row) => printedCells.filter((name) => was.cells[name] !== row.cells[name]);
    if (rows.some((row) => differing(row).length === 0)) return [];
    const is = rows.at(-1);
    if (is === undefined) return [`${key(was)}: its row is gone (it was ${was.cells["obs_value"]}).`];
    return differing(is).map(
      (name) => `${key(was)}: ${name} was ${was.cells[name]} and is ${is.cells[name]}, in the same row.`,
    );
  });
}

/**
 * What changes in workbooks that are finished: they ask the data as they were in their version, up to their data date. One that
 * remembers no version has the first one's.
 */
function inFinished(before: Unpacked, after: Unpacked): Change[] {
  const { version, release } = createStore(before);
  const asof = version.slice(0, 10);
  const versions = [...new Set([FIRST_VERSION, release || FIRST_VERSION])];
  const all = versions.flatMap((one) =>
    changes({ store: createStore(before, one), asof }, { store: createStore(after, one), asof }),
  );
  return [...new Map(all.map((change) => [name(change), change])).values()];
}

const told = ({ observation, period }: Figure): string =>
  `${printed(observation)} (${observation.source}, ${observation.vintage}${observation.period === period ? "" : `, ${observation.period}`})`;

function formulaOf({ indicator, measure, period }: Change): string {
  return figureFormula(indicator, measure, period).formula;
}

const name = ({ indicator, measure, period }: Change): string => `${indicator.code} ${measure} ${period}`;

/** Formulas that ask for the latest, whose period moves on. */
function latest(before: Store, after: Store): string[] {
  return after.indicators.flatMap((indicator) => {
    if (!before.indicators.some(({ code }) => code === indicator.code)) return [];
    const measure = valueMeasure(indicator, after) ?? "growth";
    const [was, is] = [before, after].map((store) => latestPeriod(indicator, undefined, store));
    if (is === undefined || was === is) return [];
    const id = measure === "growth" ? "GROWTH" : "VALUE";
    return [`=ECOM.${id}("${indicator.code}","latest") moves from ${was ?? "no period"} to ${is}.`];
  });
}

/**
 * Says in words what a change of the tables means for who reads figures in a workbook.
 * @param before the tables as they were; ones that were not there yet are taken from `after`
 * @param after the tables as they are
 * @returns parts with something in them, in the order of what a reviewer must look at first
 */
export function dataDiff(before: Tables, after: Tables): Part[] {
  const [was, is] = [before, after].map((tables) => unpack(pack(tables, "diff"))) as [Unpacked, Unpacked];
  const [old, now] = [createStore(was), createStore(is)];
  const all = changes({ store: old }, { store: now });
  const both = (list: readonly Change[]) => list.filter((change) => change.before && change.after);
  const answers = (change: Change) =>
    `${formulaOf(change)} ${
      change.before && change.after
        ? `gave ${told(change.before)} and gives ${told(change.after)}`
        : change.after
          ? `gave no figure and gives ${told(change.after)}`
          : `gave ${told(change.before as Figure)} and gives no figure`
    }.`;
  const value = (change: Change) => change.before?.value !== change.after?.value;
  return [
    {
      title: "Rows that were rewritten or removed (a correction is a new row with its own release)",
      lines: rewritten(before, after),
    },
    {
      title: `Formulas that change in finished workbooks, with the data of version ${old.release || FIRST_VERSION} or earlier (none should)`,
      lines: inFinished(was, is).map(answers),
    },
    {
      title: "Revisions: figures of which another value is chosen now",
      lines: both(all)
        .filter(value)
        .map(
          (change) => `${name(change)}: ${told(change.before as Figure)} → ${told(change.after as Figure)}`,
        ),
    },
    {
      title: "The same value from another source, or with another mark",
      lines: both(all)
        .filter((change) => !value(change))
        .map(
          (change) => `${name(change)}: ${told(change.before as Figure)} → ${told(change.after as Figure)}`,
        ),
    },
    {
      title: "New figures",
      lines: all
        .filter((change) => !change.before)
        .map((change) => `${name(change)}: ${told(change.after as Figure)}`),
    },
    {
      title: "Figures that are gone",
      lines: all
        .filter((change) => !change.after)
        .map((change) => `${name(change)}: ${told(change.before as Figure)}`),
    },
    {
      title: "Formulas that give another value once a workbook's data are updated",
      lines: all.filter((change) => change.before && value(change)).map(answers),
    },
    { title: "Formulas for the latest period", lines: latest(old, now) },
    { title: "Other tables", lines: otherTables(before, after) },
  ].filter(({ lines }) => lines.length > 0);
}
