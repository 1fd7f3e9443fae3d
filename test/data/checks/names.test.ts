import { names } from "../../../src/data/checks/names";
import { found, rowWhere } from "../tables";

const digital = rowWhere("indicators", ({ indicator_code }) => indicator_code === "DIGITAL_PRODUCTS");

test.each([
  ["another's alias", "dining"],
  ["another's alias in other case, width and hyphens", "ＩＮ_Store－Dining"],
  ["another's code", "online retail food"],
  ["another's Chinese label", "在线餐饮"],
])("An alias that is %s is found.", (_, alias) => {
  const findings = found(names, "indicators", digital, { aliases: `digital;${alias}` });
  expect(findings.length).toBeGreaterThan(0);
  expect(findings[0]).toMatchObject({ rule: "names", file: "indicators.csv" });
});

test("An indicator may have its own code as an alias.", () => {
  expect(found(names, "indicators", digital, { aliases: "digital products;DIGITAL_PRODUCTS" })).toEqual([]);
});

test("An empty alias is found.", () => {
  expect(found(names, "indicators", digital, { aliases: "digital;;数码" })).toMatchObject([
    { row: digital, message: "A name is empty." },
  ]);
});
