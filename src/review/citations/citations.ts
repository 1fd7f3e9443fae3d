import { cite, sourceOf } from "../../dataset";
import type { CitationStyle, Language, Source, SourceId } from "../../dataset";
import type { Settings } from "../../functions/settings";
import type { SheetCells } from "../comparability/cells";
import { gridsOf } from "../comparability/grid";
import { overlap } from "../../sheets/plan";
import type { Area } from "../../sheets/plan";

/** The styles in which a list of sources can be had. */
export const listStyles = ["text", "apa", "gbt7714", "bibtex"] as const satisfies readonly CitationStyle[];
/** A style of a list. */
export type ListStyle = (typeof listStyles)[number];

/** What the cells of an area cite. */
export interface Cited {
  /** In order of appearance, by rows; each once. */
  sources: readonly SourceId[];
  /** Cells with formulas or figures of ours. */
  cells: number;
  /** Cells of ours of which it cannot be said: their arguments are calculated, or stand on another sheet. */
  unread: number;
}

/** The sources of the figures in some areas of a sheet, formulas that call ours inside others included. */
export function citedSources(
  sheets: readonly SheetCells[],
  sheet: SheetCells,
  areas: readonly Area[],
  settings: Settings,
): Cited {
  const grid = gridsOf(sheets, settings).find((one) => one.sheet === sheet);
  const inside = [...(grid?.cells.values() ?? [])]
    .filter(({ row, column }) => areas.some((area) => overlap(area, [row, column, 1, 1])))
    .filter(({ calls, shown, sources }) => calls.length > 0 || shown || sources.length > 0)
    .sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    sources: [...new Set(inside.flatMap(({ sources }) => sources))],
    cells: inside.length,
    unread: inside.filter(({ calls }) => calls.includes(undefined)).length,
  };
}

/**
 * A list of sources as text, one after the other. Texts for readers and GB/T 7714 are numbered in order of appearance; APA and
 * BibTeX know no numbers.
 */
export function sourceTexts(sources: readonly Source[], style: ListStyle, language: Language): string[] {
  return sources.map((source, index) => {
    const text = cite(source, style, language);
    if (style === "text") return `${index + 1}. ${text}`;
    return style === "gbt7714" ? `[${index + 1}] ${text}` : text;
  });
}

/** The same by the sources' ids. */
export const sourceTextsOf = (ids: readonly SourceId[], style: ListStyle, language: Language): string[] =>
  sourceTexts(ids.map(sourceOf), style, language);
