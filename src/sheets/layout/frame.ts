import { dataset, dateLabel, periodLabel, reach } from "../../dataset";
import type { Language, PolicyEvent, Text2 } from "../../dataset";
import { fill } from "../../dataset/wording/text";
import { overlap } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import { isFormula } from "../plan";
import type { Cell, Plan } from "../plan";
import type { PlanBuilder } from "../PlanBuilder";
import { draw } from "./drawings";
import type { Drawing, Placed } from "./drawings";
import { policy } from "./policySteps";
import type { Request, SourceList } from "./request";
import { body, heading, last, paragraph } from "./sections";
import { sourceRows } from "./sourceRows";
import { texts } from "./texts";
import { linesIn, rowHeight } from "./textWidth";

/** The rows that every printed page repeats: title and edition. */
const titleRows = 2;
const titleRoom = 50;
/** The height of rows on an A4 page, in points, with a margin: the columns fit its width at 76 percent. */
const pageRoom = 960;

/**
 * Adds the title, the edition, and a place for the author's remarks.
 * @param about what readers must know about the figures first; default: nothing
 * @returns the row below
 */
export function head(
  draft: PlanBuilder,
  title: string,
  { language, author }: Request,
  about?: string,
): number {
  draft.put(0, 0, [[authored(author?.title) ?? title]], "title");
  // `finished` writes the edition, once all cells are known.
  draft.style([1, 0, 1, 1], "edition");
  draft.height(0, 32);
  draft.height(1, 18);
  remarks(draft, 2, author?.remarks, language);
  draft.author.push(
    { place: "title", at: [0, 0], usual: title },
    { place: "remarks", at: [2, 1], usual: "" },
  );
  draft.height(3, 8);
  if (about === undefined) return 4;
  paragraph(draft, 4, about, "caption");
  draft.height(5, 8);
  return 6;
}

/**
 * The edition: the kind of figures, their data date, and whether cells hold formulas or values. The last is counted
 * by a formula of Excel's, so that it stays true when figures are frozen, thawed or overwritten.
 */
function edition(
  { cells, tables }: PlanBuilder,
  { language, live, asof, period }: Request,
  values: number,
): Cell {
  const known = dateLabel(asof ?? dataset.released, language);
  const newest = periodLabel(reach(asof) ?? period, language);
  const saying = (how: "live" | "partLive" | "frozen"): string =>
    fill(texts.edition[language], known, dataset.version, texts[how][language], newest);
  const bodies = tables.map(({ area }): Area => [area[0] + 1, area[1], area[2] - 1, area[3]]);
  const formulas = cells.flatMap(({ at, rows }) =>
    rows.flatMap((row, r) =>
      row.filter(
        (cell, c) => isFormula(cell) && bodies.some((body) => overlap(body, [at[0] + r, at[1] + c, 1, 1])),
      ),
    ),
  ).length;
  if (!live || formulas === 0) return saying(live ? "partLive" : "frozen");
  const count = bodies.map((_body, index) => `SUMPRODUCT(--ISFORMULA({${index}}))`).join("+");
  const quoted = (what: Parameters<typeof saying>[0]): string => `"${saying(what)}"`;
  const formulasNote = values > 0 ? quoted("partLive") : quoted("live");
  return {
    looking: `=IF(${count}=0,${quoted("frozen")},IF(${count}<${formulas},${quoted("partLive")},${formulasNote}))`,
    areas: bodies,
  };
}

