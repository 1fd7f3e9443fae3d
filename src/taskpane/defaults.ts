import { indicatorOf, type IndicatorCode, type Period } from "../dataset";
import type { Insertion } from "../workbook/insertion";
import { customInsertion } from "./model/customSheet";
import { allPeriods, figureOf, mainMeasure } from "./model/figures";
import { opened } from "./model/opened";
import { periodInView, type State } from "./state";

/** The preferred key figures; the first six with a figure for the period are shown. */
const keyIndicators: readonly IndicatorCode[] = [
  "ONLINE_RETAIL_TOTAL",
  "ONLINE_RETAIL_GOODS_SERVICES",
  "ONLINE_RETAIL_PHYSICAL",
  "ONLINE_RETAIL_PHYSICAL_SHARE",
  "DIGITAL_PRODUCTS",
  "ONLINE_ENTERTAINMENT",
  "INSTORE_DINING",
  "TOTAL_RETAIL",
  "ONLINE_RETAIL_SERVICES",
  "ONLINE_SERVICE_CONSUMPTION",
  "CROSS_BORDER_ECOM_TRADE",
  "EXPRESS_VOLUME",
  "RURAL_ONLINE_RETAIL",
];

/** The codes of the key figures for a period, or of each one's latest figure: at most six, none without a figure. */
export function keyFigures(reference: Period | "latest", asof: string | undefined): IndicatorCode[] {
  return keyIndicators
    .filter((code) => {
      const indicator = indicatorOf(code);
      return figureOf({ indicator, asof }, mainMeasure(indicator), reference) !== undefined;
    })
    .slice(0, 6);
}

/** The period of a summary where none is chosen: the one in view, or the newest. */
export function summaryPeriod(state: Pick<State, "settings" | "latest">): Period {
  const reference = periodInView(state);
  if (reference !== "latest") return reference;
  return newestPeriod(state.settings.asof);
}

/**
 * The newest published period at the workbook's data date. Throws if the data had no figure by then; the pane offers
 * no such date.
 */
export function newestPeriod(asof: string | undefined): Period {
  const newest = allPeriods(asof)[0];
  if (!newest) throw new Error("the dataset has no period");
  return newest;
}

/**
 * The insertion that Sheets makes as it is filled in; undefined while nothing is chosen for a custom sheet.
 * @param periods the template's periods, newest first: the newest replaces one that it lacks
 */
export function sheetToInsert(
  { sheet, settings, latest }: State,
  periods: readonly Period[],
): (Insertion & { kind: "summary" }) | undefined {
  const { template, live, own } = sheet;
  if (template === "own") return customInsertion(own, sheet.period, live, settings.asof);
  const wanted = sheet.period ?? summaryPeriod({ settings, latest });
  const period = periods.includes(wanted) ? wanted : periods[0];
  return period && { kind: "summary", template, period, live };
}

/** The summary that one click inserts: of the period in view, with formulas unless values were chosen in Sheets. */
export function summaryToInsert(state: State): Insertion {
  const { template, live } = state.sheet;
  // A custom sheet is inserted only in Sheets.
  return {
    kind: "summary",
    template: template === "own" ? "quarter" : template,
    period: summaryPeriod(state),
    live,
  };
}

/** The chart that one click inserts: of the open indicator, else of the first key figure. */
export function chartToInsert(state: State): Insertion {
  const code = state.indicator ?? keyFigures(periodInView(state), state.settings.asof)[0] ?? "TOTAL_RETAIL";
  const view = opened(state, code);
  return {
    kind: "chart",
    indicators: [code],
    period: view?.period ?? summaryPeriod(state),
    ...(view ? { measure: view.measure } : {}),
  };
}
