import {
  endOf,
  fail,
  isDerived,
  measureWords,
  ok,
  periodLabel,
  periodOf,
  periodParts,
} from "../../../dataset";
import type { Figure, Language, MeasureName, Period, Result } from "../../../dataset";
import type { OwnChoice } from "../../../workbook/insertion";
import { PlanBuilder } from "../../PlanBuilder";
import { shortLabel } from "../../layout/labels";
import { cutTo, textWidth } from "../../layout/textWidth";
import { cellUnit, sheetUnit } from "../../layout/amounts";
import { Cells, columnFormat, largestOf } from "../../layout/cells";
import { combo, categoryChart } from "../../layout/drawings";
import type { Drawing, Moment, Placed } from "../../layout/drawings";
import { finished, head, panels, periodInName } from "../../layout/frame";
import type { Panel } from "../../layout/frame";
import { breakNotes, commonNotes, valuesNote } from "../../layout/notes";
import { SourceList } from "../../layout/request";
import type { Request } from "../../layout/request";
import { heading, holdTogether, monthsLabel, paragraph, widths } from "../../layout/sections";
import { nativeTable, periodColumn } from "../../layout/table";
import type { Column } from "../../layout/table";
import { texts as common } from "../../layout/texts";
import { fill } from "../../../dataset/wording/text";
import { mostTiles, tiles } from "../../layout/tiles";
import type { Tile } from "../../layout/tiles";
import { monthMarks, periodMark, shortPeriod } from "../../layout/words";
import type { Colour, Plan } from "../../plan";
import { measureHeading } from "../../single/cells";
import { blankNotes, goneNotes } from "./notes";
import { partsOf } from "./parts";
import type { Course, Part, Span } from "./parts";
import { texts } from "./texts";

const chartRows = 14;
/** More names than this would stand upright on an axis: then one in so many is shown that about twelve are left. */
const mostMarks = 14;
const colours: readonly Colour[] = ["accent", "contrast", "muted", "accent-light"];

/**
 * "Your own": chosen measures of chosen indicators by period, a table and a chart each.
 *
 * @returns the first reason where nothing chosen has a figure; `missing-argument` where nothing was chosen
 */
