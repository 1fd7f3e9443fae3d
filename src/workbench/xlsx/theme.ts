import { themeColours } from "../theme";
import { element, xmlPart, value } from "./xml";

/**
 * The theme part, to which table styles and automatic chart colours refer. Chinese text uses DengXian, as in Chinese
 * Excel.
 */
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
  return xmlPart(
    element(
      "a:theme",
      { "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main", name: "Office" },
      element(
        "a:themeElements",
        {},
        element(
          "a:clrScheme",
          { name: "Office" },
          ...themeColours.map(([name, colour]) => element(`a:${name}`, {}, value("a:srgbClr", colour))),
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
