import { sources } from "../../../src/data/checks/sources";
import { found, rowWhere } from "../tables";

test.each([
  { of: "" },
  { title: "(described)" },
  { url: "www.stats.gov.cn" },
  { url: "javascript:alert(1)" },
  { relay_url: "www.stats.gov.cn" },
  { relay: "", relay_url: "" },
  { release: "retail" },
])("A source with %j is found.", (cells) => {
  expect(found(sources, "sources", 4, cells)).toMatchObject([
    { file: "sources.csv", row: 4, rule: "sources" },
  ]);
});

test("A source without a publisher is found, and one without an address is right.", () => {
  expect(found(sources, "sources", 4, { publisher: "" })).not.toEqual([]);
  expect(found(sources, "sources", 4, { url: "", relay_url: "" })).toEqual([]);
});

test("A body's own release is not relayed.", () => {
  const row = rowWhere("sources", ({ rank }) => rank === "1");
  expect(found(sources, "sources", row, { relay: "GMT Eight" })).toMatchObject([{ row }, { row }]);
});
