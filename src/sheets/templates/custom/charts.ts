import { endOf, periodLabel, periodOf, periodParts } from "../../../dataset";
import type { Figure, Language, Period } from "../../../dataset";
import { fill } from "../../../dataset/wording/text";
import type { CustomSheet } from "../../../workbook/insertion";
import { combo } from "../../layout/combo";
import type { Moment } from "../../layout/combo";
import { categoryChart } from "../../layout/drawings";
import type { Drawing, Placed } from "../../layout/drawings";
import { panels } from "../../layout/frame";
import type { Panel } from "../../layout/frame";
import { shortLabel } from "../../layout/labels";
import { texts as common } from "../../layout/texts";
import { cutTo, textWidth } from "../../layout/textWidth";
import { monthMarks, monthsLabel, periodMark } from "../../layout/words";
import type { Colour } from "../../plan";
import type { PlanBuilder } from "../../PlanBuilder";
import { captionOf, headingOf, measureName, periodsOf, titleOf, upper } from "./names";
import type { Course, Part, Span } from "./parts";
import { texts } from "./texts";

const chartRows = 14;
/** The most names on an axis before Excel turns them upright; beyond it every so-many-th is shown, about twelve. */
const mostMarks = 14;
/** The characters of a chart's title that fit into one line: across the page, and beside another chart. */
const fullRoom = 60;
const halfRoom = 42;
const colours: readonly Colour[] = ["accent", "contrast", "muted", "accent-light"];

/** What one chart draws of a table. `kind`: the chosen kind. */
interface ChartChoice {
  part: Part;
  kind?: "columns" | "lines" | undefined;
  /** The suffix of the chart's id; empty for a chart of the default kind. */
  suffix: string;
}

/**
 * The charts of a table: one with all indicators that were not left out, and one for each measure of a single
 * indicator with a kind of its own.
 */
export function drawnOf(
  part: Part,
  { charts: wanted, drawn = {}, undrawn = [] }: CustomSheet,
): ChartChoice[] {
  if (!wanted) return [];
  const courses = part.courses.filter(({ indicator }) => !undrawn.includes(indicator.code));
  const kinds = [...new Set(courses.map(({ measure }) => drawn[measure]))];
  return kinds.flatMap((kind): ChartChoice[] => {
    if (kind === "none") return [];
    const alike = courses.filter(({ measure }) => drawn[measure] === kind);
    if (kind === undefined || part.measure) return [{ part: { ...part, courses: alike }, kind, suffix: "" }];
    return alike.map((course) => ({
      part: { ...part, courses: [course] },
      kind,
      suffix: course.measure.replace(/\W/g, ""),
    }));
  });
}

/** Adds the charts of a table, two side by side; undefined if none has enough figures. */
export function charts(
  draft: PlanBuilder,
  row: number,
  part: Part,
  index: number,
  custom: CustomSheet,
  language: Language,
): { placed: Placed[]; row: number } | undefined {
  const choices = drawnOf(part, custom);
  const room = choices.length * part.spans.length > 1 ? halfRoom : fullRoom;
  const chartPanels = choices.flatMap((drawn) => {
    const id = `part${String.fromCharCode(97 + index)}${drawn.suffix}`;
    return panelsOf(drawn, id, room, custom.freq, language);
  });
  const placed: Placed[] = [];
  let next = row;
  for (let from = 0; from < chartPanels.length; from += 2) {
    const strip = panels(draft, next, chartRows, chartPanels.slice(from, from + 2));
    placed.push(...strip.placed);
    next = strip.row;
  }
  return placed.length > 0 ? { placed, row: next } : undefined;
}

/** A chart for each span with enough figures, at most two. */
function panelsOf(
  drawn: ChartChoice,
  id: string,
  room: number,
  freq: CustomSheet["freq"],
  language: Language,
): Panel[] {
  const { part } = drawn;
  const name = headingOf(part, language);
  const caption = captionOf(part, freq, language);
  return part.spans.flatMap((span, place): Panel[] => {
    const monthsText = freq === "ytd" && span.month !== undefined ? monthsOf(span.month, part, language) : "";
    const headed = (text: string): string =>
      monthsText ? fill(common.headed[language], text, monthsText) : text;
    const chartId = `${id}${place > 0 ? "years" : ""}`;
    const picture = drawingOf(drawn, span, chartId, { of: headed, room }, freq, language);
    if (!picture) return [];
    const { drawing, left } = picture;
    // A table has room for fewer periods than a chart of all years.
    const [oldest, drawnFrom] = [periodsOf(part)[0], span.rows.find((row): row is Period => row !== "break")];
    const further = oldest && drawnFrom && endOf(drawnFrom) < endOf(oldest);
    const lines = [
      place > 0 ? "" : further ? fill(texts.table[language], caption) : caption,
      monthsText && fill(texts.same[language], monthsText) + (part.nature ? "" : texts.sums[language]),
      left.length > 0 && fill(texts.fewer[language], left.join(texts.comma[language])),
    ];
    return [
      { heading: headed(name), caption: lines.filter(Boolean).join(language === "zh" ? "" : " "), drawing },
    ];
  });
}

