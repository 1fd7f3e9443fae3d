import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import { xlsxStyleOf } from "../../../../src/workbench/page/saving/style";

describe("a cell's look on its way into the file", () => {
  test("carries font, fill, lines, place and format.", () => {
    const look = xlsxStyleOf(
      {
        ff: "Arial",
        fs: 20,
        bl: BooleanNumber.TRUE,
        cl: { rgb: "#0f6cbd" },
        bg: { rgb: "rgb(234, 243, 251)" },
        bd: { b: { s: BorderStyleTypes.THIN, cl: { rgb: "#C8C6C4" } } },
        ht: HorizontalAlign.RIGHT,
        vt: VerticalAlign.MIDDLE,
        tb: WrapStrategy.WRAP,
        pd: { l: 9 },
      },
      "0.0%",
      false,
    );
    expect(look).toEqual({
      numberFormat: "0.0%",
      font: { name: "Arial", size: 20, bold: true, color: "#0F6CBD" },
      fill: "#EAF3FB",
      borders: { bottom: { style: "thin", color: "#C8C6C4" } },
      horizontal: "right",
      vertical: "center",
      wrap: true,
      indent: 1,
    });
  });

  test("says nothing of what is default.", () => {
    expect(xlsxStyleOf({ bl: BooleanNumber.FALSE, bd: null, cl: null }, "General", false)).toEqual({});
  });

  test("keeps that a cell may be edited on a protected sheet.", () => {
    expect(xlsxStyleOf({}, "General", true)).toEqual({ unlocked: true });
  });
});