/** The author's text as a cell. */
const authored = (text: string | undefined): Cell =>
  text === undefined || text === ""
    ? null
    : text.startsWith("=")
      ? { formula: text }
      : // A text that begins with "=" comes with its apostrophe.
        text.replace(/^'(?==)/, "");

/** The author's remarks, as high as they need; without any, an empty line to write on. */
function remarks(draft: PlanBuilder, row: number, text: string | undefined, language: Language): void {
  draft.put(row, 0, [[texts.remarks[language]]], "edition");
  draft.put(row, 1, [[authored(text)]]);
  draft.merges.push([row, 1, 1, last]);
  draft.style([row, 1, 1, last], "remarks");
  const lines = (text ?? "").split("\n").map((line) => linesIn(line, draft.widthOf(1, last), body));
  const needed = lines.reduce((sum, count) => sum + count, 0);
  // At least two lines, because the height of merged cells does not follow what is typed.
  draft.height(row, Math.min(mostHeight, rowHeight(Math.max(2, needed), body)));
}

/** Excel's largest row height, in points (Excel specifications and limits). */
const mostHeight = 409;

/** The period in a sheet's name: in English sortable by time, in Chinese as it is said. */
export const periodInName = ({ period, language }: Request): string =>
  language === "zh" ? periodLabel(period, language) : period;

/** A chart with its heading and a sentence about what it shows. */
export interface Panel {
  heading: string;
  caption: string;
  drawing: Drawing | undefined;
}

/** The column after the left half of the charts. */
export const half = 3;

/**
 * Adds one or two charts side by side. A panel without a drawing is left out, and the other takes the whole width.
 * @param height the rows that the charts cover
 * @returns where the charts are, and the next row
 */
export function panels(
  draft: PlanBuilder,
  row: number,
  height: number,
  allPanels: readonly Panel[],
): { placed: Placed[]; row: number } {
  const present = allPanels.filter(({ drawing }) => drawing);
  let next = row;
  const placed = present.flatMap(({ heading: name, caption, drawing }, index): Placed[] => {
    const from = index === 0 ? 0 : half;
    const to = present.length > 1 && index === 0 ? half - 1 : last;
    heading(draft, row, name, from, to);
    // A gap separates captions that are beside each other.
    paragraph(draft, row + 1, caption, "caption", from, to < last ? to - 1 : to);
    next = row + 2 + height;
    draft.reach(next);
    draft.hold(row, next);
    return drawing ? [[drawing, [row + 2, from, height, to - from + 1]]] : [];
  });
  return { placed, row: placed.length > 0 ? next + 1 : row };
}

/** The last parts of a page. */
interface Ending {
  name: Text2;
  sheetName: string;
  /** Policy steps. Absent: no such section. */
  events?: readonly PolicyEvent[];
  /** Default: the heading for the period's steps. */
  eventsHeading?: string;
  sources: SourceList;
  notes: readonly string[];
  drawings: readonly Placed[];
  /** The number of figures that are values on a page with formulas. */
  values?: number;
}

/**
 * Adds policy steps, sources, notes, and below the printed area the data of the charts.
 * @returns the finished plan
 */
export function finished(draft: PlanBuilder, from: number, ending: Ending, request: Request): Plan {
  const { name, sheetName, events, sources, notes, drawings } = ending;
  const { language } = request;
  let row = from;
  if (events) {
    heading(draft, row, ending.eventsHeading ?? texts.eventsHeading[language]);
    row = policy(draft, row + 1, events, sources, request) + 1;
  }
  // Sources are numbered as they are cited, so their list comes last. Figures that only a chart shows are cited too.
  for (const [{ figures = [] }] of drawings) sources.cell(figures);
  heading(draft, row, texts.sourcesHeading[language]);
  row = sourceRows(draft, row + 1, sources, language) + 1;
  heading(draft, row, texts.notesHeading[language]);
  draft.height(row + 1, 6);
  row += 2;
  draft.hold(row - 2, row + notes.length);
  for (const note of notes) {
    paragraph(draft, row, note, "note");
    row += 1;
  }
  const printed = row;
  if (drawings.length > 0) {
    row += 1;
    heading(draft, row, texts.dataHeading[language]);
    row += 1;
    for (const [drawing, area] of drawings) row = draw(draft, drawing, area, [row, 0]) + 1;
  }
  const { values = 0 } = ending;
  draft.put(1, 0, [[edition(draft, request, values)]]);
  return draft.plan({
    name,
    ...(values > 0 ? { values } : {}),
    sheetName,
    frozenRows: 2,
    block: true,
    print: {
      orientation: "portrait",
      area: [0, 0, printed, last + 1],
      titleRows: [0, titleRows],
      breaks: draft.breaks(printed, pageRoom, titleRoom),
      footer: fill(texts.footer[language], dataset.version),
    },
  });
}
