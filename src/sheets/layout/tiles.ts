import { figure, figureText, indicatorOf, periodLabel, valueMeasure } from "../../dataset";
import type { Figure, IndicatorCode, Language, Reason, Text2 } from "../../dataset";
import { fill } from "../../dataset/wording/text";
import type { Cell, Formula } from "../plan";
import type { PlanBuilder } from "../PlanBuilder";
import { cellUnit, decimalsIn, numberIn, sheetUnit } from "./amounts";
import { columnFormat } from "./cells";
import { signedFormat } from "./labels";
import { ask } from "./request";
import type { Request } from "./request";
import { body } from "./sections";
import { texts } from "./texts";
import { linesIn, numberFits, rowHeight } from "./textWidth";

/** A key figure: its measure, and its name in the tile. */
export interface KeyFigure {
  code: IndicatorCode;
  show: "value" | "growth";
  label: Text2;
  /** The text below the number; default: growth on a year earlier, or the unit. */
  note?: Text2;
}

/** A tile: a key figure with its number. */
export interface Tile {
  key: KeyFigure;
  figure: Figure;
  /** The growth that belongs to a level. */
  growth?: Figure | undefined;
  /** The figure's period, shown instead of growth where tiles have different ones. */
  when?: string;
  /** The formula, if it is not the usual one. */
  formula?: Formula | undefined;
}

/** A key figure without a number. */
export interface Missing {
  key: KeyFigure;
  reason: Reason;
}

/** The most tiles side by side. */
export const mostTiles = 6;

/** The tile of a key figure; undefined where the period has no figure. */
export function tileOf(key: KeyFigure, request: Request): Tile | undefined {
  const growth = ask(key.code, "growth", request.period, request);
  const shown =
    key.show === "growth"
      ? growth
      : ask(key.code, valueMeasure(indicatorOf(key.code)), request.period, request);
  return shown && { key, figure: shown, growth };
}

/** The reason why a key figure is missing; empty if it is not. */
export function missingOf(key: KeyFigure, { period, asof }: Request): Missing[] {
  const indicator = indicatorOf(key.code);
  const measure = key.show === "growth" ? "growth" : valueMeasure(indicator);
  const answer = figure({ indicator, measure, period, asof });
  return answer.ok ? [] : [{ key, reason: answer.reason }];
}

/**
 * Notes on missing key figures, each with the nearest period that has one. At most one note; discontinued series are
 * left to the note on their break.
 */
export function missingNote(missing: readonly Missing[], language: Language): string[] {
  // A discontinued series is mentioned with its break.
  const notEnded = missing.filter(({ reason }) => reason.name !== "series-ended");
  const list = notEnded.map(({ key, reason }) => {
    const near = "nearest" in reason ? reason.nearest : undefined;
    const label = key.label[language];
    return near ? fill(texts.nearest[language], label, periodLabel(near, language)) : label;
  });
  const listed = list.join(language === "zh" ? "、" : "; ");
  return notEnded.length > 0 ? [fill(texts.noteMissing[language], listed)] : [];
}

/**
 * Adds the tiles in four rows from `row`; nothing without any.
 * @param caption a text beside them about all of them
 * @param place gives the cell of a tile's figure or growth; called from left to right
 * @returns the next row
 */
export function tiles(
  draft: PlanBuilder,
  row: number,
  caption: string,
  shown: readonly Tile[],
  place: (tile: Tile, part: "value" | "growth") => Cell,
  language: Language,
): number {
  if (shown.length === 0) return row;
  draft.put(row, 0, [[texts.keyFigures[language]]], "heading");
  draft.height(row + 1, 34);
  draft.height(row + 3, 17);
  draft.height(row + 1, rowHeight(linesIn(caption, draft.widthOf(0, 0), body), body));
  draft.wide(row + 1, 0, 0, caption, "caption");
  const widthOf = (column: number): number => draft.widthOf(column, column);
  const fits = shown.every(({ figure }, index) =>
    numberFits(numberText(figure, language), widthOf(index + 1), 17),
  );
  shown.forEach((tile, index) => {
    const column = index + 1;
    const { figure, key, growth, when } = tile;
    const isGrowth = key.show === "growth";
    const note = isGrowth ? texts.onYear[language] : (key.note?.[language] ?? sheetUnit(figure, language));
    draft.put(row, column, [[key.label[language]], [place(tile, key.show)], [note]]);
    const lines = (text: string): number => linesIn(text, widthOf(column) - 1.8, 9);
    draft.height(row, Math.max(30, rowHeight(lines(key.label[language]), 9)));
    draft.height(row + 2, rowHeight(lines(note), 9) - 2);
    if (when !== undefined) draft.height(row + 3, Math.max(17, rowHeight(lines(when), 9)));
    if (when !== undefined) {
      draft.put(row + 3, column, [[when]]);
    } else if (!isGrowth && growth) {
      draft.put(row + 3, column, [[place(tile, "growth")]]);
      draft.format(
        [row + 3, column, 1, 1],
        withWords(signedFormat(growth, language), texts.onYearFormat[language], language),
      );
    }
    draft.format([row + 1, column, 1, 1], columnFormat(figure, figure, language));
  });
  const n = shown.length;
  draft.style([row, 1, 1, n], "tile-label");
  draft.style([row + 1, 1, 1, n], fits ? "tile-number" : "tile-number-small");
  draft.style([row + 2, 1, 2, n], "tile-note");
  if (n > 1) draft.style([row, 1, 4, n], "tile-gaps");
  draft.height(row + 4, 8);
  return row + 5;
}

/** About the text in a tile: the figure without the words of its scale. */
function numberText(figure: Figure, language: Language): string {
  const unit = cellUnit(figure, language);
  if (unit === undefined) return figureText(figure, language).replace(/ (?:trillion|billion|million)$/, "");
  const digits = decimalsIn(figure, unit);
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${figure.qualifier === "exact" ? "" : "≈"}${numberIn(figure, unit).toLocaleString("en-US", options)}`;
}

/** A number format with words after the number (in Chinese before it), in each of its sections. */
const withWords = (format: string, words: string, language: Language): string =>
  format
    .split(";")
    .map((part) => (language === "zh" ? words + part : part + words))
    .join(";");
