import { events, policyEvents } from "../../src/dataset";

test("Policy steps come newest first; a month or quarter counts as its last day; equal ones in the data's order.", () => {
  const found = policyEvents();
  if (!found.ok) throw new Error(found.reason.name);
  expect(found.value).toHaveLength(events.length);
  expect([...new Set(found.value.map(({ date }) => date))]).toEqual(["2025-04", "2025-04-21", "2025-Q1"]);
  const april = events.filter(({ date }) => date === "2025-04");
  expect(found.value.slice(0, april.length)).toEqual(april);
});

test("A theme and a number narrow them.", () => {
  const silk = policyEvents("silk_road");
  expect(silk.ok && silk.value.every(({ theme }) => theme === "silk_road")).toBe(true);
  const two = policyEvents("silk_road", 2);
  expect(two.ok && two.value).toEqual(silk.ok && silk.value.slice(0, 2));
});

test("A theme without any says so.", () => {
  expect(policyEvents("logistics")).toMatchObject({ ok: false, reason: { name: "no-events" } });
});
