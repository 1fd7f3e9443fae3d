import fc from "fast-check";
import { indicatorOf, indicators } from "../../../src/dataset";
import { catalogue } from "../../../src/functions/catalogue/catalogue";
import { findCalls, literal, quote } from "../../../src/functions/formula/calls";
import { english, isReference, withComma } from "../../../src/functions/formula/pieces";
import {
  argumentOf,
  choicesFor,
  faultOf,
  fieldText,
  isWhole,
  listFor,
  meaningOf,
} from "../../../src/taskpane/model/fields";
import { formulas } from "../../functions/formulas";

const kinds = ["INDICATOR", "PERIOD", "indicators", "periods", "date", "count", "number", "text"] as const;
const about = { language: "en", indicator: undefined, asof: undefined } as const;

test("Of several indicators in a field the last one is completed.", () => {
  expect(choicesFor("indicators", "社零、快递业", about)[0]).toMatchObject({ value: "社零、EXPRESS_VOLUME" });
  expect(choicesFor("indicators", "no such, express", about)[0]?.value).not.toMatch(/,/);
});

describe("what is typed into a field", () => {
  test.each([
    ["digital", "INDICATOR", '"digital"'],
    ['say “hi” "you"', "text", '"say “hi” ""you"""'],
    ["A2", "INDICATOR", "A2"],
    ["'My sheet'!$B$2:C9", "indicators", "'My sheet'!$B$2:C9"],
    ["A2", "text", '"A2"'],
    ["=A2", "text", "A2"],
    ['=B1&"-Q1"', "PERIOD", 'B1&"-Q1"'],
    ["2025", "PERIOD", "2025"],
    ["2025-Q1", "PERIOD", '"2025-Q1"'],
    ["3", "count", "3"],
    ["7.4%", "number", "7.4%"],
    ["3.62 trillion", "number", '"3.62 trillion"'],
    ['{"a","b"}', "indicators", '{"a","b"}'],
    ["社零、实物商品", "indicators", '{"社零";"实物商品"}'],
    ["retail, physical; share", "indicators", '{"retail";"physical";"share"}'],
    ["Digital products, online sales", "indicators", '"Digital products, online sales"'],
    ["retail, nothing of ours", "indicators", '"retail, nothing of ours"'],
    ["retail, physical", "INDICATOR", '"retail, physical"'],
    ["2024, 2025-Q1, 最新", "periods", '{"2024","2025-Q1","最新"}'],
    ['"A2"', "INDICATOR", '"A2"'],
    ["  ", "PERIOD", ""],
    ["=", "PERIOD", "="],
  ] as const)("%s for %s is %s", (typed, kind, argument) => {
    expect(argumentOf(typed, kind, english)).toBe(argument);
  });

  test("is read with the separators that people see.", () => {
    expect(argumentOf("3,6", "number", withComma)).toBe("3.6");
    expect(argumentOf("=IF(A1>0,5;B1;C1)", "PERIOD", withComma)).toBe("IF(A1>0.5,B1,C1)");
    expect(fieldText("IF(A1>0.5,B1,C1)", "PERIOD", withComma)).toBe("=IF(A1>0,5;B1;C1)");
    expect(fieldText("3.6", "number", withComma)).toBe("3,6");
  });

  test("shows what it was made of, whatever stands in a formula.", () => {
    const given = fc.oneof(formulas, fc.string({ unit: "grapheme" }).map(quote));
    fc.assert(
      fc.property(
        given,
        fc.constantFrom(...kinds),
        fc.constantFrom(english, withComma),
        (text, kind, separators) => {
          const back = argumentOf(fieldText(text, kind, separators), kind, separators);
          if (literal(text) === undefined) expect(back).toBe(text.trim());
          else expect(literal(back)).toBe(literal(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("is never taken for a reference where it names an indicator.", () => {
    const names = indicators.flatMap(({ code, label, aliases }) => [code, label.en, label.zh, ...aliases]);
    expect(names.filter(isReference)).toEqual([]);
  });
});

describe("an argument", () => {
  test.each(["", "A2", '"a,b"', 'IF(A1,"(",B1)', "{1,2;3}", "Table1[[a],[b]]", "'a, b'!C1", '"say ""hi"""'])(
    "%s is whole.",
    (text) => expect(isWhole(text)).toBe(true),
  );
  test.each(["=", "IF(A1", "A1)", '"open', "a,b", "{1", "(}", "'sheet", "T[a"])("%s is not.", (text) =>
    expect(isWhole(text)).toBe(false),
  );

  test("is whole when it was read from a formula.", () => {
    fc.assert(
      fc.property(formulas, (expression) => {
        for (const { args } of findCalls(`=${expression}`))
          for (const { text } of args) expect([text, isWhole(text)]).toEqual([text, true]);
      }),
    );
  });
});

describe("the choices of a field", () => {
  test("are indicators that a text may mean, and all of them before anything is typed.", () => {
    expect(choicesFor("INDICATOR", "", about)).toHaveLength(indicators.length);
    expect(choicesFor("INDICATOR", "数码", about)[0]?.value).toBe("DIGITAL_PRODUCTS");
    expect(choicesFor("INDICATOR", "digital_products", about)).toHaveLength(indicators.length);
  });

  test("are the periods with a figure of the indicator, newest first, or the ways to write one.", () => {
    const indicator = indicatorOf("DIGITAL_PRODUCTS");
    const values = (typed: string) =>
      choicesFor("PERIOD", typed, { ...about, indicator }).map(({ value }) => value);
    expect(values("")[0]).toBe("latest");
    expect(values("")).toContain("2025-Q1");
    expect(values("q1")).toEqual(["2025-Q1"]);
    expect(choicesFor("PERIOD", "", about).map(({ value }) => value)).toContain("2025-08 YTD");
  });

  test("are words with their meaning, and keep an argument that is none of them.", () => {
    expect(listFor("UNIT", "", "Default", "en")).toContainEqual({
      value: '"yi"',
      label: "Hundred million (yi)",
    });
    expect(listFor("flag", "FALSE", "Default", "zh")).toEqual([
      { value: "", label: "Default" },
      { value: "TRUE", label: "是" },
      { value: "FALSE", label: "否" },
    ]);
    expect(listFor("UNIT", " C1 ", "Default", "en").at(-1)).toEqual({ value: "C1", label: "C1" });
  });

  test("say what an argument means.", () => {
    expect(meaningOf("INDICATOR", '"数码"', about)).toBe("Digital products, online sales");
    expect(meaningOf("PERIOD", '"2025-08 YTD"', about)).toContain("January to August 2025");
    expect(meaningOf("PERIOD", "A1", about)).toBe("");
    expect(meaningOf("INDICATOR", '"no such"', about)).toBe("");
  });
});

test("The field that an error speaks of is found by its sentence's argument, and there are fields for all of them.", () => {
  const growth = catalogue.find(({ id }) => id === "GROWTH")?.parameters ?? [];
  expect(faultOf({ name: "unknown-indicator", given: "x", suggestions: [] }, growth)).toBe("indicator");
  expect(faultOf({ name: "period-not-read", argument: "period", given: "x" }, growth)).toBe("period");
  expect(faultOf({ name: "internal" }, growth)).toBeUndefined();
});
