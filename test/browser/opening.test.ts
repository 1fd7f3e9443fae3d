import { writeFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import type { Frame } from "playwright-core";
import { serve } from "../../src/workbench/server/serve";
import { summaries, singles } from "../excel/insertions";
import { openWorkbench } from "./browser";
import type { Workbench } from "./browser";
import { paneParts } from "./pane/pane";
import { furnishTable } from "./pane/views";
import { productIn, savedBytes } from "./product";

// Pages of their own: a page that served a test before holds a workbook that was not saved, and asks before another takes its place.

/** Drags a file onto the grid, as from a folder. */
async function drop({ page }: Workbench, bytes: Uint8Array, name: string): Promise<void> {
  await page.evaluate(
    ({ base64, name }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
      const target = document.querySelector("#grid canvas")!;
      for (const kind of ["dragover", "drop"])
        target.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    { base64: Buffer.from(bytes).toString("base64"), name },
  );
}

const status = ({ page }: Workbench, text: string | RegExp) =>
  page.locator("#status", { hasText: text }).waitFor();

/** The pane starts in a new frame with every workbook. */
const paneFrame = ({ page }: Workbench): Frame =>
  page.frames().find((frame) => frame.parentFrame() === page.mainFrame())!;

const textsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part).replaceAll("><", ">\n<")]),
  );

describe("a workbook that was saved and is opened again", () => {
  test("has its blocks, frozen cells, settings and own data, and everything is saved again as it was.", async () => {
    const first = await openWorkbench({ fresh: true });
    const product = await productIn(first);
    await furnishTable(first, [
      ["Indicator", "Period", "Value", "Unit"],
      ["Our shop's takings", 2024, 3.5, "万元"],
      ["Our shop's takings", 2025, 4.2, "万元"],
    ]);
    await paneParts(first.addin).tab("Settings").click();
    await paneParts(first.addin).button("Use the table at the selection").click();
    await first.addin.getByText("1 indicator, 2 figures", { exact: true }).waitFor();
    for (const insertion of [summaries.quarter, singles.series, singles["chart of one"]])
      expect(await product.insert(insertion, { kind: "new-sheet" }, "en")).toMatchObject({ ok: true });
    await first.enter("K1", '=ECOM.VALUE("OWN:OUR_SHOP_S_TAKINGS","2025")');
    const live = await savedBytes(first);
    await paneParts(first.addin).tab("Check").click();
    await paneParts(first.addin)
      .button(/^Freeze$/)
      .click();
    await first.addin.locator(".notice-text", { hasText: "Frozen: " }).waitFor();
    await first.idle();
    const frozen = await savedBytes(first);

    const second = await openWorkbench({ fresh: true });
    await drop(second, live, "Figures.xlsx");
    await status(second, "Opened Figures.xlsx.");
    expect(textsOf(await savedBytes(second))).toEqual(textsOf(live));
    expect(await second.page.locator("#book").textContent()).toBe("Figures");

    // The add-in has started again with the workbook's settings and finds what is its own.
    let addin = paneFrame(second);
    let pane = paneParts(addin);
    await pane.tab("Settings").click();
    await addin.getByText("1 indicator, 2 figures", { exact: true }).waitFor();
    await pane.tab("Sheets").click();
    await addin
      .locator(".preview", { hasText: /Updates what stands in At a glance 2025-Q1, A1:G\d+\./ })
      .waitFor();

    await drop(second, frozen, "Frozen.xlsx");
    await status(second, "Opened Frozen.xlsx.");
    expect(Object.values(textsOf(await savedBytes(second))).join()).not.toContain("<f>_xldudf_");
    addin = paneFrame(second);
    pane = paneParts(addin);
    await pane.tab("Check").click();
    await pane.button(/^Thaw$/).click();
    await addin.locator(".notice-text", { hasText: "Thawed: " }).waitFor();
    await second.idle();
    const thawed = textsOf(await savedBytes(second));
    for (const [path, text] of Object.entries(textsOf(live)))
      if (/^xl\/(worksheets\/sheet|tables|charts)/.test(path))
        expect([path, thawed[path]]).toEqual([path, text]);
  }, 240_000);
});

describe("a file of another program", () => {
  test("is opened at the start by its name, and what the workbench has no place for is said.", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "Figures",
          view: { showRowColHeaders: false },
          rows: [
            ["Year", "Sales"],
            [2024, 10],
            [2025, 12],
          ],
          cells: new Map([["3,1", { value: 22, formula: "SUM(B2:B3)" }]]),
          conditionalRules: [
            { type: "cellIs", operator: "greaterThan", formula: "11", priority: 1, range: "B2:B3" },
          ],
          images: [{ data: new Uint8Array([1, 2]), type: "png", anchor: { from: { row: 5, col: 0 } } }],
        },
      ],
    });
    const file = join(mkdtempSync(join(tmpdir(), "workbench-")), "Their 表格.xlsx");
    writeFileSync(file, bytes);
    const served = await serve({ opened: file });
    const workbench = await openWorkbench({ fresh: true });
    await workbench.page.route("**/opened/*", async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: served.url + pathname.slice(1) }) });
    });
    await workbench.page.goto(`${workbench.url}?open=${encodeURIComponent("Their 表格.xlsx")}`);
    await status(
      workbench,
      "Opened Their 表格.xlsx without pictures or shapes (1), conditional formats (1), some view settings of sheets (1): the workbench has no place for them",
    );
    expect(await workbench.texts("A1:B4", "Figures")).toEqual([
      ["Year", "Sales"],
      ["2024", "10"],
      ["2025", "12"],
      ["", "22"],
    ]);
    await served.close();
  });

  test("that is no workbook leaves the one that is open as it is, with a sentence.", async () => {
    const workbench = await openWorkbench({ locale: "zh-CN", fresh: true });
    await workbench.enter("A1", "mine");
    workbench.page.on("dialog", (dialog) => void dialog.accept());
    await drop(workbench, new Uint8Array([1, 2, 3]), "photo.xlsx");
    await status(workbench, "无法打开 photo.xlsx");
    expect((await workbench.cell("A1")).value).toBe("mine");
  });

  test("asks before it takes the place of what was not saved.", async () => {
    const workbench = await openWorkbench({ fresh: true });
    await workbench.enter("A1", "mine");
    const asked = new Promise<string>((heard) =>
      workbench.page.on("dialog", (dialog) => {
        heard(dialog.message());
        void dialog.dismiss();
      }),
    );
    await drop(workbench, new Uint8Array([1, 2, 3]), "other.xlsx");
    expect(await asked).toContain("Open other.xlsx in the place of this workbook?");
    expect((await workbench.cell("A1")).value).toBe("mine");
  });
});
