/** A part of a text, and whether it matches the search. */
interface Stretch {
  text: string;
  match: boolean;
}

/**
 * Splits a text at the words of a search, ignoring case and width.
 * @param text the text to show
 * @param query the search as typed
 */
export function markMatches(text: string, query: string): Stretch[] {
  const words = query
    .normalize("NFKC")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  // Character by character, so that folding never shifts positions: one whose folded form is longer is not folded.
  const signs = [...text];
  const folded = signs.map((sign) => [...sign.normalize("NFKC").toLowerCase()][0] ?? sign).join("");
  const marked = signs.map(() => false);
  for (const word of words) {
    const wanted = [...word];
    for (let start = 0; start + wanted.length <= signs.length; start += 1) {
      if ([...folded].slice(start, start + wanted.length).join("") === word) {
        marked.fill(true, start, start + wanted.length);
      }
    }
  }
  const stretches: Stretch[] = [];
  signs.forEach((sign, index) => {
    const match = marked[index] === true;
    const last = stretches.at(-1);
    if (last?.match === match) last.text += sign;
    else stretches.push({ text: sign, match });
  });
  return stretches;
}
