import { events } from "../../../src/data/checks/events";
import { found } from "../tables";

test.each([
  { date_or_period: "Spring 2025" },
  { date_or_period: "2025-04-31" },
  { actors: "" },
  { places: "" },
  { explains: "DIGITAL_GOODS" },
])("An event with %j is found.", (cells) => {
  expect(found(events, "events", 3, cells)).toMatchObject([{ file: "events.csv", row: 3, rule: "events" }]);
});
