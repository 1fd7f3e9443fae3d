import {
  isSince,
  latestPeriod,
  liveStore,
  ok,
  search,
  seek,
  shown,
  themeOf,
  type Period,
} from "../../dataset";
import { ecomFunction } from "../answer";
import { count, text } from "../arguments/arguments";
import { headings } from "../headings";
import { refuse } from "../outcome";
import { periodCell } from "../periodCell";
import type { Settings } from "../settings";
import { unitOf } from "./info";

const periodText = (period: Period | undefined, settings: Settings) =>
  period === undefined ? "" : periodCell(period, settings);

/** FIND([text], [count]): matches, best first, with a header row. Without text or count: all. */
export const find = ecomFunction([text, count], ([text, count], settings) => {
  const { language, asof } = settings;
  // A workbook of 0.1.0 keeps its rows.
  const indicators = isSince("0.2.0", liveStore) ? seek(text, count) : search(text, count);
  if (indicators.length === 0) return refuse({ name: "nothing-found", given: shown(text) });
  const { code, label, theme, unit, latest } = headings;
  return ok([
    [code, label, theme, unit, latest].map((heading) => heading[language]),
    ...indicators.map((indicator) => [
      indicator.code,
      indicator.label[language],
      themeOf(indicator)[language],
      unitOf(indicator, language),
      periodText(latestPeriod(indicator, asof), settings),
    ]),
  ]);
});
