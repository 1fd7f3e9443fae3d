// Only lists of sources ask for this: it stands outside the domain's door, so that the functions' bundle is without it.
import { cite, onceEach, sourceOf } from "./index";
import type { CitationStyle, Language, Source, SourceId } from "./index";

/** The styles in which a list of sources can be had. */
export const listStyles = ["text", "apa", "gbt7714", "bibtex"] as const satisfies readonly CitationStyle[];

/** A style of a list. */
export type ListStyle = (typeof listStyles)[number];

/**
 * A list of sources as text, one after the other. Texts for readers and GB/T 7714 are numbered in order of appearance; APA and
 * BibTeX know no numbers. A release that was read in several texts stands once.
 * @param accessed the day on which the list is made, 2026-11-27
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

/** The same by the sources' ids. */
export const sourceTextsOf = (
  ids: readonly SourceId[],
  style: ListStyle,
  language: Language,
  accessed?: string,
): string[] => sourceTexts(ids.map(sourceOf), style, language, accessed);
