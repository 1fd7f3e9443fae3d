import { endOf, fail, isDerived, measureWords, ok } from "../../../dataset";
import type { Figure, Language, Period, Result } from "../../../dataset";
import { fill } from "../../../dataset/wording/text";
import type { CustomSheet } from "../../../workbook/insertion";
import { cellUnit, sheetUnit } from "../../layout/amounts";
import { Cells, columnFormat, largestOf } from "../../layout/cells";
import type { Placed } from "../../layout/drawings";
import { finished, head, periodInName } from "../../layout/frame";
import { shortLabel } from "../../layout/labels";
import { breakNotes, commonNotes, valuesNote } from "../../layout/notes";
import { SourceList } from "../../layout/request";
import type { Request } from "../../layout/request";
import { heading, holdTogether, paragraph, widths } from "../../layout/sections";
import { nativeTable, periodColumn } from "../../layout/table";
import type { Column } from "../../layout/table";
import { texts as common } from "../../layout/texts";
import { cutTo } from "../../layout/textWidth";
import { mostTiles, tiles } from "../../layout/tiles";
import type { Tile } from "../../layout/tiles";
import { monthsLabel, shortPeriod } from "../../layout/words";
import type { Plan } from "../../plan";
import { PlanBuilder } from "../../PlanBuilder";
import { measureHeading } from "../../single/cells";
import { charts, drawnOf } from "./charts";
import { captionOf, figuresOf, firstYear, headingOf, nameOf, periodsOf, titleOf } from "./names";
import { blankNotes, lackingNotes } from "./notes";
import { partsOf } from "./parts";
import type { Course, Part } from "./parts";
import { texts } from "./texts";

/**
 * "Your own": a table and a chart for chosen measures of chosen indicators by period.
 * @returns the first reason if nothing chosen has a figure; `missing-argument` if nothing was chosen
 */
export function customPlan(custom: CustomSheet | undefined, request: Request): Result<Plan> {
  if (!custom || custom.indicators.length === 0)
    return fail({ name: "missing-argument", argument: "indicator" });
  if (custom.measures.length === 0) return fail({ name: "missing-argument", argument: "measure" });
  const { language, live, period } = request;
  const { parts, lacking, blank } = partsOf(custom, request);
  const [first] = parts;
  if (!first) return fail(lacking[0]?.reason ?? { name: "missing-argument", argument: "measure" });
  const draft = new PlanBuilder(widths);
  const sources = new SourceList();
  const cells = new Cells(live);
  const courses = parts.flatMap((part) => part.courses);
  const chosen = custom.indicators.flatMap(
    (code) => courses.find(({ indicator }) => indicator.code === code) ?? [],
  );
  const single = parts.length === 1 && !first.measure;
  const title = (inLanguage: Language): string =>
    single ? (chosen[0]?.indicator.label[inLanguage] ?? "") : titleOf(chosen, inLanguage);
  const top = head(draft, custom.title?.trim() || cutTo(title(language), 62), request);
  const shown = tilesOf(parts, period, language);
  const below = tiles(
    draft,
    top,
    monthsLabel(period, language),
    shown,
    ({ figure, formula }) => cells.of(figure, cellUnit(figure, language), formula),
    language,
  );
  const { placed, row } = addParts(draft, below, parts, custom, { cells, sources, language });
  const figures = parts.flatMap(figuresOf);
  return ok(
    finished(
      draft,
      row,
      {
        name: { en: nameOf(title("en"), period, "en"), zh: nameOf(title("zh"), period, "zh") },
        sheetName: fill(texts.sheet[language], periodInName(request)),
        sources,
        notes: [
          ...lackingNotes(lacking, language),
          ...blankNotes(blank, language),
          ...(figures.some(({ derived }) => derived) ? [texts.noteDerived[language]] : []),
          ...commonNotes(figures, [], period, language),
          ...breakNotes(figures, firstYear(parts), language),
          ...valuesNote(cells.values, language),
          common.noteGaps[language],
          common.noteTitles[language],
        ],
        drawings: placed,
        values: cells.values,
      },
      request,
    ),
  );
}

/** What the cells of a page are made with. */
interface Making {
  cells: Cells;
  sources: SourceList;
  language: Language;
}

