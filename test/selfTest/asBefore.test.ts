import type { Text2 } from "../../src/dataset";
import type { Snapshot } from "../../src/workbench/host";
import { dealt } from "../dealt";
import { eachTest } from "../excel/excel";
import { look } from "../excel/seen";
import { only, openFurnished, testQuickly } from "./excels";

// Many runs of the test, on machines that do other things too.
jest.setTimeout(600_000);

const excel = eachTest(openFurnished);

/** A little of everything: functions, freezing, a sheet of its own, a block at a cell, and plain cells. */
const some = only(
  ...["habits", "function VALUE", "function SERIES", "freeze", "thaw", "insert value", "remove value"],
  ...["insert services", "remove services", "insert table", "remove table"],
);

/** All that must be as before. */
interface Kept {
  look: unknown;
  settings: unknown;
  saved: unknown;
}

const kept = async (): Promise<Kept> => ({
  look: look(sorted(await excel.model())),
  settings: Object.fromEntries(excel.settings),
  saved: Object.fromEntries(excel.saved),
});

/** Without what the host still holds of deleted sheets. */
function sorted(snapshot: Snapshot): Snapshot {
  const ids = new Set(snapshot.sheets.map(({ id }) => id));
  const { state } = snapshot;
  const sheets = Object.fromEntries(Object.entries(state.sheets).filter(([id]) => ids.has(id)));
  return { ...snapshot, state: { ...state, sheets } };
}

/** Calls `act` before the message with this number, counted from now. */
function atMessage(number: number, act: () => void): void {
  const { sent } = excel;
  let left = number;
  sent.push = (...bodies: string[]) => {
    left -= 1;
    if (left === 0) act();
    return Array.prototype.push.apply(sent, bodies);
  };
}

/** The numbers of messages at which the test is disturbed: `count` of the `whole`. */
const moments = (whole: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => 3 + Math.round((index * (whole - 4)) / (count - 1)));

async function prepared(): Promise<{ before: Kept; whole: number }> {
  excel.settings.set("ECOM.period", "2024");
  excel.settings.set("ECOM.asof", "2026-01-31");
  excel.saved = new Map(excel.settings);
  const before = await kept();
  excel.messages();
  const { report } = await testQuickly({}, { only: some });
  expect(report.ended).toBe("whole");
  expect(report.lines.filter(({ verdict }) => verdict !== "works")).toEqual([]);
  const whole = excel.messages().length;
  expect(await kept()).toEqual(before);
  return { before, whole };
}

test("Stopped at any moment, the workbook, its settings and its selection are as before.", async () => {
  const { before, whole } = await prepared();
  for (const moment of dealt(moments(whole, 10), 4)) {
    const aborter = new AbortController();
    const { signal } = aborter;
    atMessage(moment, () => aborter.abort());
    const begunAfter: string[] = [];
    const onProgress = (_part: number, now: Text2) => void (signal.aborted && begunAfter.push(now.en));
    const { report } = await testQuickly({ signal, onProgress }, { only: some });
    expect([moment, report.left]).toEqual([moment, []]);
    expect([moment, begunAfter.filter((name) => name !== "putting everything back")]).toEqual([moment, []]);
    // How many messages a run sends depends on how fast functions answer: near its end a moment may come after the last check.
    const leftOut = report.lines.filter(({ verdict }) => verdict === "not-run");
    if (report.ended !== "cancelled") expect([moment, leftOut]).toEqual([moment, []]);
    expect(report.lines.at(-1)).toMatchObject({ check: "as-before", verdict: "works" });
    expect(await kept()).toEqual(before);
  }
});

test("A failure at any moment is told, and the workbook is as before.", async () => {
  const { before, whole } = await prepared();
  for (const moment of dealt(moments(whole, 6), 5)) {
    atMessage(moment, () => excel.host.faults.failAction(2, "GeneralException"));
    const { report } = await testQuickly({}, { only: some });
    excel.host.faults.clear();
    expect({ moment, left: report.left }).toEqual({ moment, left: [] });
    expect(await kept()).toEqual(before);
  }
});

test("While a cell is being edited the test breaks off, waits, and puts the workbook back.", async () => {
  const { before, whole } = await prepared();
  for (const moment of moments(whole, 4).slice(1, 3)) {
    atMessage(moment, () => {
      excel.host.faults.editing = true;
      // The person presses Enter after a few more messages.
      atMessage(4, () => excel.host.faults.clear());
    });
    const { report } = await testQuickly({}, { only: some, pauses: Array.from({ length: 8 }, () => 1) });
    expect(report).toMatchObject({ ended: "broken-off", left: [] });
    expect(await kept()).toEqual(before);
  }
});

test("A workbook that is read only, or whose structure is protected, is not tested, and says so.", async () => {
  await excel.edit((workbook) => workbook.protection.protect());
  const { report, summary } = await testQuickly({}, { only: some });
  expect(report.lines.filter(({ verdict }) => verdict === "works").map(({ check }) => check)).toEqual([
    "as-before",
  ]);
  expect(summary.en).toContain("not tried");
});