export function ownPlan(own: OwnChoice | undefined, request: Request): Result<Plan> {
  if (!own || own.indicators.length === 0) return fail({ name: "missing-argument", argument: "indicator" });
  if (own.measures.length === 0) return fail({ name: "missing-argument", argument: "measure" });
  const { language, live, period } = request;
  const { parts, gone, blank } = partsOf(own, request);
  const [first] = parts;
  if (!first) return fail(gone[0]?.reason ?? { name: "missing-argument", argument: "measure" });
  const draft = new PlanBuilder(widths);
  const sources = new SourceList();
  const cells = new Cells(live);
  const courses = parts.flatMap((part) => part.courses);
  const chosen = own.indicators.flatMap(
    (code) => courses.find(({ indicator }) => indicator.code === code) ?? [],
  );
  const single = parts.length === 1 && !first.measure;
  const title = (of: Language): string =>
    single ? (chosen[0]?.indicator.label[of] ?? "") : titleOf(chosen, of);
  const top = head(draft, own.title?.trim() || cutTo(title(language), 62), request);
  const shown = tilesOf(parts, period, language);
  let row = tiles(
    draft,
    top,
    monthsLabel(period, language),
    shown,
    ({ figure, formula }) => cells.of(figure, cellUnit(figure, language), formula),
    language,
  );
  const placed: Placed[] = [];
  parts.forEach((part, index) => {
    const top = row;
    const name = headingOf(part, language);
    const caption = captionOf(part, own.freq, language);
    const made = own.charts ? charts(draft, row, part, index, own.freq, language) : undefined;
    if (made) {
      placed.push(...made.placed);
      row = made.row - 1;
    } else {
      heading(draft, row, name);
      const alone = own.charts ? ` ${common.noneDrawn[language]}` : "";
      paragraph(draft, row + 1, caption + alone, "caption");
      row += 2;
    }
    draft.height(row, 6);
    row = table(draft, row + 1, part, index, cells, sources, language) + 1;
    // A chart and its table where they fit, else each by itself.
    holdTogether(draft, top, row - 1);
  });
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
          ...goneNotes(gone, language),
          ...blankNotes(blank, language),
          ...(figures.some(({ derived }) => derived) ? [texts.noteDerived[language]] : []),
          ...commonNotes(figures, [], period, language),
          ...breakNotes(figures, firstMonth(parts), language),
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

const periodsOf = ({ rows }: Part): Period[] => rows.filter((row): row is Period => row !== "break");

function figuresOf(part: Part): Figure[] {
  return part.courses.flatMap(({ at }) => periodsOf(part).flatMap((period) => at(period) ?? []));
}

const firstMonth = (parts: readonly Part[]): string =>
  parts.map((part) => (periodsOf(part)[0] ?? "").slice(0, 4)).sort()[0] ?? "";

/** All that are chosen, as far as there is room. */
function titleOf(courses: readonly Course[], language: Language): string {
  const labels = [...new Set(courses.map(({ indicator }) => shortLabel(indicator, language)))];
  const all = labels.join(texts.comma[language]);
  if (labels.length < 3 || textWidth(all) <= 50) return all;
  const more = language === "zh" ? labels.length : labels.length - 2;
  return fill(texts.more[language], labels.slice(0, 2).join(texts.comma[language]), more);
}

/** A measure in one word. */
const measureName = (measure: MeasureName, language: Language): string =>
  measure === "level" ? texts.value[language] : measureWords[measure][language];

const nameOf = (title: string, period: Period, language: Language): string =>
  fill(texts.name[language], title, periodLabel(period, language));

function headingOf(part: Part, language: Language): string {
  const { measure, courses } = part;
  if (!measure) {
    const words = courses.map((course) => measureName(course.measure, language)).join(texts.comma[language]);
    return upper(words);
  }
  const largest = largestOf(figuresOf(part));
  const unit = largest ? sheetUnit(largest, language) : "";
  return fill(common.headed[language], measureHeading(measure, language), unit);
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function captionOf(part: Part, freq: OwnChoice["freq"], language: Language): string {
  const periods = periodsOf(part);
  const [from, to] = [periods[0], periods.at(-1)];
  const name = (period: Period): string => shortPeriod(period, language, part.nature);
  return from && to ? fill(texts[part.nature ?? freq][language], name(from), name(to)) : "";
}

/** The figure of each column that is of the page's last period, six at most. */
function tilesOf(parts: readonly Part[], last: Period, language: Language): Tile[] {
  return parts
    .flatMap((part) =>
      part.courses.flatMap(({ indicator, measure, at, formulaAt }) => {
        const period = periodsOf(part).find((one) => endOf(one) === endOf(last) && at(one));
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

/** The latest period of a table with any figure. */
const newestOf = (part: Part): Period | undefined =>
  [...periodsOf(part)].reverse().find((period) => part.courses.some(({ at }) => at(period)));

/** A chart of each span that has enough figures, two at most side by side; undefined where none has. */
function charts(
  draft: PlanBuilder,
  row: number,
  part: Part,
  index: number,
  freq: OwnChoice["freq"],
  language: Language,
): ReturnType<typeof panels> | undefined {
  const name = headingOf(part, language);
  const caption = captionOf(part, freq, language);
  const given = part.spans.flatMap((span, place): Panel[] => {
    const id = `part${String.fromCharCode(97 + index)}${place > 0 ? "years" : ""}`;
    const what = freq === "ytd" && span.month !== undefined ? monthsOf(span.month, part, language) : "";
    const of = (text: string): string => (what ? fill(common.headed[language], text, what) : text);
    const found = drawingOf(part, span, id, of, freq, language);
    if (!found) return [];
    const { drawing, left } = found;
    // A table has room for fewer periods than a chart of every year has.
    const [oldest, drawnFrom] = [periodsOf(part)[0], span.rows.find((one): one is Period => one !== "break")];
    const further = oldest && drawnFrom && endOf(drawnFrom) < endOf(oldest);
    const said = [
      place > 0 ? "" : further ? fill(texts.table[language], caption) : caption,
      what && fill(texts.same[language], what) + (part.nature ? "" : texts.sums[language]),
      left.length > 0 && fill(texts.fewer[language], left.join(texts.comma[language])),
    ];
    return [{ heading: of(name), caption: said.filter(Boolean).join(language === "zh" ? "" : " "), drawing }];
  });
  return given.length > 0 ? panels(draft, row, chartRows, given) : undefined;
}

/** What sums of a length are called, whatever the year: "January to March", "full years"; stocks: "end of March". */
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
 * Level with growth as column and line; one measure as lines, or as columns where there are few periods.
 *
 * @returns what was drawn, and the names of those with too few figures for a line
 */
function drawingOf(
  part: Part,
  { rows, month }: Span,
  id: string,
  titled: (text: string) => string,
  freq: OwnChoice["freq"],
  language: Language,
): { drawing: Drawing; left: string[] } | undefined {
  const { courses, measure } = part;
  const periods = rows.filter((row): row is Period => row !== "break");
  const every = rows.length > mostMarks ? Math.ceil(rows.length / 12) : undefined;
  const marks =
    month !== undefined
      ? periods.map((period) => String(periodParts(period).year))
      : freq === "quarter"
        ? periods.map((period) => periodMark(period, language))
        : monthMarks(periods, language, every !== undefined);
  const mark = (row: Period | "break"): string =>
    row === "break" ? "" : (marks[periods.indexOf(row)] ?? "");
  const of = (course: Course): (Figure | undefined)[] =>
    rows.map((row) => (row === "break" ? undefined : course.at(row)));
  // Amounts of one indicator are seen best as columns, and so are a few periods of anything; a line would join the sum
  // of one year to that of the next.
  const asked = measure ? courses : courses.slice(0, 1);
  const level = asked[0]?.measure === "level";
  const columns = rows.length < 4 || (level && (asked.length === 1 || month !== undefined));
  const enough = (course: Course): boolean => columns || of(course).filter((one) => one).length > 2;
  const drawn = asked.filter(enough);
  const names = titleOf(measure ? drawn : courses, language);
  const what = measure && measureName(measure, language);
  // Beside another chart there is half the room: what is measured the heading says, and whose it is the legend.
  const room = part.spans.length > 1 ? 42 : 60;
  const titles = what ? [fill(common.headed[language], names, what), names, upper(what)] : [names];
  const all = titles.map(titled);
  const title = cutTo(all.find((one) => textWidth(one) <= room) ?? all[0] ?? names, room);
  const spaced = (made: Drawing): Drawing =>
    every === undefined ? made : { ...made, chart: (...given) => ({ ...made.chart(...given), every }) };
  const find = (name: string): Course | undefined => courses.find((one) => one.measure === name);
  const [amount, growth] = [find("level"), find("growth")];
  if (!measure && amount && growth) {
    const moments = rows.map((row): Moment =>
      row === "break" ? "break" : { label: mark(row), level: amount.at(row), growth: growth.at(row) },
    );
    const figures = [...of(amount), ...of(growth)];
    const made = of(amount).filter((one) => one).length < 2 ? undefined : combo(id, title, moments, language);
    return made && { drawing: { ...spaced(made.drawing), figures }, left: [] };
  }
  const given = drawn.map((course, place) => ({
    name: shortLabel(course.indicator, language),
    figures: of(course),
    colour: colours[place % colours.length] ?? "accent",
  }));
  const drawing = categoryChart(id, columns ? "column" : "line", title, rows.map(mark), given, language);
  const left = asked.filter((one) => !enough(one)).map(({ indicator }) => shortLabel(indicator, language));
  return drawing && { drawing: spaced(drawing), left };
}

function table(
  draft: PlanBuilder,
  row: number,
  part: Part,
  index: number,
  cells: Cells,
  sources: SourceList,
  language: Language,
): number {
  const { rows, courses, measure } = part;
  const [first = "2025" as Period] = periodsOf(part);
  const figureAt = ({ at }: Course, period: Period | "break"): Figure | undefined =>
    period === "break" ? undefined : at(period);
  const units = courses.map((course) =>
    cellUnit(largestOf(rows.map((period) => figureAt(course, period))), language),
  );
  const made = [...rows]
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
  const columns = courses.map((course, place): Column => {
    const figures = rows.map((period) => figureAt(course, period));
    const largest = largestOf(figures);
    const unit = largest ? sheetUnit(largest, language) : "";
    const name = measure ? shortLabel(course.indicator, language) : measureHeading(course.measure, language);
    const wanted = fill(common.headed[language], name, unit);
    const headed = heads.has(wanted) ? fill(common.headed[language], wanted, course.indicator.code) : wanted;
    heads.add(headed);
    return {
      head: headed,
      cells: made.map((cellsOfRow) => cellsOfRow[place] ?? null),
      formats: figures.map((one) => columnFormat(one, largest, language)),
      align: "right",
      ...(isDerived(course.measure) ? { derived: figures } : {}),
    };
  });
  return nativeTable(draft, row, `part${String.fromCharCode(97 + index)}`, [
    periodColumn(
      common.headPeriod[language],
      rows.map((period) => (period === "break" ? first : period)),
      language,
      () => part.nature,
      rows.map((period) => (period === "break" ? common.breakLabel[language] : undefined)),
    ),
    ...columns,
    {
      head: common.headSource[language],
      cells: rows.map((period) => sources.cell(courses.map((course) => figureAt(course, period)))),
      align: "centre",
    },
  ]);
}
