const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** The width of a character in digits, in Excel's usual fonts. Texts are overestimated rather than underestimated. */
function widthOf(character: string): number {
  if (wide.test(character)) return 2;
  if (/[ iljI.,:;'’|!()[\]-]/.test(character)) return 0.55;
  if (/[tfrszcJ/"]/.test(character)) return 0.8;
  if (/[mwMW%@—…]/.test(character)) return 1.65;
  if (/[A-Z&]/.test(character)) return 1.2;
  return 1;
}

/** The width of a text, in digits of the same font: about 1 for a letter, 2 for a Chinese character. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/**
 * The digits of one point size that fit into a column, per character of its width. A column has 7 pixels a character.
 * At 11 points a digit takes 7.4 pixels in Calibri and Carlito, 7.7 in 等线 and 8.2 in Aptos, the widest; 11 × 7 ÷ 8.2
 * = 9.4.
 */
const digitsOfAptos = 9.4;

/** A Chinese character is as wide as the font is high, less than two digits of Aptos. */
const lineWidth = (text: string): number => {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 1.8 : widthOf(character);
  return width;
};

/** The characters of a column's width that are not for the number. */
const inset = 1.6;

/**
 * Whether a bold number fits into a column in one line; otherwise Excel shows ####.
 * @param characters the column's width
 * @param fontSize in points
 */
export function numberFits(text: string, characters: number, fontSize: number): boolean {
  return lineWidth(text) <= ((characters - inset) * digitsOfAptos) / fontSize / 1.06;
}

/**
 * The number of lines of a text that wraps in a column; at least 1.
 * @param characters the column's width in digits of the standard font
 * @param fontSize in points; default 11, the standard font's
 */
export function linesIn(text: string, characters: number, fontSize = 11): number {
  const room = Math.max(2, (characters * digitsOfAptos) / fontSize);
  let lines = 1;
  let used = 0;
  // Latin text breaks after blanks and hyphens, Chinese text anywhere.
  for (const piece of text.match(/[^\s\u2e80-\uffef-]*-|[^\s\u2e80-\uffef-]+\s*|\s+|[^]/gu) ?? []) {
    const width = lineWidth(piece.trimEnd());
    if (used > 0 && used + width > room) {
      lines += 1;
      used = 0;
    }
    if (width > room) {
      lines += Math.ceil(width / room) - 1;
      used = width % room;
    } else {
      used += lineWidth(piece);
    }
  }
  return lines;
}

/**
 * The height of a row, in points.
 * @param lines of its longest cell
 * @param fontSize in points
 */
export function rowHeight(lines: number, fontSize: number): number {
  return Math.ceil(lines * fontSize * 1.3 + 5);
}

/**
 * Cuts a text to a width of so many characters (digits of its font), ending it with "…" if it was longer. Unchanged
 * if it fits. A Chinese character is about two digits wide.
 */
export function cutTo(text: string, characters: number): string {
  if (textWidth(text) <= characters) return text;
  let start = "";
  for (const character of text) {
    if (textWidth(start + character) > characters - textWidth("…")) break;
    start += character;
  }
  return `${start.trimEnd()}…`;
}
