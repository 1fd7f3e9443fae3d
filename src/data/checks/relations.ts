import { cell, finding, type Check, type Row, type Tables } from "../table";
import { figures, keyOf, mostExact } from "./figures";

/** The indicator of a relation. */
const codeOf = (row: Row) => cell(row, "indicator_code");
/** The indicator that it is related to. */
const otherOf = (row: Row) => cell(row, "other");
const kindIs =
  (...kinds: readonly string[]) =>
  (row: Row) =>
    kinds.includes(cell(row, "relation"));
const isPart = kindIs("part_of", "addend_of");

/** Nothing is part of itself, or succeeds itself, directly or through others. */
function circles(rows: readonly Row[]) {
  const reaches = (from: string, goal: string, visited: ReadonlySet<string> = new Set()): boolean =>
    rows
      .filter((row) => codeOf(row) === from && !visited.has(otherOf(row)))
      .some(
        (row) => otherOf(row) === goal || reaches(otherOf(row), goal, new Set([...visited, otherOf(row)])),
      );
  return rows
    .filter((row) => reaches(codeOf(row), codeOf(row)))
    .map((row) =>
      finding(
        row,
        "relations",
        `${codeOf(row)} comes back to itself.`,
        "Delete one of the rows of the circle.",
      ),
    );
}

/** A successor is also in breaks.csv, with the month after which it follows. */
function successors({ relations, breaks }: Tables) {
  const pair = (row: Row) => `${cell(row, "successor")} after ${codeOf(row)}`;
  const [breaksWithSuccessor, successions] = [
    breaks.rows.filter((row) => cell(row, "successor") !== ""),
    relations.rows.filter(kindIs("succeeds")),
  ];
  const ofBreaks = new Set(breaksWithSuccessor.map((row) => pair(row)));
  const ofRelations = new Set(successions.map((row) => `${codeOf(row)} after ${otherOf(row)}`));
  return [
    ...successions
      .filter((row) => !ofBreaks.has(`${codeOf(row)} after ${otherOf(row)}`))
      .map((row) =>
        finding(
          row,
          "relations",
          "breaks.csv knows no such successor.",
          "Add the month after which it follows there.",
        ),
      ),
    ...breaksWithSuccessor
      .filter((row) => !ofRelations.has(pair(row)))
      .map((row) =>
        finding(row, "relations", "relations.csv knows no such successor.", "Add the row succeeds there."),
      ),
  ];
}

/**
 * A sum has at least two addends; a published share has one part and one whole; a sample and its total have two
 * bodies.
 */
function shapes({ relations: { rows }, indicators }: Tables) {
  const basis = new Map(indicators.rows.map((row) => [codeOf(row), cell(row, "basis").split(/[ ;,]/)[0]]));
  const count = (kind: string, side: (row: Row) => string, key: string) =>
    rows.filter((row) => kindIs(kind)(row) && side(row) === key).length;
  return rows.flatMap((row) => {
    const wrong = (message: string, mend: string) => [finding(row, "relations", message, mend)];
    if (codeOf(row) === otherOf(row)) return wrong("It is related to itself.", "Name two indicators.");
    if (kindIs("addend_of")(row) && count("addend_of", otherOf, otherOf(row)) < 2)
      return wrong("A single addend is no sum.", "Name the other addends, or write part_of.");
    if (
      kindIs("share_part", "share_whole")(row) &&
      ["share_part", "share_whole"].some((kind) => count(kind, codeOf, codeOf(row)) !== 1)
    )
      return wrong("A share has one part and one whole.", "Write a row share_part and a row share_whole.");
    if (kindIs("sample_of")(row) && basis.get(codeOf(row)) === basis.get(otherOf(row)))
      return wrong("Both are of one body.", "A sample is the ministry's; write part_of.");
    return [];
  });
}

/** No part is greater than its whole, beyond rounding. */
function sizes(tables: Tables) {
  const best = mostExact(figures(tables));
  return tables.relations.rows.filter(isPart).flatMap((row) =>
    [...best.values()]
      .filter(({ code, measure }) => code === codeOf(row) && measure === "LEVEL")
      .flatMap((part) => {
        const whole = best.get(keyOf(otherOf(row), "LEVEL", part.year, part.first, part.last));
        return whole === undefined || part.value - part.half <= whole.value + whole.half
          ? []
          : [
              finding(
                part.row,
                "relations",
                `${codeOf(row)} is greater than ${otherOf(row)}, of which it is a part.`,
                "Look at both sources: one was misread, or the relation is wrong.",
              ),
            ];
      }),
  );
}

/**
 * Relations have no cycles, successors as in breaks.csv, complete sums and shares, no part above its whole. A cycle
 * would be a total that is part of itself.
 */
export const relations: Check = (tables) => [
  ...shapes(tables),
  ...circles(tables.relations.rows.filter(isPart)),
  ...circles(tables.relations.rows.filter(kindIs("succeeds"))),
  ...successors(tables),
  ...sizes(tables),
];
