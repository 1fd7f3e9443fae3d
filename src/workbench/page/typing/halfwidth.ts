const fullSpace = "\u3000";
const asciiMarks: Record<string, string> = {
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  [fullSpace]: " ",
  "、": ",",
};

/**
 * Reads the full-width signs of a Chinese keyboard in a typed formula as Excel does: brackets, commas, quotes, digits
 * and letters become plain. Texts in quotes and sheet names in apostrophes stay. A text without an equals sign at its
 * start is returned unchanged.
 * @example halfWidth("＝ECOM.GROWTH（“网上零售额”，2025）") // '=ECOM.GROWTH("网上零售额",2025)'
 */
export function halfWidth(typed: string): string {
  if (!/^\s*[=＝]/.test(typed)) return typed;
  let read = "";
  let open = "";
  let closing = "";
  for (const sign of typed.trimStart()) {
    if (open !== "") {
      const plain = asciiMarks[sign] ?? sign;
      if (closing.includes(sign)) {
        read += open;
        open = "";
        // A plain quote within curly ones is part of the text.
      } else read += plain === open && sign === plain ? plain + plain : sign;
      continue;
    }
    const plain = plainOf(sign);
    read += plain;
    if (plain !== '"' && plain !== "'") continue;
    open = plain;
    closing = { "“": "”", "‘": "’" }[sign] ?? `${sign}${plain === sign ? "" : plain}`;
  }
  return read;
}

/** U+FF01 to U+FF5E are the ASCII characters, shifted. */
function plainOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  return asciiMarks[sign] ?? (code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : sign);
}
