import { compareVersions, isVersion, standsIn } from "../../src/data/versions";

test("Versions are ordered by their numbers, not by their letters.", () => {
  expect(["0.10.0", "0.2.0", "1.0.0", "0.9.3", "0.2.0"].sort(compareVersions)).toEqual([
    "0.2.0",
    "0.2.0",
    "0.9.3",
    "0.10.0",
    "1.0.0",
  ]);
});

test("A version is three numbers.", () => {
  expect(["0.1.0", "10.20.30"].filter(isVersion)).toHaveLength(2);
  expect(["", "0.1", "0.1.0.0", "v0.1.0", "0.01.0", "0.1.x"].filter(isVersion)).toEqual([]);
});

test("A row stands from the version that added it to the one that withdrew it.", () => {
  const corrected = { added: "0.1.0", withdrawn: "0.2.0" };
  expect(
    ["0.1.0", "0.1.9", "0.2.0", "0.10.0", undefined].map((version) => standsIn(corrected, version)),
  ).toEqual([true, true, false, false, false]);
  const later = { added: "0.2.0", withdrawn: undefined };
  expect(["0.1.0", "0.2.0", "0.10.0", undefined].map((version) => standsIn(later, version))).toEqual([
    false,
    true,
    true,
    true,
  ]);
});

test("A row of a table without versions stands in every one.", () => {
  expect(standsIn({ added: "" }, "0.1.0")).toBe(true);
  expect(standsIn({ added: "" })).toBe(true);
});
