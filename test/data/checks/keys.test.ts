import { keys } from "../../../src/data/checks/keys";
import type { Row } from "../../../src/data/table";
import { altered, found, tables } from "../tables";

test("A row that is there twice is found, and told where the first stands.", () => {
  const first = tables.observations.rows[0] as Row;
  const findings = keys(altered("observations", (rows) => [...rows, { ...first, row: 999 }]));
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ file: "observations.csv", row: 999, rule: "keys" });
  expect(findings[0]?.message).toContain("already in row 2");
});

test("The same figure in another vintage is another row.", () => {
  const first = tables.observations.rows[0] as Row;
  const other = { ...first, cells: { ...first.cells, vintage: "2020" } };
  expect(keys(altered("observations", (rows) => [...rows, other]))).toEqual([]);
});

test("An empty part of a key is found.", () => {
  expect(found(keys, "observations", 5, { vintage: "" })[0]).toMatchObject({ row: 5, rule: "keys" });
});
