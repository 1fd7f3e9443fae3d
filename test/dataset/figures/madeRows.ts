import { unpack } from "../../../src/data/compact/unpack";
import { packed } from "../../../src/data/dataset";
import { details } from "../../../src/data/details";
import type { ObservationRow } from "../../../src/data/rows";
import { createStore, official, sentence, type Result, type Store } from "../../../src/dataset";

const open = unpack({ ...packed, ...details });
export const physical = official.indicator("ONLINE_RETAIL_PHYSICAL");

/**
 * A row of physical goods.
 * @param text "2024 level 100", in hundred million yuan, or "2025 growth 5.0", in percent
 * @param rest what differs from an annual, exact, final figure
 */
export function rowOf(text: string, rest: Partial<ObservationRow> = {}): ObservationRow {
  const [timePeriod = "", measure = "", obsValue = ""] = text.split(" ");
  const growth = measure === "growth";
  return {
    indicator: physical.code,
    measure: growth ? "YOY_GROWTH" : "LEVEL",
    freq: "A",
    timePeriod,
    accumulation: "period",
    obsValue,
    unitMeasure: growth ? "PT" : "CNY",
    unitMult: growth ? 0 : 8,
    qualifier: "exact",
    status: "A",
    vintage: `${Number(timePeriod.slice(0, 4)) + 1}-01-20`,
    source: "nbs-retail-2025",
    note: undefined,
    added: "0.2.0",
    ...rest,
  };
}

/** The data, but with these rows alone for physical goods, and without breaks. */
export const storeOf = (...rows: (string | ObservationRow)[]): Store =>
  createStore({
    ...open,
    breaks: [],
    observations: (place) =>
      open.indicators[place]?.code === physical.code
        ? rows.map((row) => (typeof row === "string" ? rowOf(row) : { ...row }))
        : open.observations(place),
  });

/** The name of the reason against an answer. */
export const why = (result: Result<unknown>) => (result.ok ? "answered" : result.reason.name);
/** The same as a sentence. */
export const said = (result: Result<unknown>) => (result.ok ? "" : sentence(result.reason, "en"));
