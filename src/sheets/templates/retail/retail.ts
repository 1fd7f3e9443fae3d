import { endMonth, fail, ok, periodLabel, periodOf, toDate } from "../../../dataset";
import type { Figure, Language, Period, Result } from "../../../dataset";
import { fill } from "../../../dataset/wording/text";
import { cellUnit } from "../../layout/amounts";
import { Cells } from "../../layout/cells";
import { combo } from "../../layout/combo";
import type { Moment } from "../../layout/combo";
import { categoryChart } from "../../layout/drawings";
import type { Placed } from "../../layout/drawings";
import { finished, head, panels, periodInName } from "../../layout/frame";
import type { Panel } from "../../layout/frame";
import { growthOf, valuesOf } from "../../layout/keys";
import { breakNotes, commonNotes, valuesNote } from "../../layout/notes";
import { SourceList } from "../../layout/request";
import type { Request } from "../../layout/request";
import { heading, paragraph, widths } from "../../layout/sections";
import { texts as common } from "../../layout/texts";
import { missingNote, missingOf, mostTiles, tileOf, tiles } from "../../layout/tiles";
import type { KeyFigure, Missing, Tile } from "../../layout/tiles";
import { monthMarks, monthsLabel } from "../../layout/words";
import type { Plan } from "../../plan";
import { PlanBuilder } from "../../PlanBuilder";
import { courseOf, onlineAt } from "./course";
import type { Course } from "./course";
import { monthTable, yearTable } from "./tables";
import type { Making } from "./tables";
import { texts } from "./texts";

const chartRows = 15;
/** The year from which every break gets a note; earlier ones are drawn. */
const allBreaks = "2014";

/**
 * "Online retail trend": cumulative sales by month, year against year, and every year, up to a period.
 * @returns `no-growth-in-period` if nothing was known of online retail by then
 */
export function retailPlan(asked: Request): Result<Plan> {
  const request = { ...asked, period: toDate(asked.period) };
  const { language, live, period } = request;
  const course = courseOf(request);
  const { months, years } = course;
  if (months.length === 0 && years.length === 0)
    return fail({ name: "no-growth-in-period", period: asked.period });
  const draft = new PlanBuilder(widths);
  const sources = new SourceList();
  const making = { cells: new Cells(live), sources, language };
  const keys = keyFigures(period);
  const shown = keys.flatMap((key) => tileOf(key, request) ?? []).slice(0, mostTiles);
  const missing = keys.slice(0, mostTiles).flatMap((key) => missingOf(key, request));
  const below = headAndTiles(draft, shown, making, request);
  const upper = panels(draft, below, chartRows, [
    monthPanel(course, language),
    againstPanel(course, language),
  ]);
  const lower = panels(draft, upper.row, chartRows, [
    yearPanel(course, language),
    sharePanel(course, language),
  ]);
  let row = lower.row;

  row = monthSection(draft, row, course, making);
  row = yearSection(draft, row, course, making);
  const figures = figuresOf(course, shown);
  const placed: Placed[] = [...upper.placed, ...lower.placed];
  return ok(
    finished(
      draft,
      row,
      {
        name: {
          en: fill(texts.name.en, periodLabel(asked.period, "en")),
          zh: fill(texts.name.zh, periodLabel(asked.period, "zh")),
        },
        sheetName: fill(texts.sheet[language], periodInName(asked)),
        sources,
        notes: [
          ...retailNotes({ request: asked, period, course, figures, shown, missing }),
          ...valuesNote(making.cells.values, language),
          common.noteGaps[language],
          common.noteTitles[language],
        ],
        drawings: placed,
        values: making.cells.values,
      },
      request,
    ),
  );
}

/** Adds the title and the tiles; returns the row below. */
function headAndTiles(draft: PlanBuilder, shown: readonly Tile[], making: Making, request: Request): number {
  const { language } = request;
  const label = monthsLabel(request.period, language);
  const top = head(draft, fill(texts.title[language], label), request);
  return tiles(
    draft,
    top,
    fill(texts.tiles[language], label),
    shown,
    (tile, part) =>
      part === tile.key.show
        ? making.cells.of(tile.figure, cellUnit(tile.figure, language))
        : making.cells.of(tile.growth),
    language,
  );
}

