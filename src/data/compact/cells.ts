import { END, GAP, numbers } from "./alphabet";

/** The cells of a column: one after another, or indexes into a list of texts that repeat (see `pack.ts`). */
export function cells(text: string): string[] {
  const [places = "", list] = text.split(END);
  if (list === undefined) return text.split(GAP);
  const texts = list.split(GAP);
  return numbers(places, texts.length).map((place) => texts[place] ?? "");
}
