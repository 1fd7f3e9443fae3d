import type { PrintSetup } from "../../../sheets/plan";
import { a1 } from "../../../workbook/a1";
import { pageBreaks } from "../../reading/sheetQuestions";
import { can } from "../../session/capabilities";
import type { Add } from "../../session/stepsOn";
import type { Target } from "../target";

/** Sets up the page of a new sheet. The user may change it; updates leave it alone. */
export function addPage(add: Add): void {
  if (!can("print")) return;
  const set = (member: string, run: (page: Excel.PageLayout) => void) =>
    add("print", `PageLayout.${member}`, ({ sheet }) => run(sheet.pageLayout), { bytes: 250 });
  set("zoom", (page) => (page.zoom = { horizontalFitToPages: 1 }));
  set("centerHorizontally", (page) => (page.centerHorizontally = true));
  set("leftMargin", (page) => (page.leftMargin = 36));
  set("rightMargin", (page) => (page.rightMargin = 36));
  set("topMargin", (page) => (page.topMargin = 48));
  set("bottomMargin", (page) => (page.bottomMargin = 60));
  set("paperSize", (page) => (page.paperSize = "A4"));
  set("rightFooter", (page) => (page.headersFooters.defaultForAllPages.rightFooter = "&8&P / &N"));
}

/** Whether two print setups are equal. Two missing ones are. */
export const samePrint = (a: PrintSetup | undefined, b: PrintSetup | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/**
 * Removes the page breaks that we made.
 * @param setups the print setups that we may have written; other breaks are the user's
 * @param breaks the rows that follow a page break now
 */
export function dropBreaks(
  add: Add,
  at: Target["at"],
  setups: readonly (PrintSetup | undefined)[],
  breaks: readonly number[],
): void {
  const planned = new Set(setups.flatMap((setup) => setup?.breaks ?? []).map((row) => at[0] + row));
  // If Excel refuses to list them, they stay, and page setup counts as left out.
  if (planned.size > 0) add("print", `ask ${pageBreaks}`, () => undefined, { bytes: 0 });
  for (const [index, row] of [...breaks.entries()].reverse())
    if (planned.has(row))
      add("print", "PageBreak.delete", ({ sheet }) => sheet.horizontalPageBreaks.getItem(index).delete());
}

/**
 * Sets the parts of the page setup that depend on the plan's rows. Our earlier page breaks must have been removed.
 */
export function addPrint(add: Add, at: Target["at"], print: PrintSetup): void {
  if (!can("print")) return;
  const set = (member: string, run: (page: Excel.PageLayout) => void) =>
    add("print", `PageLayout.${member}`, ({ sheet }) => run(sheet.pageLayout), { bytes: 300 });
  set("orientation", (page) => {
    page.orientation = print.orientation === "portrait" ? "Portrait" : "Landscape";
  });
  set("setPrintArea", (page) => page.setPrintArea(a1(print.area, at)));
  if (print.titleRows) {
    const [first, count] = print.titleRows;
    set("setPrintTitleRows", (page) =>
      page.setPrintTitleRows(`$${at[0] + first + 1}:$${at[0] + first + count}`),
    );
  }
  for (const row of print.breaks ?? [])
    add("print", "PageBreakCollection.add", ({ sheet }) => {
      sheet.horizontalPageBreaks.add(a1([row, 0, 1, 1], at));
    });
  // "&" begins a code in footers: "&8" is the size of the text, "&P / &N" the page of pages.
  const footer = `&8${print.footer.replaceAll("&", "&&")}`;
  set("leftFooter", (page) => (page.headersFooters.defaultForAllPages.leftFooter = footer));
}
