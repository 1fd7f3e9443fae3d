import { points } from "../../../src/excel/inserting/steps/sizes";
import { batchOf } from "../../../src/excel/session/batch";
import type { Step } from "../../../src/excel/session/batchObjects";

const step = (bytes: number): Step => ({
  part: "cells",
  what: "Range.formulas",
  bytes,
  run: () => undefined,
});

test("A plan of usual size goes in one message.", () => {
  expect(
    batchOf(
      Array.from({ length: 200 }, () => step(700)),
      "all",
    ),
  ).toHaveLength(200);
});

test("A plan of several megabytes goes in one message a megabyte, in order, and nothing is lost.", () => {
  const steps = Array.from({ length: 30 }, () => step(300_000));
  const groups: Step[][] = [];
  for (let sent = 0; sent < steps.length; sent += groups.at(-1)?.length ?? 1)
    groups.push(batchOf(steps.slice(sent), "all"));
  expect(groups.flat()).toEqual(steps);
  for (const group of groups) {
    expect(group.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(1_000_000);
  }
});

test("A column as wide as Excel's standard one has its 48 points.", () => {
  expect(points(8.43)).toBeCloseTo(48, 0);
});