/** Adds the months of two years; returns the row below. */
function monthSection(draft: PlanBuilder, from: number, course: Course, making: Making): number {
  const { months, year, broken } = course;
  const { language } = making;
  if (months.length === 0) return from;
  let row = from;
  heading(draft, row, fill(texts.monthTable[language], year - 1, year));
  row += 1;
  if (broken) {
    const { successor, text } = broken;
    const note = successor ? fill(texts.monthTableBreak[language], year - 1, year) : text[language];
    paragraph(draft, row, note, "caption");
    row += 1;
  }
  draft.height(row, 6);
  return monthTable(draft, row + 1, course, making) + 1;
}

/** Adds the years; returns the row below. */
function yearSection(draft: PlanBuilder, row: number, course: Course, making: Making): number {
  const [first, newest] = [course.years[0], course.years.at(-1)];
  if (!first || !newest) return row;
  heading(draft, row, fill(texts.yearTable[making.language], first.period, newest.period));
  draft.height(row + 1, 6);
  return yearTable(draft, row + 2, course, making) + 1;
}

/** What the notes depend on. */
interface Noted {
  readonly request: Request;
  /** The period up to which figures are known. */
  readonly period: Period;
  readonly course: Course;
  readonly figures: readonly Figure[];
  readonly shown: readonly Tile[];
  readonly missing: readonly Missing[];
}

/** The page's notes, most important first. */
function retailNotes({ request, period, course, figures, shown, missing }: Noted): string[] {
  const { language } = request;
  const upTo = fill(texts.noteUpTo[language], periodLabel(request.period, language));
  const breaks = breakNotes(figures, allBreaks, language);
  const firstBreak = course.broken?.successor !== undefined || endMonth(period) >= "2025";
  return [
    ...(period === request.period ? [] : [upTo]),
    ...missingNote(missing, language),
    ...commonNotes(
      figures,
      shown.map(({ figure }) => figure),
      period,
      language,
    ),
    ...(firstBreak ? breaks : breaks.slice(1)),
    ...(course.basis === undefined ? [] : [fill(texts.noteChained[language], course.basis)]),
    ...(endMonth(period) >= "2026" ? [texts.noteGoods[language]] : []),
  ];
}

/** Total, goods, share and the three groups of goods, and after them their replacements. */
const keyFigures = (period: Period): KeyFigure[] => [
  ...valuesOf(onlineAt(period), "ONLINE_RETAIL_PHYSICAL", "ONLINE_RETAIL_PHYSICAL_SHARE"),
  ...growthOf("ONLINE_RETAIL_FOOD", "ONLINE_RETAIL_CLOTHING", "ONLINE_RETAIL_DAILY_USE"),
  ...valuesOf("ONLINE_RETAIL_SERVICES", "TOTAL_RETAIL"),
];

/** The chart of sales from January to each month of two years, with their growth. */
function monthPanel({ year, last, months, broken }: Course, language: Language): Panel {
  const first = months.findIndex((month) => month.levelBefore ?? month.growthBefore);
  const earlier = first < 0 ? [] : months.slice(first);
  const marks = (inYear: number, rows: Course["months"]): string[] =>
    monthMarks(
      rows.flatMap(({ month }) => periodOf(inYear, 1, month) ?? []),
      language,
    );
  const [marksBefore, marksNow] = [marks(year - 1, earlier), marks(year, months)];
  const before = earlier.map(({ levelBefore, growthBefore }, index) => ({
    label: marksBefore[index] ?? "",
    level: levelBefore,
    growth: growthBefore,
  }));
  const now = months
    .filter(({ month }) => month <= last)
    .map(({ level, growth }, index) => ({ label: marksNow[index] ?? "", level, growth }));
  const moments: Moment[] = [...before, ...(broken && now.length > 0 ? (["break"] as const) : []), ...now];
  const known = moments.filter((moment) => moment !== "break" && moment.level);
  const chart =
    known.length < 4 ? undefined : combo("months", texts.monthsChart[language], moments, language);
  const caption = chart
    ? fill(common.retailSentence[language], chart.unit) +
      (broken && now.length > 0 ? fill(texts.monthsBreak[language], year) : "")
    : common.noneDrawn[language];
  return { heading: texts.monthsHeading[language], caption, drawing: chart?.drawing };
}

