import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataset, dateLabel } from "../../src/dataset";
import type { Insertion } from "../../src/workbook/insertion";
import { buildPlan } from "../../src/sheets/buildPlan";
import type { Circumstances } from "../../src/sheets/circumstances";
import { faults } from "./invariants";

/**
 * Each folder of test/cases/sheets holds an insertion (input.json) and the plan that it must give (plan.json).
 * After a change that is meant: UPDATE_CASES=1 npx jest --selectProjects unit --testPathPatterns report/cases, and read the difference.
 */
const root = join(__dirname, "..", "cases", "sheets");
const update = process.env["UPDATE_CASES"] === "1";

/** The data's version and date change with every row of it, and say nothing about a plan. */
const timeless = (text: string): string =>
  text
    .replaceAll(dataset.version, "{version}")
    .replaceAll(dateLabel(dataset.released, "en"), "{released}")
    .replaceAll(dateLabel(dataset.released, "zh"), "{released}");

describe("every recorded insertion gives its recorded plan", () => {
  for (const name of readdirSync(root).sort()) {
    test(name, () => {
      const folder = join(root, name);
      const input = JSON.parse(readFileSync(join(folder, "input.json"), "utf8")) as {
        insertion: Insertion;
        circumstances: Circumstances;
      };
      const plan = buildPlan(input.insertion, input.circumstances);
      if (!plan.ok) throw new Error(JSON.stringify(plan.reason));
      expect(faults(plan.value)).toEqual([]);
      const made = timeless(`${JSON.stringify(plan.value, undefined, 1)}\n`);
      if (update) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, "plan.json"), made);
      }
      expect(JSON.parse(made)).toEqual(JSON.parse(readFileSync(join(folder, "plan.json"), "utf8")));
    });
  }
});
