import { tableFormat } from "../../../../src/workbench/page/tables/styles";
import { cells, table } from "../../samples";

const names = ["Period", "Level", "Growth"];
const at = (own: Parameters<typeof table>[2], row: number, column = 1) =>
  tableFormat(table(cells(2, 1, 5, 3), names, own), row, column);

describe("a native table's look", () => {
  test("the heading is filled in the style's accent, rows are banded from the first.", () => {
    expect(at({}, 2)).toEqual({ fill: "#4472C4", color: "#FFFFFF", bold: true });
    expect(at({}, 3)).toMatchObject({ fill: "#DAE3F3" });
    expect(at({}, 4)?.fill).toBeUndefined();
  });

  test("ends where the table ends.", () => {
    expect(at({}, 1)).toBeUndefined();
    expect(at({}, 7)).toBeUndefined();
    expect(at({}, 3, 0)).toBeUndefined();
    expect(at({}, 3, 4)).toBeUndefined();
  });

  test("no style, no look; no bands, no fill.", () => {
    expect(at({ style: "" }, 2)).toBeUndefined();
    expect(at({ showBandedRows: false }, 3)?.fill).toBeUndefined();
  });

  test("light styles rule with lines, and the first of each kind is black.", () => {
    expect(at({ style: "TableStyleLight1" }, 2)).toMatchObject({
      bold: true,
      top: "#000000",
      bottom: "#000000",
    });
    expect(at({ style: "TableStyleLight9" }, 2)).toMatchObject({ fill: "#4472C4" });
  });

  test("totals stand between lines.", () => {
    expect(at({ showTotals: true }, 6)).toMatchObject({ bold: true, top: expect.any(String) });
  });
});