/** Adds each part: its charts, or a heading where it has none, and its table. Returns the drawings and the row below. */
function addParts(
  draft: PlanBuilder,
  from: number,
  parts: readonly Part[],
  custom: CustomSheet,
  making: Making,
): { placed: Placed[]; row: number } {
  const { language } = making;
  const placed: Placed[] = [];
  let row = from;
  parts.forEach((part, index) => {
    const top = row;
    const strip = charts(draft, row, part, index, custom, language);
    if (strip) {
      placed.push(...strip.placed);
      row = strip.row - 1;
    } else {
      heading(draft, row, headingOf(part, language));
      const alone = drawnOf(part, custom).length > 0 ? ` ${common.noneDrawn[language]}` : "";
      paragraph(draft, row + 1, captionOf(part, custom.freq, language) + alone, "caption");
      row += 2;
    }
    draft.height(row, 6);
    row = table(draft, row + 1, part, index, making) + 1;
    // Keeps a chart with its table if both fit on a page, else each by itself.
    holdTogether(draft, top, row - 1);
  });
  return { placed, row };
}

/** The tiles: each column's figure of the page's last period, at most six. */
function tilesOf(parts: readonly Part[], last: Period, language: Language): Tile[] {
  return parts
    .flatMap((part) =>
      part.courses.flatMap(({ indicator, measure, at, formulaAt }) => {
        const period = periodsOf(part).find((candidate) => endOf(candidate) === endOf(last) && at(candidate));
        const figure = period && at(period);
        if (!figure || (measure === "computed growth" && period !== newestOf(part))) return [];
        const name = part.measure
          ? cutTo(shortLabel(indicator, language), 28)
          : headingOf({ ...part, courses: [{ indicator, measure, at, formulaAt }] }, language);
        const unit = sheetUnit(figure, language);
        const note = !figure.derived
          ? unit
          : part.measure === "difference"
            ? fill(common.headed[language], unit, measureWords[measure][language])
            : fill(texts.computed[language], unit);
        return [
          {
            key: {
              code: indicator.code,
              show: measure === "growth" ? ("growth" as const) : ("value" as const),
              label: { en: name, zh: name },
              note: { en: note, zh: note },
            },
            figure,
            when: shortPeriod(period, language, indicator.nature),
            formula: formulaAt(period),
          },
        ];
      }),
    )
    .slice(0, mostTiles);
}

/** The latest period with a figure in a table. */
const newestOf = (part: Part): Period | undefined =>
  [...periodsOf(part)].reverse().find((period) => part.courses.some(({ at }) => at(period)));

/** A course's figure for a row of the table; none for a break. */
const figureAt = ({ at }: Course, period: Period | "break"): Figure | undefined =>
  period === "break" ? undefined : at(period);

/** Adds a part's table, one row a period; returns the row below. */
function table(draft: PlanBuilder, row: number, part: Part, index: number, making: Making): number {
  const { sources, language } = making;
  const { rows, courses, nature } = part;
  const [first = "2025" as Period] = periodsOf(part);
  return nativeTable(draft, row, `part${String.fromCharCode(97 + index)}`, [
    periodColumn(
      common.headPeriod[language],
      rows.map((period) => (period === "break" ? first : period)),
      language,
      () => nature,
      rows.map((period) => (period === "break" ? common.breakLabel[language] : undefined)),
    ),
    ...courseColumns(part, making),
    {
      head: common.headSource[language],
      cells: rows.map((period) => sources.cell(courses.map((course) => figureAt(course, period)))),
      align: "centre",
    },
  ]);
}

/** The columns of figures. Their cells are made from the newest row up: only so many may be formulas. */
function courseColumns({ rows, courses, measure }: Part, { cells, language }: Making): Column[] {
  const units = courses.map((course) =>
    cellUnit(largestOf(rows.map((period) => figureAt(course, period))), language),
  );
  const body = [...rows]
    .reverse()
    .map((period) =>
      courses.map((course, place) =>
        cells.of(
          figureAt(course, period),
          units[place],
          period === "break" ? undefined : course.formulaAt(period),
        ),
      ),
    )
    .reverse();
  const heads = new Set<string>();
  return courses.map((course, place): Column => {
    const figures = rows.map((period) => figureAt(course, period));
    const largest = largestOf(figures);
    const unit = largest ? sheetUnit(largest, language) : "";
    const name = measure ? shortLabel(course.indicator, language) : measureHeading(course.measure, language);
    const wanted = fill(common.headed[language], name, unit);
    const headed = heads.has(wanted) ? fill(common.headed[language], wanted, course.indicator.code) : wanted;
    heads.add(headed);
    return {
      head: headed,
      cells: body.map((cellsOfRow) => cellsOfRow[place] ?? null),
      formats: figures.map((figure) => columnFormat(figure, largest, language)),
      align: "right",
      ...(isDerived(course.measure) ? { derived: figures } : {}),
    };
  });
}
