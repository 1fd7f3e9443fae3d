import fc from "fast-check";
import { findCalls, replaceCall } from "../../../src/functions/formula/calls";
import { convert, english, pieces, withComma } from "../../../src/functions/formula/pieces";
import { formulas } from "../formulas";

const local = (formula: string) => convert(formula, english, withComma);
const back = (formula: string) => convert(formula, withComma, english);

test("The pieces of any text together are the text.", () => {
  const signs = fc.string({ unit: fc.constantFrom(..."\"'[](){},;.\\\\#@A1é数\u{1f600} ") });
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: "grapheme" }), formulas), (text) =>
      expect(
        pieces(text)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text),
    ),
  );
});

test.each([
  ['=ECOM.CHECK("total","2025-Q1",3.6)', '=ECOM.CHECK("total";"2025-Q1";3,6)'],
  ['=ECOM.TABLE({"a,b","c";"d",1.5},B1:E1)', '=ECOM.TABLE({"a,b"\\"c";"d"\\1,5};B1:E1)'],
  ["=SUM(A1,'x, y'!B2,T[[#All],[a,b]])", "=SUM(A1;'x, y'!B2;T[[#All];[a,b]])"],
  ['=IF(A1>0.5,"1,5; 2.5",-1E-3)', '=IF(A1>0,5;"1,5; 2.5";-1E-3)'],
])("%s is %s where the decimal is a comma.", (formula, shown) => {
  expect(local(formula)).toBe(shown);
  expect(back(shown)).toBe(formula);
});

test("Columns of an array may be parted by a point where the decimal is a comma.", () => {
  expect(back('=ECOM.TABLE({"a"."b";1,5.2})')).toBe('=ECOM.TABLE({"a","b";1.5,2})');
});

test("A formula in English form stays as it is when it is read as a local one, if it has one argument a call.", () => {
  expect(back('=ECOM.GROWTH("digital")+SUM(A1:B2)')).toBe('=ECOM.GROWTH("digital")+SUM(A1:B2)');
});

test("On 5,000 generated formulas, the local form leads back to the English one, and its calls are the same.", () => {
  fc.assert(
    fc.property(formulas, (expression) => {
      const formula = `=${expression}`;
      const shown = local(formula);
      expect(back(shown)).toBe(formula);
      const [calls, localCalls] = [findCalls(formula), findCalls(shown, withComma)];
      expect(localCalls.map(({ id, args }) => [id, ...args.map((one) => back(one.text))])).toEqual(
        calls.map(({ id, args }) => [id, ...args.map((one) => one.text)]),
      );
      localCalls.forEach((call, at) => {
        expect(back(replaceCall(shown, call, ['"x"', "1,5"], withComma))).toBe(
          replaceCall(formula, calls[at]!, ['"x"', "1.5"]),
        );
      });
    }),
    { numRuns: 5000 },
  );
});
