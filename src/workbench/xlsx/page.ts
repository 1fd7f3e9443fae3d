import type { PageLayoutState } from "../state";
import { element, text } from "./xml";

/** The numbers of paper sizes in the file, by `Excel.PaperType`; others use the printer's paper. */
export const papers: Record<string, number> = {
  Letter: 1,
  Tabloid: 3,
  Legal: 5,
  Executive: 7,
  A3: 8,
  A4: 9,
  A5: 11,
  B4: 12,
  B5: 13,
};

/**
 * Print options, margins, page setup, header and footer, and page breaks of a sheet, in the order of the format.
 * Margins are stored in inches, and are in points in `page`.
 */
export function pageXml(page: PageLayoutState): string {
  const inches = (points: number) => Math.round((points / 72) * 10000) / 10000;
  const { zoom } = page;
  const wants = (value: unknown) => value !== undefined;
  const fitted = wants(zoom.horizontalFitToPages) || wants(zoom.verticalFitToPages);
  return [
    page.centerHorizontally ? element("printOptions", { horizontalCentered: true }) : "",
    element("pageMargins", {
      left: inches(page.leftMargin),
      right: inches(page.rightMargin),
      top: inches(page.topMargin),
      bottom: inches(page.bottomMargin),
      header: inches(page.headerMargin),
      footer: inches(page.footerMargin),
    }),
    element("pageSetup", {
      paperSize: papers[page.paperSize],
      scale: fitted || zoom.scale === 100 ? undefined : zoom.scale,
      // 0 is "as many as needed".
      fitToWidth: fitted ? (zoom.horizontalFitToPages ?? 0) : undefined,
      fitToHeight: fitted ? (zoom.verticalFitToPages ?? 0) : undefined,
      orientation: page.orientation.toLowerCase(),
    }),
    headerFooterXml(page),
    breaksXml(page),
  ].join("");
}

/** A break is stored as the number of rows before it. */
function breaksXml({ rowBreaks }: PageLayoutState): string {
  const count = rowBreaks.length;
  if (count === 0) return "";
  return element(
    "rowBreaks",
    { count, manualBreakCount: count },
    ...rowBreaks.map((row) => element("brk", { id: row, max: 16_383, man: true })),
  );
}

/** Header and footer, each of three sections. */
function headerFooterXml({ headersFooters: texts }: PageLayoutState): string {
  const sections = (left: string, center: string, right: string) =>
    [left && `&L${left}`, center && `&C${center}`, right && `&R${right}`]
      .filter(Boolean)
      .join("")
      .slice(0, 255);
  // Excel allows 255 characters with their codes, and repairs a file with more.
  const header = sections(texts.leftHeader, texts.centerHeader, texts.rightHeader);
  const footer = sections(texts.leftFooter, texts.centerFooter, texts.rightFooter);
  if (!header && !footer) return "";
  return element(
    "headerFooter",
    {},
    header ? element("oddHeader", {}, text(header)) : undefined,
    footer ? element("oddFooter", {}, text(footer)) : undefined,
  );
}
