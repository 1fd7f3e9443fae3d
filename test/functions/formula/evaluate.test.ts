import type { Cell } from "../../../src/functions/answer";
import { catalogue } from "../../../src/functions/catalogue/catalogue";
import { findCalls } from "../../../src/functions/formula/calls";
import { errorOf, evaluate, isFunctionId, referencesOf } from "../../../src/functions/formula/evaluate";
import { isReference } from "../../../src/functions/formula/pieces";
import { formula } from "../../../src/functions/formula/printCall";
import { refusalText } from "../../../src/functions/refusalText";
import { defaultSettings } from "../../../src/functions/settings";
import { call as inCell, open, shown } from "../excel";

beforeEach(() => open());

const plain = (cell: Cell): unknown =>
  typeof cell !== "object"
    ? cell
    : "reason" in cell
      ? errorOf({ ok: false, reason: cell.reason })
      : cell.value;

/** What a formula's first call answers, as `shown` says what a cell shows; "?" with the text that is not known. */
function answer(text: string, cells: Readonly<Record<string, unknown>> = {}): unknown {
  const [call] = findCalls(text);
  if (!call || !isFunctionId(call.id)) throw new Error(`no call in ${text}`);
  const args = call.args.map((arg) => arg.text);
  const evaluated = evaluate(call.id, args, defaultSettings, (reference) => cells[reference]);
  if (!evaluated.ok) return `? ${evaluated.unknown}`;
  if (!evaluated.answer.ok) return errorOf(evaluated.answer);
  const { value } = evaluated.answer;
  if (Array.isArray(value)) {
    const rows = (value as readonly (readonly Cell[])[]).map((row) => row.map(plain));
    return call.id === "INFO" && rows.length === 1 ? rows[0]?.[0] : rows;
  }
  return typeof value === "object" && "fields" in value ? value.title : plain(value as Cell);
}

test("Every example of the catalogue is answered as the cell answers it.", () => {
  for (const { id, examples } of catalogue) {
    if (id === "CARD") continue;
    for (const { en, zh } of examples) {
      for (const args of [en, zh]) expect(answer(formula(id, args))).toEqual(shown(id, ...args));
    }
  }
});

test.each([
  ['=ECOM.CHECK("share","2025",26.1%)', true],
  ['=ECOM.CHECK("total","2025-Q1",+3.6)', true],
  ['=ECOM.SERIES("physical",,2024,2024,FALSE)', [["2024", 13081600000000]]],
  ["=ECOM.GROWTH(#N/A)", "#VALUE!"],
  ["=ECOM.GROWTH()", "#VALUE!"],
  ['=ECOM.GROWTH({"digital"}, "2025-Q1" )', 0.074],
  ['=ECOM.GROWTH(ECOM.INFO("digital","label"))', 0.074],
  ['=ECOM.GROWTH(ECOM.CARD("digital","2025-Q1"))', 0.074],
  ['=ECOM.GROWTH(ECOM.GROWTH("nothing of the kind"))', "#VALUE!"],
])("%s gives %j", (text, value) => expect(answer(text)).toEqual(value));

test("References are answered with what stands in their cells, and asked for once each as they are written.", () => {
  const text = "=ECOM.TABLE( A2:A3 ,'My, sheet'!$B$1,ECOM.INFO(C1,\"label\"))";
  const [table] = findCalls(text);
  expect(referencesOf(table!.args.map((arg) => arg.text))).toEqual(["A2:A3", "'My, sheet'!$B$1", "C1"]);
  expect(answer("=ECOM.GROWTH(A2,B1)", { A2: "digital", B1: "2025-Q1" })).toBe(0.074);
  expect(answer("=ECOM.GROWTH(A2,B1)", { A2: "digital", B1: null })).toBe(0.074);
  expect(answer("=ECOM.TABLE(A2:A3,,,FALSE)", { "A2:A3": [["digital"], ["entertainment"]] })).toEqual([
    ["Digital products, online sales", 0.074],
    ["Online entertainment", 0.4],
  ]);
});

test("A range where one value is wanted is answered cell by cell, as Excel does.", () => {
  const cells = { "A1:A3": [["digital"], ["digitl"], ["entertainment"]], "B1:C1": [["2025-Q1", "latest"]] };
  expect(answer("=ECOM.GROWTH(A1:A3)", cells)).toEqual([[0.074], ["#VALUE!"], [0.4]]);
  expect(answer("=ECOM.GROWTH(A1:A3,B1:C1)", cells)).toEqual([
    [0.074, 0.082],
    ["#VALUE!", "#VALUE!"],
    [0.4, 0.4],
  ]);
  expect(answer('=ECOM.GROWTH({"digital","dining"},{"2025-Q1";"2025"})')).toEqual([
    [0.074, 0.292],
    ["#N/A", 0.237],
  ]);
  // Beyond the smaller of two ranges the argument is missing.
  expect(answer('=ECOM.GROWTH({"digital";"dining";"digital"},{"2025-Q1";"2025"})')).toEqual([
    [0.074],
    [0.237],
    ["#VALUE!"],
  ]);
});

test.each([
  ['=ECOM.GROWTH(A1&"x")', '? A1&"x"'],
  ["=LET(i,A1,ECOM.GROWTH(i))", "? i"],
  ["=ECOM.GROWTH(A9)", "? A9"],
  ['=ECOM.GROWTH("digital",DATE(2025,3,31))', "? DATE(2025,3,31)"],
  ["=ECOM.GROWTH(ECOM.INFO(A9))", "? ECOM.INFO(A9)"],
])("%s cannot be answered here, and says why.", (text, why) => expect(answer(text)).toBe(why));

test.each(["A1", "$A$1", "A1:B2", "A:A", "$1:$3", "Sheet1!A1", "'It''s'!A1:B2", "数据!C3"])(
  "%s is a reference.",
  (text) => expect(isReference(text)).toBe(true),
);
test.each(["", "A", "1", "rate", "A1&B1", '"A1"', "A1#", "A0", "Table1[a]", "A1,B1", "2025"])(
  "%s is no plain reference.",
  (text) => expect(isReference(text)).toBe(false),
);

test("A refusal is told by the sentence that the cell tells.", () => {
  const evaluated = evaluate("GROWTH", ['"digitl"'], defaultSettings, () => undefined);
  const cell = inCell("GROWTH", "digitl");
  if (!evaluated.ok || evaluated.answer.ok || !("error" in cell)) throw new Error("it was answered");
  expect(refusalText(evaluated.answer.reason, "en")).toBe(cell.message);
});
