import { isOf, hostOf } from "../../../src/data/checks/hosts";
import { addresses, bodies, credit } from "../../../src/data/checks/publishers";
import { referencesResolve } from "../../../src/data/checks/references";
import { found, rowWhere } from "../tables";

const source = (id: string) => rowWhere("sources", ({ source_id }) => source_id === id);

test("A newspaper as publisher is found.", () => {
  const row = source("peopledaily-en-20416194");
  const publisher = "Xinhua via People's Daily Online";
  expect(found(referencesResolve, "sources", row, { publisher })).toMatchObject([
    { file: "sources.csv", row, rule: "references" },
  ]);
});

test("A relay that nobody knows is found.", () => {
  expect(found(referencesResolve, "sources", 2, { relay: "somebody" })).toMatchObject([{ row: 2 }]);
});

test.each([{ short: "" }, { hosts: "" }, { name_zh: "" }])("A body with %j is found.", (cells) => {
  expect(found(bodies, "publishers", 2, cells)).toMatchObject([
    { file: "publishers.csv", row: 2, rule: "publishers" },
  ]);
});

test("A body among the relays is found.", () => {
  expect(found(bodies, "relays", 3, { name: "Ministry of Commerce of China" })).toMatchObject([
    { file: "relays.csv", row: 3, rule: "publishers" },
  ]);
});

test.each([
  "https://www.example.org/release.html",
  "https://stats.gov.cn.example.org/",
  "http://notstats.gov.cn/",
  "https://www.mofcom.gov.cn/",
])("An address of the bureau's release on another host is found: %s", (url) => {
  const row = source("nbs-retail-2025");
  expect(found(addresses, "sources", row, { url })).toMatchObject([{ row, rule: "publishers" }]);
});

test("The body's own host, for a copy the relay's host, and no address are right.", () => {
  const row = source("gmteight-2025-04-21");
  for (const url of ["https://www.mofcom.gov.cn/a", ""])
    expect(found(addresses, "sources", row, { url })).toEqual([]);
  for (const relay_url of ["https://gmteight.com/content/detail/1", ""])
    expect(found(addresses, "sources", row, { relay_url })).toEqual([]);
});

test("A relay's address in the release's place is found, and a body's in the relay's.", () => {
  const row = source("gmteight-2025-04-21");
  expect(found(addresses, "sources", row, { url: "https://gmteight.com/a" })).toMatchObject([{ row }]);
  expect(found(addresses, "sources", row, { relay_url: "https://www.mofcom.gov.cn/a" })).toMatchObject([
    { row },
  ]);
});

test("An address of a text whose relay has no host is found.", () => {
  const row = source("nbs-retail-2016-press");
  expect(found(addresses, "sources", row, { relay_url: "http://example.org/" })).toMatchObject([{ row }]);
});

test("A host is what stands between the scheme and the path.", () => {
  expect(["https://WWW.Stats.gov.cn/a?b=c", "http://a.b:80/", "ftp://a.b", "a.b", ""].map(hostOf)).toEqual([
    "www.stats.gov.cn",
    "a.b",
    "",
    "",
    "",
  ]);
  expect(["people.cn", "en.people.cn", "notpeople.cn"].map((host) => isOf(host, ["people.cn"]))).toEqual([
    true,
    true,
    false,
  ]);
});

test("A figure of the bureau in the ministry's note without a word of it is found.", () => {
  const row = rowWhere(
    "observations",
    ({ indicator_code, source_id }) =>
      indicator_code === "ONLINE_RETAIL_PHYSICAL" && source_id === "gmteight-158661",
  );
  const [finding, ...more] = found(credit, "observations", row, { note: "" });
  expect(finding).toMatchObject({ file: "observations.csv", row, rule: "publishers" });
  expect(finding?.message).toContain("National Bureau of Statistics");
  expect(more).toEqual([]);
});

test("A basis that begins with no body is found.", () => {
  expect(found(credit, "indicators", 2, { basis: "Press; nominal" })).toMatchObject([
    { file: "indicators.csv", row: 2, rule: "publishers" },
  ]);
});
