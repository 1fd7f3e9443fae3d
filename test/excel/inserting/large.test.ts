import type { Plan } from "../../../src/sheets/plan";
import { dealt } from "../../dealt";
import { eachTest, openExcel } from "../excel";
import { at, newSheet, tableOf } from "../insertions";
import { seen } from "../seen";
import { problemOf } from "../workbook";

/** 1,300 rows of four texts: 5.2 million characters, more than Excel on the web takes in one message. */
const rows = 1300;
/** So many that one answer can hold them with their formats: a removal or update reads them first. */
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

const insertion = tableOf(["DIGITAL_PRODUCTS"]);
const places = [
  ["on a new sheet", newSheet],
  ["at a cell", at("B3")],
] as const;
const limit = 5 * 1024 * 1024;

const excel = eachTest(openExcel, async ({ host }) => {
  mockRows = rows;
  host.faults.requestLimit = limit;
});

describe("a plan of more than 5 MB", () => {
  test("is cut by rows into messages that Excel takes, tells its progress, and all of it arrives.", async () => {
    const parts: number[] = [];
    excel.messages();
    const { sheet } = await excel.insert(insertion, newSheet, "en", {
      onProgress: (part) => parts.push(part),
    });
    const sizes = excel.messages().map((body) => Buffer.byteLength(body));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(limit);
    expect(Math.max(...sizes)).toBeLessThan(limit / 3);
    expect(parts.length).toBeGreaterThan(5);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    const cells = await excel.cells(sheet);
    expect(Object.values(cells).filter(({ value }) => value !== undefined)).toHaveLength(rows * 4);
    expect(cells[`D${rows}`]?.value).toContain(`row ${rows - 1} column 3`);
  });

  test.each(places)("leaves nothing when its last message fails: %s", async (_what, place) => {
    let messages = 0;
    const onProgress = () => {
      messages += 1;
      // It is called once at the beginning, then before each message.
      if (messages === 5) excel.host.faults.failAction(2, "RequestAborted");
    };
    await excel.refuses("busy", () => excel.actions.insert(insertion, place, "en", { onProgress }));
  });

  test("can be cancelled between two messages, and then nothing was written.", async () => {
    const controller = new AbortController();
    let messages = 0;
    const onProgress = () => {
      messages += 1;
      if (messages === 4) controller.abort();
    };
    const { signal } = controller;
    await excel.refuses("cancelled", () =>
      excel.actions.insert(insertion, at("B3"), "en", { signal, onProgress }),
    );
  });

  test.each(places)(
    "that breaks off at any message is found at the next start as half written, and removed without a trace: %s",
    async (_what, place) => {
      mockRows = readable;
      const before = seen(await excel.model());
      excel.messages();
      const { block = "" } = await excel.insert(insertion, place);
      const messages = excel.messages().length;
      expect(messages).toBeGreaterThan(3);
      await excel.remove(block);
      const each = Array.from({ length: messages }, (_, index) => index + 1);
      for (const message of dealt(each, 4)) {
        excel.deliveries.push(...Array.from({ length: message - 1 }, () => "answered" as const));
        // The session has ended: nothing can be undone either.
        excel.deliveries.push(5012, 5012, 5012, 5012);
        const outcome = await excel.actions.insert(insertion, place, "en");
        expect([message, problemOf(outcome)]).toEqual([message, message > 2 ? "not-put-back" : "host-lost"]);
        excel.deliveries.splice(0);
        await excel.reopen();
        const blocks = await excel.blocks();
        if (message > 2) {
          expect([message, blocks[0]]).toMatchObject([message, { insertion, unfinished: true }]);
          await excel.remove(blocks[0]?.id ?? "");
        } else expect(blocks).toEqual([]);
        expect([message, seen(await excel.model())]).toEqual([message, before]);
      }
    },
  );

  test("that broke off is completed by inserting it again, and no second sheet is made.", async () => {
    mockRows = readable;
    excel.deliveries.push("answered", "answered", "answered", 5012, 5012, 5012);
    await excel.actions.insert(insertion, newSheet, "en");
    excel.deliveries.splice(0);
    await excel.reopen();
    await excel.insert(insertion, newSheet);
    expect(await excel.sheetNames()).toEqual(["Sheet1", "Large"]);
    const last = await excel.cell(`D${readable}`, "Large");
    expect(last?.value).toContain(`row ${readable - 1} column 3`);
    expect((await excel.blocks()).map(({ unfinished }) => unfinished)).toEqual([undefined]);
  });
});
