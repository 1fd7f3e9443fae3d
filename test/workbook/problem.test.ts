import { problemText } from "../../src/workbook/problem";
import type { Problem } from "../../src/workbook/problem";

const cells = [{ address: "B3", text: "mine" }];
const problems: Problem[] = [
  {
    name: "filled-cells",
    sheet: "S",
    address: "B2:C4",
    count: 2,
    cells,
    next: { sheet: "S", address: "B9" },
  },
  { name: "filled-cells", sheet: "S", address: "B2", count: 1, cells },
  { name: "changed-inside", sheet: "S", block: "1|a", count: 1, cells },
  { name: "cell-changed", sheet: "S", address: "B2", text: "mine" },
  { name: "cell-changed", sheet: "S", address: "B2", text: "" },
  { name: "bad-formula" },
  { name: "sheet-protected", sheet: "S" },
  { name: "workbook-protected" },
  { name: "read-only" },
  { name: "cell-edit" },
  { name: "dialog-open" },
  { name: "sheet-gone", sheet: "S" },
  { name: "block-gone" },
  { name: "no-room", sheet: "S" },
  { name: "bad-address", given: "??" },
  { name: "name-taken", given: "S" },
  { name: "frozen", sheet: "S" },
  { name: "too-large" },
  { name: "not-loaded" },
  { name: "busy" },
  { name: "cancelled" },
  { name: "not-supported", needs: "ExcelApi 1.4" },
  { name: "no-figure", reason: { name: "only-growth", indicator: "DIGITAL_PRODUCTS" } },
  { name: "nothing-asked" },
  { name: "not-ready", sheet: "S", count: 1, cells: [{ address: "B3", text: "#BUSY!" }] },
  { name: "nothing-to-freeze" },
  { name: "nothing-to-thaw" },
  { name: "nothing-to-mend" },
  { name: "refused", code: "InvalidOperation", message: "No." },
];

test("Every problem says in both languages what happened and that nothing was changed.", () => {
  for (const problem of problems) {
    const [en, zh] = [problemText(problem, "en"), problemText(problem, "zh")];
    expect(en).toContain("Nothing was changed.");
    expect(zh).toContain("未作任何更改");
    expect(en).not.toMatch(/undefined|\[object/);
  }
});

test("Filled cells name the place and the next free one.", () => {
  const text = problemText(problems[0] as Problem, "en");
  expect(text).toContain("2 filled cells are in the way in B2:C4");
  expect(text).toContain("The next free place is B9.");
});

test("Only a failure that could not be put back, and a connection lost while writing, do not promise that nothing was changed.", () => {
  const cause: Problem = { name: "busy" };
  for (const language of ["en", "zh"] as const) {
    expect(problemText({ name: "not-put-back", sheet: "S", cause }, language)).not.toMatch(
      /Nothing was changed|未作任何更改/,
    );
    expect(problemText({ name: "host-lost", unsure: true }, language)).not.toMatch(
      /Nothing was changed|未作任何更改/,
    );
    expect(problemText({ name: "host-lost" }, language)).toMatch(/Nothing was changed|未作任何更改/);
  }
});
