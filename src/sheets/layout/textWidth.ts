const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Widths of characters in digits, as in Excel's usual fonts; rounded up as a whole, so that what fits by this count fits. */
function widthOf(character: string): number {
  if (wide.test(character)) return 2;
  if (/[ iljI.,:;'’|!()[\]-]/.test(character)) return 0.55;
  if (/[tfrszcJ/"]/.test(character)) return 0.8;
  if (/[mwMW%@—…]/.test(character)) return 1.65;
  if (/[A-Z&]/.test(character)) return 1.2;
  return 1;
}

/** How much room a text takes, in widths of a digit of the same font: about 1 for a letter, 2 for a Chinese character. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/**
 * Lines that a text takes when it is wrapped in a column; at least 1.
 *
 * @param characters width of the column in digits of the standard font
 * @param fontSize points of the text's font; the standard font has 11
 */
export function linesIn(text: string, characters: number, fontSize = 11): number {
  // Printed digits are a little wider than the 7 pixels that a column counts with.
  const room = Math.max(2, (characters * 10.6) / fontSize);
  let lines = 1;
  let used = 0;
  // Latin text breaks behind blanks and hyphens, Chinese text anywhere.
  for (const piece of text.match(/[^\s\u2e80-\uffef-]*-|[^\s\u2e80-\uffef-]+\s*|\s+|[^]/gu) ?? []) {
    const width = textWidth(piece.trimEnd());
    if (used > 0 && used + width > room) {
      lines += 1;
      used = 0;
    }
    if (width > room) {
      lines += Math.ceil(width / room) - 1;
      used = width % room;
    } else {
      used += textWidth(piece);
    }
  }
  return lines;
}

/** Height in points of a row whose longest cell has so many lines of a font of so many points. */
export function rowHeight(lines: number, fontSize: number): number {
  return Math.ceil(lines * fontSize * 1.3 + 5);
}

/** A text cut to a width, with "…" in place of what is left out. */
export function cutTo(text: string, characters: number): string {
  if (textWidth(text) <= characters) return text;
  let kept = "";
  for (const character of text) {
    if (textWidth(kept + character) > characters - textWidth("…")) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
