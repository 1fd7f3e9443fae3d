import { versions } from "../../../src/data/checks/versions";
import type { Row } from "../../../src/data/table";
import { altered, found, rowWhere, tables } from "../tables";

const old = rowWhere("observations", ({ withdrawn }) => withdrawn !== "");

test.each([
  ["observations", { added: "" }],
  ["observations", { added: "0.2" }],
  ["observations", { withdrawn: "soon" }],
  ["indicators", { added: "2026-11-27" }],
  ["breaks", { added: "v0.2.0" }],
  ["events", { added: "0.02.0" }],
  ["former", { until: "" }],
  ["themes", { renamed: "once" }],
  ["themes", { added: "" }],
] as const)("In %s a version written %j is found.", (file, cells) => {
  expect(found(versions, file, 2, cells)).toMatchObject([{ file: `${file}.csv`, row: 2, rule: "versions" }]);
});

test("A row that was withdrawn as it was added is found.", () => {
  expect(found(versions, "observations", old, { added: "0.2.0" })).toMatchObject([{ row: old }]);
});

test("A figure that vanishes without another in its place is found.", () => {
  const { indicator_code, source_id } = (tables.observations.rows[old - 2] as Row).cells;
  const alone = altered("observations", (rows) =>
    rows.filter(
      (row) =>
        row.row === old ||
        row.cells.added === "0.1.0" ||
        row.cells.indicator_code !== indicator_code ||
        row.cells.source_id !== source_id,
    ),
  );
  expect(versions(alone).map(({ row }) => row)).toContain(old);
});
