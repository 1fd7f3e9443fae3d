import { batches } from "../../../src/excel/session/send";
import type { Step } from "../../../src/excel/session/send";
import { points } from "../../../src/excel/inserting/planSteps";

const step = (bytes: number): Step => ({ bytes, run: () => undefined });

test("a plan of usual size goes in one message", () => {
  expect(batches(Array.from({ length: 200 }, () => step(700)))).toHaveLength(1);
});

test("a plan of several megabytes goes in one message a megabyte, in order, and nothing is lost", () => {
  const steps = Array.from({ length: 30 }, () => step(300_000));
  const groups = batches(steps);
  expect(groups.flat()).toEqual(steps);
  for (const group of groups) {
    expect(group.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(1_000_000);
  }
});

test("a column as wide as Excel's standard one has its 48 points", () => {
  expect(points(8.43)).toBeCloseTo(48, 0);
});
