/**
 * The names of a table's columns by the texts of its headings, as Excel makes them: blank ones become Column1, Column2
 * …, and repeated ones, in any case, get a number.
 */
export function headingNames(texts: readonly string[]): string[] {
  const names = new Set<string>();
  return texts.map((text, index) => {
    const stem = text || "Column";
    let name = text || `Column${index + 1}`;
    for (let number = 2; names.has(name.toLowerCase()); number++) name = `${stem}${number}`;
    names.add(name.toLowerCase());
    return name;
  });
}
