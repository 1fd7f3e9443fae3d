import { relations } from "../../../src/data/checks/relations";
import { altered, found, observation, rowWhere } from "../tables";

const at = (code: string, kind: string) =>
  rowWhere("relations", (cells) => cells.indicator_code === code && cells.relation === kind);
const express = at("EXPRESS_VOLUME", "part_of");

test.each([
  ["Nothing is related to itself.", { other: "EXPRESS_VOLUME" }],
  ["A single addend is no sum.", { relation: "addend_of" }],
  ["A share has both its part and its whole.", { relation: "share_part" }],
  ["A sample and its total are of two bodies.", { relation: "sample_of" }],
  ["A successor has its month in breaks.csv.", { relation: "succeeds" }],
])("%s", (_, cells) => {
  expect(found(relations, "relations", express, cells)).toContainEqual(
    expect.objectContaining({ file: "relations.csv", row: express, rule: "relations" }),
  );
});

test("A successor of breaks.csv that is no relation is found there.", () => {
  const row = rowWhere("breaks", ({ successor }) => successor !== "");
  const without = altered("relations", (rows) => rows.filter(({ cells }) => cells.relation !== "succeeds"));
  expect(relations(without)).toMatchObject([{ file: "breaks.csv", row, rule: "relations" }]);
});

test("A circle of parts is found at each of its rows.", () => {
  const back = { indicator_code: "POSTAL_VOLUME", relation: "part_of", other: "EXPRESS_VOLUME" };
  const circle = altered("relations", (rows) => [...rows, { file: "relations", row: 999, cells: back }]);
  expect(relations(circle).map(({ row }) => row)).toEqual(expect.arrayContaining([express, 999]));
});

test("A part greater than its whole is found at the figure.", () => {
  const row = observation({
    indicator_code: "EXPRESS_VOLUME",
    measure: "LEVEL",
    time_period: "2025",
    qualifier: "exact",
    withdrawn: "",
  });
  expect(found(relations, "observations", row, { obs_value: "219950.00" })).toMatchObject([
    { file: "observations.csv", row, rule: "relations" },
  ]);
});
