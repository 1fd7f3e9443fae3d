import fc from "fast-check";
import { findCalls, literal } from "../../../src/functions/formula/calls";
import { formula } from "../../../src/functions/formula/printCall";

test.each<[string, Parameters<typeof formula>[1], string]>([
  ["GROWTH", ["digital"], '=ECOM.GROWTH("digital")'],
  ["GROWTH", ["digital", "2025-Q1"], '=ECOM.GROWTH("digital","2025-Q1")'],
  ["GROWTH", ["digital", undefined, "computed"], '=ECOM.GROWTH("digital",,"computed")'],
  ["VALUE", ["total", 2025, undefined, undefined], '=ECOM.VALUE("total",2025)'],
  ["SERIES", ["total", undefined, undefined, undefined, false], '=ECOM.SERIES("total",,,,FALSE)'],
  ["FIND", ['say "hi"'], '=ECOM.FIND("say ""hi""")'],
  ["TABLE", [[["a"], ["b"]], [["2025", 2024]]], '=ECOM.TABLE({"a";"b"},{"2025",2024})'],
  ["VERSION", [], "=ECOM.VERSION()"],
])("%s of %j is printed in English form.", (id, args, text) => {
  expect(formula(id, args)).toBe(text);
});

test("What is printed reads back as the same function and the same texts, whatever they hold.", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      const [call] = findCalls(formula("GROWTH", texts));
      expect(call?.id).toBe("GROWTH");
      expect(call?.args.map((argument) => literal(argument.text))).toEqual(texts);
    }),
  );
});