/** The name of cumulative periods of any year: "January to March", "full years"; for stocks "end of March". */
const monthsOf = (month: number, { nature }: Part, language: Language): string => {
  const period = periodOf(2000, 1, month) as Period;
  return month === 12 && !nature
    ? texts.fullYears[language]
    : (nature ? periodLabel(period, language, nature) : monthsLabel(period, language)).replace(
        / ?2000年?/,
        "",
      );
};

/**
 * The chart of the chosen kind; by default level and growth as columns and line, one measure as lines, or as columns
 * for few periods.
 * @returns the drawing, and the names of those with too few figures for a line
 */
function drawingOf(
  { part, kind }: ChartChoice,
  { rows, month }: Span,
  id: string,
  titles: { of: (text: string) => string; room: number },
  freq: CustomSheet["freq"],
  language: Language,
): { drawing: Drawing; left: string[] } | undefined {
  const { courses, measure } = part;
  const every = rows.length > mostMarks ? Math.ceil(rows.length / 12) : undefined;
  const marks = marksOf(rows, month, every !== undefined, freq, language);
  const figuresIn = (course: Course): (Figure | undefined)[] =>
    rows.map((row) => (row === "break" ? undefined : course.at(row)));
  // Amounts of one indicator, and a few periods of anything, are columns: a line would connect the sum of one year to
  // the next one's.
  const wanted = measure ? courses : courses.slice(0, 1);
  const level = wanted[0]?.measure === "level";
  const suits = rows.length < 4 || (level && (wanted.length === 1 || month !== undefined));
  const columns = kind === undefined ? suits : kind === "columns";
  const enough = (course: Course): boolean =>
    columns || figuresIn(course).filter((figure) => figure).length > 2;
  const shown = wanted.filter(enough);
  const names = titleOf(measure ? shown : courses, language);
  const measureShown = measure ?? (kind && courses[0]?.measure);
  const title = chartTitle(names, measureShown && measureName(measureShown, language), titles, language);
  const spaced = (dense: Drawing): Drawing =>
    every === undefined ? dense : { ...dense, chart: (...areas) => ({ ...dense.chart(...areas), every }) };
  const find = (name: string): Course | undefined => courses.find((course) => course.measure === name);
  const [amount, growth] = [find("level"), find("growth")];
  if (!kind && !measure && amount && growth) {
    const moments = rows.map((row, place): Moment =>
      row === "break"
        ? "break"
        : { label: marks[place] ?? "", level: amount.at(row), growth: growth.at(row) },
    );
    const figures = [...figuresIn(amount), ...figuresIn(growth)];
    const chart =
      figuresIn(amount).filter((figure) => figure).length < 2
        ? undefined
        : combo(id, title, moments, language);
    return chart && { drawing: { ...spaced(chart.drawing), figures }, left: [] };
  }
  const lines = shown.map((course, place) => ({
    name: shortLabel(course.indicator, language),
    figures: figuresIn(course),
    colour: colours[place % colours.length] ?? "accent",
  }));
  const drawing = categoryChart(id, columns ? "column" : "line", title, marks, lines, language);
  const tooShort = wanted
    .filter((course) => !enough(course))
    .map(({ indicator }) => shortLabel(indicator, language));
  return drawing && { drawing: spaced(drawing), left: tooShort };
}

/** The label of each row on the category axis; a break has none. `sparse`: whether not every label is shown. */
function marksOf(
  rows: Span["rows"],
  month: number | undefined,
  sparse: boolean,
  freq: CustomSheet["freq"],
  language: Language,
): string[] {
  const periods = rows.filter((row): row is Period => row !== "break");
  const marks =
    month !== undefined
      ? periods.map((period) => String(periodParts(period).year))
      : freq === "quarter"
        ? periods.map((period) => periodMark(period, language))
        : monthMarks(periods, language, sparse);
  return rows.map((row) => (row === "break" ? "" : (marks[periods.indexOf(row)] ?? "")));
}

/**
 * A chart's title: names and measure if there is room, else the names, else the measure. In half the width the heading
 * has the measure, and the legend the indicator.
 * @param titles what every title says besides, and its room in characters
 */
function chartTitle(
  names: string,
  measure: string | undefined,
  titles: { of: (text: string) => string; room: number },
  language: Language,
): string {
  const possible = measure ? [fill(common.headed[language], names, measure), names, upper(measure)] : [names];
  const titlesPossible = possible.map(titles.of);
  const fitting = titlesPossible.find((candidate) => textWidth(candidate) <= titles.room);
  return cutTo(fitting ?? titlesPossible[0] ?? names, titles.room);
}
