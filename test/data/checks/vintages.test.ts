import { doubts, vintages } from "../../../src/data/checks/vintages";
import { found, rowWhere } from "../tables";

const late = rowWhere(
  "observations",
  ({ indicator_code, time_period }) => indicator_code === "ECOM_TRANSACTIONS" && time_period === "2018",
);

test("A figure first released years after its period, without a word of it, is found.", () => {
  expect(found(vintages, "observations", late, { note: "NBS, quoted by MOFCOM" })).toMatchObject([
    { file: "observations.csv", row: late, rule: "vintages" },
  ]);
});

test("With an earlier print beside it a late one is right.", () => {
  const row = rowWhere(
    "observations",
    ({ indicator_code, obs_value }) => indicator_code === "EXPRESS_VOLUME" && obs_value === "83.36",
  );
  expect(found(vintages, "observations", row, { note: "", vintage: "2025-08-06" })).toEqual([]);
});

test("A late figure that its first print was withdrawn from is found.", () => {
  const first = rowWhere(
    "observations",
    ({ indicator_code, obs_value }) => indicator_code === "EXPRESS_VOLUME" && obs_value === "83.5",
  );
  expect(found(vintages, "observations", first, { vintage: "2022-01" })).toMatchObject([{ row: first }]);
});

test("A doubtful figure without a reason is found.", () => {
  const row = rowWhere("observations", ({ obs_status }) => obs_status === "U");
  expect(found(doubts, "observations", row, { note: "Month of July 2024 only" })).toMatchObject([
    { row, rule: "vintages" },
  ]);
});

test("A final figure by the press alone is found.", () => {
  const row = rowWhere("observations", ({ source_id }) => source_id === "56ok-899436");
  expect(found(doubts, "observations", row, { obs_status: "A" })).toMatchObject([{ row, rule: "vintages" }]);
});
