import { closeProbes, openProbe } from "./probe";
import type { Probe } from "./probe";

let probe: Probe;
beforeAll(async () => {
  probe = await openProbe();
});
afterAll(async () => {
  await probe.close();
  await closeProbes();
});

test("A function of the add-in answers in a cell, and what depends on it follows.", async () => {
  expect(await probe.enter({ A1: "=PROBE.ADD(1,2)", A2: "=A1*10", A3: "=PROBE.ADD(A1,A2)" })).toEqual({
    A1: "3",
    A2: "30",
    A3: "33",
  });
});
