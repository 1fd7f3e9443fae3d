import fc from "fast-check";
import { findCalls, literal, quote, replaceCall } from "../../../src/functions/formula/calls";
import { callsByFx, formulas } from "../formulas";

const ids = (formula: string): string[] => findCalls(formula).map((call) => call.id);
const args = (formula: string): string[][] =>
  findCalls(formula).map((call) => call.args.map((one) => one.text));

test("A call is found with its arguments as they are written.", () => {
  expect(args('=ECOM.GROWTH("digital", A1 ,,"2025-01-31")')).toEqual([
    ['"digital"', " A1 ", "", '"2025-01-31"'],
  ]);
});

test("A call without arguments has none, blanks or not.", () => {
  expect(args("=ECOM.VERSION()+ECOM.VERSION( )")).toEqual([[], []]);
});

test("Calls are found inside LET, IF, arithmetic, other calls and each other.", () => {
  const formula = '=LET(x,ECOM.GROWTH("a",B1),IF(x>0.1,-ECOM.VALUE(ECOM.FIND("b",1)),{1,2;3,4}))';
  expect(ids(formula)).toEqual(["GROWTH", "VALUE", "FIND"]);
  expect(findCalls(formula).map((call) => call.depth)).toEqual([0, 0, 1]);
});

test("The form of a workbook without the add-in is read too, in any case.", () => {
  expect(ids('=_xldudf_ECOM_GROWTH("digital")*ecom.value("total")')).toEqual(["GROWTH", "VALUE"]);
});

test("Commas and brackets inside texts, sheet names, structured references and arrays separate nothing.", () => {
  const formula = `=ECOM.TABLE({"a,b","c)"},'x,(y'!A1:B2,Table1[[#This Row],[p,q]],SUM(A1,(B1,C1)))`;
  expect(args(formula)[0]).toEqual([
    '{"a,b","c)"}',
    "'x,(y'!A1:B2",
    "Table1[[#This Row],[p,q]]",
    "SUM(A1,(B1,C1))",
  ]);
});

test.each(["=GROWTH(A1:A3)", '="ECOM.GROWTH(1)"', "=MYECOM.GROWTH(1)", "ECOM.GROWTH", "=ECOM.GROWTH(1", ""])(
  "Nothing of ours is found in %s",
  (formula) => expect(findCalls(formula)).toEqual([]),
);

test("Only the call that was changed is written again; left-out arguments at the end are dropped.", () => {
  const formula = '=IF( A1 , ECOM.GROWTH( "digital" , B1 ) ,"ECOM.GROWTH(1)") ';
  expect(replaceCall(formula, findCalls(formula)[0]!, ['"total"', "", ""])).toBe(
    '=IF( A1 , ECOM.GROWTH("total") ,"ECOM.GROWTH(1)") ',
  );
});

test("On 5,000 generated formulas, writing back what was read changes no byte, and a changed call changes nothing around it.", () => {
  fc.assert(
    fc.property(formulas, (expression) => {
      const formula = `=${expression}`;
      for (const call of findCalls(formula)) {
        const texts = call.args.map((one) => one.text);
        expect(replaceCall(formula, call, texts)).toBe(formula);
        if (texts.length > 0) expect(texts.join(",")).toBe(formula.slice(call.open, call.end - 1));
        const changed = replaceCall(formula, call, ['"x"', "A1"]);
        expect(changed.startsWith(formula.slice(0, call.open))).toBe(true);
        expect(changed.endsWith(formula.slice(call.end - 1))).toBe(true);
        const again = findCalls(changed).find((one) => one.start === call.start);
        expect(again?.args.map((one) => one.text)).toEqual(['"x"', "A1"]);
      }
    }),
    { numRuns: 5000 },
  );
});

test("On 5,000 generated formulas, another reader of formulas finds the same calls with the same arguments.", () => {
  let calls = 0;
  fc.assert(
    fc.property(formulas, (expression) => {
      const formula = `=${expression}`;
      const found = findCalls(formula);
      calls += found.length;
      expect(found.map(({ start, args }) => ({ at: start, args: args.map((one) => one.text) }))).toEqual(
        callsByFx(formula),
      );
    }),
    { numRuns: 5000 },
  );
  expect(calls).toBeGreaterThan(2000);
});

test("A text or number alone is a literal, anything else is not, and quoting is undone by reading.", () => {
  expect(literal(" 2025 ")).toBe("2025");
  expect(literal("A1")).toBeUndefined();
  expect(literal('"a"&"b"')).toBeUndefined();
  fc.assert(fc.property(fc.string(), (text) => expect(literal(quote(text))).toBe(text)));
});
