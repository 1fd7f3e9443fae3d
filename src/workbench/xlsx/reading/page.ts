import type { PageLayoutState } from "../../state";
import { newSheetState } from "../../state";
import { papers } from "../page";
import { childOf, childrenOf, flagOf, numberOf, textOf } from "./elements";

/** The page setup of a worksheet part; print area and titles are names of the workbook and come from there. */
export function readPage(sheet: Element): PageLayoutState {
  const page = newSheetState().pageLayout;
  const points = (name: string, otherwise: number) => {
    const inches = numberOf(childOf(sheet, "pageMargins"), name);
    return inches === undefined ? otherwise : Math.round(inches * 7200) / 100;
  };
  const setup = childOf(sheet, "pageSetup");
  const fitted = flagOf(childOf(sheet, "sheetPr", "pageSetUpPr"), "fitToPage");
  const paper = Object.entries(papers).find(([, number]) => number === numberOf(setup, "paperSize"))?.[0];
  return {
    ...page,
    orientation: textOf(setup, "orientation") === "landscape" ? "Landscape" : "Portrait",
    paperSize: paper ?? page.paperSize,
    zoom: fitted ? fit(setup) : { scale: numberOf(setup, "scale") ?? 100 },
    leftMargin: points("left", page.leftMargin),
    rightMargin: points("right", page.rightMargin),
    topMargin: points("top", page.topMargin),
    bottomMargin: points("bottom", page.bottomMargin),
    headerMargin: points("header", page.headerMargin),
    footerMargin: points("footer", page.footerMargin),
    centerHorizontally: flagOf(childOf(sheet, "printOptions"), "horizontalCentered"),
    rowBreaks: childrenOf(childOf(sheet, "rowBreaks"), "brk").flatMap((brk) => numberOf(brk, "id") ?? []),
    headersFooters: {
      ...sides(childOf(sheet, "headerFooter", "oddHeader")?.textContent ?? "", "Header"),
      ...sides(childOf(sheet, "headerFooter", "oddFooter")?.textContent ?? "", "Footer"),
    } as PageLayoutState["headersFooters"],
  };
}

/**
 * Whether a worksheet part sets something of its pages that `readPage` leaves out and that is no default of Excel's.
 * The user is told that they are lost.
 */
export function hasOtherSettings(sheet: Element): boolean {
  const [options, setup] = [childOf(sheet, "printOptions"), childOf(sheet, "pageSetup")];
  const paper = numberOf(setup, "paperSize") ?? 0;
  return (
    ["verticalCentered", "gridLines", "headings"].some((name) => flagOf(options, name)) ||
    ["blackAndWhite", "draft"].some((name) => flagOf(setup, name)) ||
    // Some programs always number from 1.
    (flagOf(setup, "useFirstPageNumber") && (numberOf(setup, "firstPageNumber") ?? 1) !== 1) ||
    textOf(setup, "pageOrder") === "overThenDown" ||
    (textOf(setup, "cellComments") ?? "none") !== "none" ||
    (textOf(setup, "errors") ?? "displayed") !== "displayed" ||
    (paper !== 0 && !Object.values(papers).includes(paper)) ||
    ["differentFirst", "differentOddEven"].some((name) => flagOf(childOf(sheet, "headerFooter"), name)) ||
    childrenOf(childOf(sheet, "colBreaks"), "brk").some((brk) => flagOf(brk, "man"))
  );
}

/** 0 is "as many as needed", and 1 the default. */
function fit(setup: Element | undefined): PageLayoutState["zoom"] {
  const [across, down] = [numberOf(setup, "fitToWidth") ?? 1, numberOf(setup, "fitToHeight") ?? 1];
  return {
    ...(across > 0 && { horizontalFitToPages: across }),
    ...(down > 0 && { verticalFitToPages: down }),
  };
}

/** The three parts of a header or footer; text before the first code is centred. */
function sides(text: string, kind: "Header" | "Footer"): Record<string, string> {
  const sections = { L: "", C: "", R: "" };
  let at: keyof typeof sections = "C";
  for (const piece of text.match(/&[LCR]|&[\s\S]|[^&]+/g) ?? []) {
    if (/^&[LCR]$/.test(piece)) at = piece[1] as keyof typeof sections;
    else sections[at] += piece;
  }
  return { [`left${kind}`]: sections.L, [`center${kind}`]: sections.C, [`right${kind}`]: sections.R };
}
