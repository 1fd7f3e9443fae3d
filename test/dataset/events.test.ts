import {
  liveOfficial,
  leadsOf,
  official,
  officialOf,
  policyEvents,
  reasonsFor,
  search,
  type Period,
} from "../../src/dataset";

test("Policy steps come newest first; a month or quarter counts as its last day; equal ones in the data's order.", () => {
  const events = policyEvents();
  if (!events.ok) throw new Error(events.reason.name);
  expect(events.value).toHaveLength(liveOfficial.events.length);
  expect([...new Set(events.value.map(({ date }) => date))]).toEqual(["2025-04", "2025-04-21", "2025-Q1"]);
  const april = liveOfficial.events.filter(({ date }) => date === "2025-04");
  expect(events.value.slice(0, april.length)).toEqual(april);
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

test.each(["以旧换新", "trade-in", "国补"])(
  "%s leads to digital products of the first quarter of 2025, with the reason.",
  (word) => {
    expect(leadsOf(word)).toMatchObject([
      { indicator: "DIGITAL_PRODUCTS", period: "2025-Q1", event: { theme: "trade_in" } },
    ]);
    expect(leadsOf(word)[0]?.event.description.en).toMatch(/driver of the 7\.4 percent rise/);
    expect(search(word, 2).map(({ code }) => code)).toEqual(["TRADEIN_15_CATEGORIES", "DIGITAL_PRODUCTS"]);
  },
);

test("Only a word for a theme leads elsewhere, and not in the data of 0.1.0.", () => {
  expect(leadsOf("冰箱以旧换新")).toEqual([]);
  expect(leadsOf("以旧换新", officialOf("0.1.0"))).toEqual([]);
  expect(search("以旧换新", 2, officialOf("0.1.0")).map(({ code }) => code)).not.toContain(
    "DIGITAL_PRODUCTS",
  );
  // Entertainment belongs to services, where it is found too.
  expect(leadsOf("services", official)).toEqual([]);
});

test("A figure has the reason that its source gives, in its own period.", () => {
  expect(reasonsFor("ONLINE_ENTERTAINMENT", "2025-Q1" as Period).map(({ theme }) => theme)).toEqual([
    "services",
  ]);
  expect(reasonsFor("ONLINE_ENTERTAINMENT", "2025" as Period)).toEqual([]);
});
