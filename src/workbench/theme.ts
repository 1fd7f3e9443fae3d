/** The theme colours of the workbooks that the workbench makes: Office's of 2013 to 2022, dark, light, accents, links. */
export const themeColours: readonly (readonly [name: string, colour: string])[] = [
  ["dk1", "000000"],
  ["lt1", "FFFFFF"],
  ["dk2", "44546A"],
  ["lt2", "E7E6E6"],
  ["accent1", "4472C4"],
  ["accent2", "ED7D31"],
  ["accent3", "A5A5A5"],
  ["accent4", "FFC000"],
  ["accent5", "5B9BD5"],
  ["accent6", "70AD47"],
  ["hlink", "0563C1"],
  ["folHlink", "954F72"],
];

/** The first accent, "#RRGGBB". */
export const accent1 = `#${themeColours.find(([name]) => name === "accent1")?.[1] ?? ""}`;
