import { element, part, value } from "./xml";

/** The Office theme's colours (2013 to 2022): dark, light, accents, links. */
const colours: [name: string, colour: string][] = [
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

/** The theme part: table styles and automatic chart colours refer to it. Chinese text takes DengXian, as in Chinese Excel. */
export function themeXml(): string {
  const fonts = (name: string, latin: string) =>
    element(
      name,
      {},
      element("a:latin", { typeface: latin }),
      element("a:ea", { typeface: "" }),
      element("a:cs", { typeface: "" }),
      element("a:font", { script: "Hans", typeface: "等线" }),
    );
  const placeholder = element("a:schemeClr", { val: "phClr" });
  const solid = element("a:solidFill", {}, placeholder);
  const line = element("a:ln", { w: 6350 }, solid, value("a:prstDash", "solid"));
  const effect = element("a:effectStyle", {}, element("a:effectLst"));
  return part(
    element(
      "a:theme",
      { "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main", name: "Office" },
      element(
        "a:themeElements",
        {},
        element(
          "a:clrScheme",
          { name: "Office" },
          ...colours.map(([name, colour]) => element(`a:${name}`, {}, value("a:srgbClr", colour))),
        ),
        element(
          "a:fontScheme",
          { name: "Office" },
          fonts("a:majorFont", "Calibri Light"),
          fonts("a:minorFont", "Calibri"),
        ),
        element(
          "a:fmtScheme",
          { name: "Office" },
          element("a:fillStyleLst", {}, solid, solid, solid),
          element("a:lnStyleLst", {}, line, line, line),
          element("a:effectStyleLst", {}, effect, effect, effect),
          element("a:bgFillStyleLst", {}, solid, solid, solid),
        ),
      ),
    ),
  );
}
