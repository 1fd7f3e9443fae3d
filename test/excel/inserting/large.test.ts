import type { Period } from "../../../src/dataset";
import type { Plan } from "../../../src/sheets/plan";
import type { Insertion, Place } from "../../../src/workbook/insertion";
import { dealt } from "../../dealt";
import { openExcel, problemOf, reopen } from "../excel";
import type { OpenExcel } from "../excel";
import { seen } from "../seen";

/** 1,300 rows of four texts: 5.2 million characters, more than Excel on the web takes in one message. */
const rows = 1300;
/** As many as it gives in one answer with their looks: what is to be removed or updated is read first. */
const readable = 700;
const mockPlanOf = (rows: number): Plan => ({
  name: { en: "A very large table", zh: "大表" },
  sheetName: "Large",
  rows,
  columns: 4,
  cells: [
    {
      at: [0, 0],
      rows: Array.from({ length: rows }, (_, row) =>
        Array.from({ length: 4 }, (__, column) => `row ${row} column ${column} `.padEnd(1000, "abc ")),
      ),
    },
  ],
  spills: [],
  styles: [{ area: [0, 0, rows, 4], style: "page" }],
  formats: [],
  links: [],
  merges: [],
  widths: [20, 20, 20, 20],
  heights: [],
  tables: [],
  charts: [],
  frozenRows: 0,
  block: true,
});

let mockRows = rows;
jest.mock("../../../src/sheets/buildPlan", () => ({
  buildPlan: () => ({ ok: true, value: mockPlanOf(mockRows) }),
}));

const insertion: Insertion = { kind: "table", indicators: ["DIGITAL_PRODUCTS"], period: "2025-Q1" as Period };
const newSheet: Place = { kind: "new-sheet" };
const place: Place = { kind: "at", sheet: "Sheet1", address: "B3" };
const limit = 5 * 1024 * 1024;

jest.setTimeout(120_000);

let excel: OpenExcel;
beforeEach(async () => {
  mockRows = rows;
  excel = await openExcel();
  excel.host.faults.requestLimit = limit;
});
afterEach(() => excel.dispose());

describe("a plan of more than 5 MB", () => {
  test("is cut by rows into messages that Excel takes, tells its progress, and all of it arrives.", async () => {
    const parts: number[] = [];
    excel.messages();
    const outcome = await excel.actions.insert(insertion, newSheet, "en", {
      onProgress: (part) => parts.push(part),
    });
    expect(problemOf(outcome)).toBe("none");
    const sizes = excel.messages().map((body) => Buffer.byteLength(body));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(limit);
    expect(Math.max(...sizes)).toBeLessThan(limit / 3);
    expect(parts.length).toBeGreaterThan(5);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    const { sheets } = await excel.model();
    expect(Object.values(sheets[1]?.cells ?? {}).filter(({ value }) => value !== undefined)).toHaveLength(
      rows * 4,
    );
    expect(sheets[1]?.cells[`D${rows}`]?.value).toContain(`row ${rows - 1} column 3`);
  });

  test.each([
    ["on a new sheet", newSheet],
    ["at a cell", place],
  ])("leaves nothing when its last message fails: %s", async (_what, where) => {
    const before = await excel.model();
    let messages = 0;
    const outcome = await excel.actions.insert(insertion, where, "en", {
      onProgress: () => {
        messages += 1;
        // Told before each message, and once at the beginning.
        if (messages === 5) excel.host.faults.failAction(2, "RequestAborted");
      },
    });
    expect(problemOf(outcome)).toBe("busy");
    expect(await excel.model()).toEqual(before);
  });

  test("can be cancelled between two messages, and then nothing was written.", async () => {
    const before = await excel.model();
    const controller = new AbortController();
    let messages = 0;
    const outcome = await excel.actions.insert(insertion, place, "en", {
      signal: controller.signal,
      onProgress: () => {
        messages += 1;
        if (messages === 4) controller.abort();
      },
    });
    expect(problemOf(outcome)).toBe("cancelled");
    expect(await excel.model()).toEqual(before);
  });

  test.each([
    ["on a new sheet", newSheet],
    ["at a cell", place],
  ])(
    "that breaks off at any message is found at the next start as half written, and removed without a trace: %s",
    async (_what, where) => {
      mockRows = readable;
      const before = seen(await excel.model());
      excel.messages();
      const whole = await excel.actions.insert(insertion, where, "en");
      const messages = excel.messages().length;
      expect(messages).toBeGreaterThan(3);
      expect(problemOf(await excel.actions.remove(whole.ok ? (whole.done.block ?? "") : ""))).toBe("none");
      const each = Array.from({ length: messages }, (_, index) => index + 1);
      for (const message of dealt(each, 3)) {
        excel.deliveries.push(...Array.from({ length: message - 1 }, () => "answered" as const));
        // The session has ended: nothing can be undone either.
        excel.deliveries.push(5012, 5012, 5012, 5012);
        const outcome = await excel.actions.insert(insertion, where, "en");
        expect([message, problemOf(outcome)]).toEqual([message, message > 2 ? "not-put-back" : "host-lost"]);
        excel.deliveries.splice(0);
        excel = await reopen(excel, openExcel);
        const answer = await excel.actions.blocks();
        const [found] = answer.ok ? answer.blocks : [];
        if (message > 2) {
          expect([message, found]).toMatchObject([message, { insertion, unfinished: true }]);
          expect(problemOf(await excel.actions.remove(found?.id ?? ""))).toBe("none");
        } else expect(found).toBeUndefined();
        expect([message, seen(await excel.model())]).toEqual([message, before]);
      }
    },
  );

  test("that broke off is completed by inserting it again, and no second sheet is made.", async () => {
    mockRows = readable;
    excel.deliveries.push("answered", "answered", "answered", 5012, 5012, 5012);
    await excel.actions.insert(insertion, newSheet, "en");
    excel.deliveries.splice(0);
    excel = await reopen(excel, openExcel);
    expect(problemOf(await excel.actions.insert(insertion, newSheet, "en"))).toBe("none");
    const { sheets } = await excel.model();
    expect(sheets.map(({ name }) => name)).toEqual(["Sheet1", "Large"]);
    expect(sheets[1]?.cells[`D${readable}`]?.value).toContain(`row ${readable - 1} column 3`);
    const answer = await excel.actions.blocks();
    expect(answer.ok && answer.blocks.map(({ unfinished }) => unfinished)).toEqual([undefined]);
  });
});
