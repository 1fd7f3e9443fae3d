import { openWorkbench } from "../browser";
import { ask, fill, spilled } from "./ask";

// Ranges where users would try them, through Microsoft's client.

test("TABLE takes a column of names and a row of periods, and follows them when they change.", async () => {
  const workbench = await openWorkbench();
  await fill(workbench, "A2:A4", [["digital"], ["数码"], ["dining"]]);
  await fill(workbench, "B1:C1", [["2025-Q1", "latest"]]);
  await ask(workbench, ["=ECOM.TABLE(A2:A4,B1:C1)"]);
  expect(await spilled(workbench, 0, 4, 3)).toEqual([
    // The latest period of all rows: what a row lacks there is missing.
    ["Growth (%)", "2025-Q1", "2025"],
    ["Digital products, online sales", 0.074, "#N/A"],
    ["Digital products, online sales", 0.074, "#N/A"],
    ["In-store dining ordered online", 0.292, 0.237],
  ]);
  await fill(workbench, "A3", [["entertainment"]]);
  expect((await spilled(workbench, 0, 4, 3))[2]).toEqual(["Online entertainment", 0.4, expect.anything()]);
});

test("Blank cells are left out, and errors and unknown names keep their place with a sentence.", async () => {
  const workbench = await openWorkbench();
  await fill(workbench, "A1:A6", [["digital"], [""], ["digitl"], ["=1/0"], [true], ["dining"]]);
  await fill(workbench, "B1:E1", [[2025, "2025-Q1", "", "soon"]]);
  await ask(workbench, ["=ECOM.TABLE(A1:A7,B1:F1,,FALSE)"]);
  expect(await spilled(workbench, 0, 6, 4)).toEqual([
    ["Digital products, online sales", "#N/A", 0.074, "#VALUE!"],
    ["digitl", "#VALUE!", "#VALUE!", "#VALUE!"],
    ["#VALUE!", "#VALUE!", "#VALUE!", "#VALUE!"],
    ["TRUE", "#VALUE!", "#VALUE!", "#VALUE!"],
    ["In-store dining ordered online", 0.237, 0.292, "#VALUE!"],
    ["", "", "", ""],
  ]);
  const messages = await workbench.page.evaluate(() => {
    const { univerAPI, host } = window.workbench!;
    const id = univerAPI.getActiveWorkbook()!.getActiveSheet().getSheetId();
    return [
      [0, 31],
      [0, 33],
      [1, 31],
      [2, 30],
    ].map(([row, column]) => host.messageAt(id, row!, column!));
  });
  expect(messages).toEqual([
    expect.stringContaining('"2025-11 YTD"'),
    expect.stringContaining('periods "soon"'),
    expect.stringContaining('"digital"'),
    expect.stringContaining("#DIV/0!"),
  ]);
});

test("A range where one value is wanted answers cell by cell, as Excel's own functions do.", async () => {
  const workbench = await openWorkbench();
  await fill(workbench, "A1:A3", [["digital"], ["dining"], ["entertainment"]]);
  await fill(workbench, "B1:C1", [["2025-Q1", "latest"]]);
  const [, , one] = await ask(workbench, [
    "=ECOM.GROWTH(A1:A3)",
    "=ECOM.GROWTH(A1:A3,B1:C1)",
    "=SUM(ECOM.GROWTH(A1:A3))",
  ]);
  expect(await spilled(workbench, 0, 3, 1)).toEqual([[0.074], [0.292], [0.4]]);
  expect((await spilled(workbench, 1, 2, 2))[0]).toEqual([0.074, 0.082]);
  expect(one?.value).toBeCloseTo(0.766, 12);
});

test("Array constants do as well as ranges, and whole columns with a few names are quick.", async () => {
  const workbench = await openWorkbench();
  await fill(workbench, "A1:A2", [["digital"], ["dining"]]);
  await ask(workbench, [
    '=ECOM.TABLE({"digital";"dining"},{2025,"2025-Q1"},,FALSE)',
    "=ECOM.TABLE(A1:A900,,,FALSE)",
  ]);
  expect(await spilled(workbench, 0, 2, 3)).toEqual([
    ["Digital products, online sales", "#N/A", 0.074],
    ["In-store dining ordered online", 0.237, 0.292],
  ]);
  expect(await spilled(workbench, 1, 3, 2)).toEqual([
    ["Digital products, online sales", 0.074],
    ["In-store dining ordered online", 0.292],
    ["", ""],
  ]);
});

test("A cell of ours is an argument of another: a code found is a code that is asked for.", async () => {
  const workbench = await openWorkbench();
  await fill(workbench, "A1", [['=ECOM.FIND("cashews",1)']]);
  await fill(workbench, "H1:H2", [["=ECOM.GROWTH(A2)"], ['=ECOM.CARD("digital")']]);
  const [growth, card] = await ask(workbench, ["=H1*100", "=ECOM.GROWTH(H2)"]);
  expect(growth?.value).toBeCloseTo(119, 12);
  // The grid passes a card on as its text, which is the label.
  expect(card?.value).toBe(0.074);
});
