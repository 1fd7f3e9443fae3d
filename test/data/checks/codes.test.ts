import { codes } from "../../../src/data/checks/codes";
import { found } from "../tables";

test.each([
  ["observations", "measure", "GROWTH"],
  ["observations", "freq", "W"],
  ["observations", "accumulation", "YTD"],
  ["observations", "qualifier", "about"],
  ["observations", "obs_status", "F"],
  ["observations", "indicator_code", "digital"],
  ["indicators", "nature", "level"],
  ["indicators", "theme", "Online Retail"],
  ["sources", "language", "fr"],
  ["sources", "rank", "5"],
  ["sources", "source_id", "NBS 2025"],
  ["events", "event_code", "silk road"],
] as const)("In %s the %s %j is found.", (file, column, text) => {
  const findings = found(codes, file, 3, { [column]: text });
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ file: `${file}.csv`, row: 3, rule: "codes" });
  expect(findings[0]?.message).toContain(text);
});
