import type { Figure } from "../../../src/dataset";
import { Cells, mostFormulas } from "../../../src/sheets/layout/cells";
import { withoutCommon } from "../../../src/sheets/layout/drawings";
import { isFormula } from "../../../src/sheets/plan";

test("Cells are formulas while there is room, then values, and those are counted.", () => {
  const cells = new Cells(true);
  const figure = {
    value: 1,
    measure: "growth",
    period: "2025",
    indicator: { code: "TOTAL_RETAIL" },
  } as unknown as Figure;
  const all = Array.from({ length: mostFormulas + 2 }, () => cells.of(figure));
  expect(all.filter(isFormula)).toHaveLength(mostFormulas);
  expect([all.at(-1), cells.values]).toEqual([1, 2]);
});

test("Bars drop what all their names begin with.", () => {
  expect(withoutCommon(["Trade-in: mobile phones", "Trade-in: televisions"])).toEqual([
    "Mobile phones",
    "Televisions",
  ]);
  expect(withoutCommon(["以旧换新销售：冰箱", "以旧换新销售：手机"])).toEqual(["冰箱", "手机"]);
  expect(withoutCommon(["Trade-in: mobile phones", "Televisions"])).toEqual([
    "Trade-in: mobile phones",
    "Televisions",
  ]);
  expect(withoutCommon(["Trade-in: mobile phones"])).toEqual(["Trade-in: mobile phones"]);
});