/** The chart of growth month by month, a line for each of two years. */
function againstPanel({ year, months, broken }: Course, language: Language): Panel {
  const names = monthMarks(
    months.flatMap(({ month }) => periodOf(year, 1, month) ?? []),
    language,
  ).map((mark, index) => (language === "zh" ? `${months[index]?.month}月` : mark.replace(/ \d+$/, "")));
  const drawing = categoryChart(
    "against",
    "line",
    texts.againstChart[language],
    names,
    [
      { name: String(year - 1), figures: months.map(({ growthBefore }) => growthBefore), colour: "muted" },
      { name: String(year), figures: months.map(({ growth }) => growth), colour: "accent" },
    ],
    language,
  );
  const caption = drawing
    ? fill(texts.againstCaption[language], year - 1, year) + (broken ? texts.againstBreak[language] : "")
    : common.noneDrawn[language];
  return { heading: texts.againstHeading[language], caption, drawing };
}

/** The panel of yearly levels: chained if all years have one, else as published. */
function yearPanel(course: Course, language: Language): Panel {
  const { years, basis } = course;
  if (basis !== undefined) return chainedPanel(course, basis, language);
  const moments = years.flatMap((year, index): Moment[] => [
    { label: year.period, level: year.level, growth: year.growth },
    ...(year.broken && index < years.length - 1 ? (["break"] as const) : []),
  ]);
  const chart = years.length < 2 ? undefined : combo("years", texts.yearsChart[language], moments, language);
  const narrow = years.find(({ broken }) => broken)?.period ?? "";
  const caption = chart
    ? fill(common.retailSentenceYears[language], chart.unit) + fill(texts.yearsCaption[language], narrow)
    : common.noneDrawn[language];
  return { heading: texts.yearsHeading[language], caption, drawing: chart?.drawing };
}

/** The chart of yearly sales on one basis, with their growth. */
function chainedPanel({ years }: Course, basis: number, language: Language): Panel {
  const moments = years
    .filter(({ chained }) => chained)
    .map(({ period, chained, growth }): Moment => ({ label: period, level: chained, growth }));
  const sales = fill(texts.chainedSeries[language], basis);
  const chart =
    moments.length < 2 ? undefined : combo("years", texts.yearsChart[language], moments, language, sales);
  const narrow = years.find(({ broken }) => broken)?.period;
  const caption = chart
    ? fill(texts.chainedCaption[language], chart.unit, basis) +
      (narrow === undefined ? "" : fill(texts.chainedApart[language], narrow))
    : common.noneDrawn[language];
  return { heading: texts.yearsHeading[language], caption, drawing: chart?.drawing };
}

/** The chart of the online share of retail sales by year. */
function sharePanel({ years }: Course, language: Language): Panel {
  const known = years.slice(
    Math.max(
      0,
      years.findIndex(({ share }) => share),
    ),
  );
  const drawing = categoryChart(
    "share",
    "column",
    texts.shareChart[language],
    known.map(({ period }) => period),
    [{ name: texts.shareChart[language], figures: known.map(({ share }) => share), colour: "accent" }],
    language,
  );
  const caption = (drawing ? texts.shareCaption : common.noneDrawn)[language];
  return { heading: texts.shareHeading[language], caption, drawing };
}

/** All figures of the page. */
function figuresOf(
  { months, years }: Course,
  shown: readonly { figure: Figure; growth?: Figure | undefined }[],
): Figure[] {
  return [
    ...shown.flatMap(({ figure, growth }) => [figure, growth]),
    ...months.flatMap((month) => [
      month.level,
      month.growth,
      month.share,
      month.levelBefore,
      month.growthBefore,
    ]),
    ...years.flatMap((year) => [year.level, year.growth, year.goods, year.goodsGrowth, year.share]),
  ].filter((figure): figure is Figure => figure !== undefined);
}
