import type { Text2 } from "../../dataset";
import { a1 } from "../../workbook/a1";
import type { Mix, MixKind } from "../../workbook/finding";
import type { Calculation } from "./calculation";
import { placeKey } from "./cells";
import type { ShownFigure } from "./evaluate";
import {
  accumulationOf,
  basisOf,
  bodyOf,
  breakBetween,
  endOfShown,
  growthMissed,
  isRunning,
  mixed,
  overlapping,
  partAndWhole,
  subjectOf,
  unitOf,
} from "./facts";
import type { Unpaired } from "./facts";
import type { Grid, GridCell } from "./grid";
import type { Line, ShownCell } from "./lines";
import {
  accumulationText,
  basesText,
  basisText,
  both,
  breakText,
  overlapText,
  partText,
  sampleText,
  unitsText,
} from "./texts";

/**
 * The least figures in a row or column that are read as a series: two side by side may have a heading each.
 */
const least = { column: 2, row: 3, chart: 2 } as const;

const shownOf = ({ shown }: ShownCell): ShownFigure => shown;
const keyOf = ({ shown: { figure } }: ShownCell): string => `${figure.indicator.code} ${figure.period}`;

function groupsOf<T>(items: readonly T[], key: (thing: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}

/** The place of a line, as the beginning of a sentence. */
const whereOf = ({ chart, area }: Line): Text2 =>
  chart
    ? both((language) => (language === "zh" ? `图表“${chart.name}”` : `The chart “${chart.name}”`))
    : { en: a1(area), zh: a1(area) };

/** A block of ours has its own labels, so figures within one block are no mix. */
const byOneHand = (line: Line, cells: readonly ShownCell[]): boolean =>
  !line.chart && cells[0]?.origin !== undefined && cells.every(({ origin }) => origin === cells[0]?.origin);

function mixOf(line: Line, kind: MixKind, text: Text2, odd: readonly ShownCell[]): Mix {
  return {
    kind,
    severity: "notice",
    sheet: line.grid.sheet.sheet,
    address: a1(line.area),
    cells: odd.map(({ row, column }) => a1([row, column, 1, 1])),
    ...(line.chart ? { chart: line.chart.name } : {}),
    text,
  };
}

/** The exceptions are the smaller part. */
const oddOf = <T>({ a, b }: Unpaired<T>): readonly T[] => (a.length < b.length ? a : b);

/**
 * The mixes within one series. Rules: single periods beside figures from January, two sides of a break, published
 * beside computed growth, and in a column several units. Lines of too few cells, and those that one formula spilled,
 * are not judged.
 */
export function lineMixes(line: Line): Mix[] {
  const cells = line.runs.flat();
  const where = whereOf(line);
  const mixes: Mix[] = [];
  const enough = (some: readonly ShownCell[]) => some.length >= least[line.kind] && !byOneHand(line, some);

  for (const group of groupsOf(cells, (cell) => subjectOf(cell.shown))) {
    // A list may show cumulative figures beside months; a line in a chart through both misleads.
    const drawn = line.kind === "chart" && group.length > 2;
    const lonely = mixed(
      group,
      ({ shown }) => accumulationOf(shown),
      ({ shown, row, column }) => (drawn ? placeKey(row, column) : endOfShown(shown)),
    );
    if (!lonely || !enough(group) || byOneHand(line, [...lonely.a, ...lonely.b])) continue;
    const running = lonely.a.filter((cell) => isRunning(cell.shown));
    if (running.length === 0) continue;
    const text = accumulationText(where, running.map(shownOf), lonely.b.map(shownOf));
    mixes.push(mixOf(line, "accumulation", text, oddOf({ a: running, b: lonely.b })));
  }

  for (const run of line.runs) {
    const pair = enough(run) ? brokenPair(line, run) : undefined;
    if (!pair) continue;
    const [cell, other, broken] = pair;
    mixes.push(mixOf(line, "break", breakText(where, broken, cell.shown, other.shown), [other]));
  }

  const growth = mixed(cells, (cell) => basisOf(cell.shown), keyOf);
  if (growth && enough(cells) && !byOneHand(line, [...growth.a, ...growth.b])) {
    mixes.push(mixOf(line, "basis", basisText(where, growth.b.map(shownOf)), oddOf(growth)));
  }

  if (line.kind === "column") mixes.push(...columnUnits(line, cells, where));
  return mixes;
}

/** Neighbouring figures on two sides of a break, in a line that holds only this series. */
function brokenPair(line: Line, run: readonly ShownCell[]) {
  const codes = new Set(run.map(({ shown }) => shown.figure.indicator.code));
  for (const [index, cell] of run.entries()) {
    const other = run[index + 1];
    const broken = other && breakBetween(cell.shown, other.shown);
    if (!other || !broken) continue;
    const joined = cell.shown.figure.indicator !== other.shown.figure.indicator;
    // A column may list years before a break; only a chart's line or a successor in the column connects them.
    if (
      joined ? codes.size === 2 && !byOneHand(line, [cell, other]) : line.kind === "chart" && codes.size === 1
    )
      return [cell, other, broken] as const;
  }
  return undefined;
}

/** Several powers of ten, or several things counted, in one column. */
function columnUnits(line: Line, cells: readonly ShownCell[], where: Text2): Mix[] {
  const mixes: Mix[] = [];
  // Amounts of the same thing in several powers of ten.
  for (const group of groupsOf(cells, (cell) => unitOf(cell.shown).split(" ")[0] ?? "")) {
    const units = groupsOf(group, (cell) => unitOf(cell.shown)).sort((a, b) => b.length - a.length);
    const [most = []] = units;
    const usual = most[0] && unitOf(most[0].shown);
    const subject = (cell: ShownCell) => `${keyOf(cell)} ${cell.shown.figure.measure}`;
    const lonely = mixed(group, (cell) => (unitOf(cell.shown) === usual ? "a" : "b"), subject);
    if (!lonely || byOneHand(line, [...lonely.a, ...lonely.b])) continue;
    const text = unitsText(
      where,
      units.map(([cell]) => (cell ? unitOf(cell.shown) : "")),
      "unit",
    );
    mixes.push(mixOf(line, "units", text, lonely.b));
  }
  // One indicator, both in amounts and in percent.
  const codes = new Set(cells.map(({ shown }) => shown.figure.indicator.code));
  const kinds = new Set(cells.map(({ shown }) => unitOf(shown).split(" ")[0] ?? ""));
  if (codes.size === 1 && kinds.size === 2 && cells.length > 2) {
    const [first] = kinds;
    const lonely = mixed(cells, (cell) => (unitOf(cell.shown).split(" ")[0] === first ? "a" : "b"), keyOf);
    if (lonely && !byOneHand(line, [...lonely.a, ...lonely.b])) {
      const units = [...new Set(cells.map((cell) => unitOf(cell.shown)))];
      mixes.push(mixOf(line, "units", unitsText(where, units, "apart"), oddOf(lonely)));
    }
  }
  return mixes;
}

/** Several units on one axis of a chart. Lines of cells are passed over. Two axes of one chart are judged apart. */
export function axisMixes(lines: readonly Line[]): Mix[] {
  const charted = lines.filter((line) => line.chart);
  return groupsOf(charted, ({ chart }) => `${chart?.index} ${chart?.secondary}`).flatMap((axis) => {
    const [first] = axis;
    const units = [...new Set(axis.flatMap(({ runs }) => runs.flat().map((cell) => unitOf(cell.shown))))];
    if (!first || units.length < 2) return [];
    return [mixOf(first, "units", unitsText(whereOf(first), units, "axis"), [])];
  });
}

/**
 * The mixes in a calculation. Rules: two sides of a break; in sums and averages a part beside its whole, months that
 * count twice, several units, a sample beside a total; in growth by hand, levels on two bases as known on the day
 * `asof` (default: today).
 */
export function calculationMixes(
  cell: GridCell,
  { operands, kind, byHand }: Calculation,
  grid: Grid,
  asof: string | undefined,
): Mix[] {
  const address = a1([cell.row, cell.column, 1, 1]);
  const where = { en: address, zh: address };
  const mixes: Mix[] = [];
  const add = (what: MixKind, text: Text2) =>
    mixes.push({ kind: what, severity: "warning", sheet: grid.sheet.sheet, address, cells: [address], text });

  for (const [index, operand] of operands.entries()) {
    const other = operands.slice(index + 1).find((later) => breakBetween(operand, later));
    const broken = other && breakBetween(operand, other);
    if (!other || !broken) continue;
    add("break", breakText(where, broken, operand, other));
    break;
  }
  const [total, sample] = (["a", "b"] as const).map((side) =>
    operands.find((operand) => bodyOf(operand) === side),
  );
  if (kind === "other") {
    const missed = byHand && mixes.length === 0 && growthMissed(byHand, asof);
    if (missed) add("bases", basesText(where, byHand, missed));
    // The difference of growth of a sample and of a total means nothing. The ratio of levels is a comparison, and
    // allowed.
    const growths = operands.length === 2 && operands.every((operand) => operand.figure.measure === "growth");
    if (growths && total && sample) add("sample", sampleText(where, total, sample));
    return mixes;
  }

  const overlap = partAndWhole(operands);
  if (overlap) add("part", partText(where, overlap.part, overlap.other, overlap.whole));
  const twice = kind === "add" ? overlapping(operands) : undefined;
  if (twice) add("accumulation", overlapText(where, ...twice));
  if (kind === "average") {
    const uneven = mixed(
      operands,
      accumulationOf,
      (operand) => `${subjectOf(operand)} ${endOfShown(operand)}`,
    );
    const running = uneven?.a.filter(isRunning) ?? [];
    // A list may show a month beside its cumulative figure; an average counts it twice.
    const shared = overlapping(operands);
    if (uneven && running.length > 0) add("accumulation", accumulationText(where, running, uneven.b));
    else if (shared) add("accumulation", overlapText(where, ...shared));
    const growth = mixed(
      operands,
      basisOf,
      (operand) => `${operand.figure.indicator.code} ${operand.figure.period}`,
    );
    if (growth) add("basis", basisText(where, growth.b));
  }
  const units = [...new Set(operands.map(unitOf))];
  if (units.length > 1) add("units", unitsText(where, units, "unit"));
  if (total && sample) add("sample", sampleText(where, total, sample));
  return mixes;
}
