/**
 * How much room a text takes, in widths of a digit of the same font: 2 for a Chinese character or full-width sign, 1 for
 * anything else. Latin prose is a little narrower in truth, so what fits by this count fits.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        character,
      )
        ? 2
        : 1;
  return width;
}

/** Lines that a text takes when it is wrapped in a column of so many characters; at least 1. */
export function linesIn(text: string, characters: number): number {
  let lines = 1;
  let used = 0;
  // Latin text breaks at blanks, Chinese text anywhere.
  for (const piece of text.match(/[ -~\u00a0-\u024f\u2010-\u2027]+?(?:\s+|$|(?=[^ -~]))|[^]/gu) ?? []) {
    const width = textWidth(piece.trimEnd());
    if (used > 0 && used + width > characters) {
      lines += 1;
      used = 0;
    }
    if (width > characters) {
      lines += Math.ceil(width / characters) - 1;
      used = width % characters;
    } else {
      used += textWidth(piece);
    }
  }
  return lines;
}

/** Height in points of a row whose longest cell has so many lines of a font of so many points. */
export function rowHeight(lines: number, fontSize: number): number {
  return Math.ceil(lines * fontSize * 1.32 + 4);
}

/** A text cut to a width, with "…" in place of what is left out. */
export function cutTo(text: string, characters: number): string {
  if (textWidth(text) <= characters) return text;
  let kept = "";
  for (const character of text) {
    if (textWidth(kept + character) > characters - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
