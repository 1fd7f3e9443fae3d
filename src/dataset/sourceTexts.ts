// Outside the domain's index, so that the functions' bundle does not contain it.
import { cite, onceEach, sourceOf } from "./index";
import type { CitationStyle, Language, Source, SourceId } from "./index";

/** The styles of a list of sources. */
export const listStyles = ["text", "apa", "gbt7714", "bibtex"] as const satisfies readonly CitationStyle[];

export type ListStyle = (typeof listStyles)[number];

/**
 * Cites a list of sources, each release once even if it was read in several texts. Texts for readers and GB/T 7714
 * are numbered in order of appearance; APA and BibTeX are not.
 * @param accessed the day of the list, YYYY-MM-DD, for styles that name it; default: not named
 */
export function sourceTexts(
  sources: readonly Source[],
  style: ListStyle,
  language: Language,
  accessed?: string,
): string[] {
  return onceEach(sources).map((source, index) => {
    const text = cite(source, style, language, accessed);
    if (style === "text") return `${index + 1}. ${text}`;
    return style === "gbt7714" ? `[${index + 1}] ${text}` : text;
  });
}

/**
 * `sourceTexts` for the ids of sources, with the same `accessed`. Throws for an id that the data in use does not
 * have.
 */
export const sourceTextsOf = (
  ids: readonly SourceId[],
  style: ListStyle,
  language: Language,
  accessed?: string,
): string[] => sourceTexts(ids.map(sourceOf), style, language, accessed);
