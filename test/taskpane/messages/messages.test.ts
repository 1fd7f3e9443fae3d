import { messages } from "../../../src/taskpane/messages";

const filled = (text: string | ((...gap: never[]) => string)): string =>
  typeof text === "string" ? text : (text as (...gap: unknown[]) => string)("X", "Y", "Z");

describe("the pane's words", () => {
  const en = messages("en");
  const zh = messages("zh");

  test("are there in both languages, under the same keys, each with something to say.", () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
    for (const table of [en, zh]) {
      for (const text of Object.values(table)) expect(filled(text).trim()).not.toBe("");
    }
  });

  test("use every gap in both languages.", () => {
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      if (typeof en[key] !== "function") continue;
      const gaps = (text: string) => ["X", "Y", "Z"].filter((gap) => text.includes(gap));
      expect([key, gaps(filled(zh[key]))]).toEqual([key, gaps(filled(en[key]))]);
    }
  });

  test("are Chinese where they are Chinese: only names and formulas may be the same.", () => {
    const same = (Object.keys(en) as (keyof typeof en)[]).filter(
      (key) => filled(en[key]) === filled(zh[key]),
    );
    expect(same.sort()).toEqual(["chinese", "english", "paneName"]);
  });

  test("count in the singular and the plural.", () => {
    expect(en.resultCount(1)).toBe("1 indicator");
    expect(en.resultCount(2)).toBe("2 indicators");
  });
});
