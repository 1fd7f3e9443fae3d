import { fail, indicators, latestPeriod, ok, search, shown, themes, type Indicator } from "../dataset";
import type { Cell, EcomFunction } from "./answer";
import { isBlank, plainValue, readCount } from "./arguments";
import { headings } from "./headings";
import { unitOf } from "./info";

/** FIND([text], [count]): matching indicators, best first, with a header row; no text or no count: all. */
export const find: EcomFunction = ([text, count], settings) => {
  const given = plainValue(text, "text");
  if (!given.ok) return given;
  const most = readCount(count);
  if (!most.ok) return most;
  const words = given.value;
  if (typeof words === "object" && words !== null) {
    return fail({ name: "not-text", argument: "text", given: shown(words) });
  }
  const found = isBlank(words) ? indicators : search(String(words));
  if (found.length === 0) return fail({ name: "nothing-found", given: shown(words) });
  const { language } = settings;
  const line = (indicator: Indicator): Cell[] => [
    indicator.code,
    indicator.label[language],
    themes.find((theme) => theme.code === indicator.theme)?.label[language] ?? "",
    unitOf(indicator, language),
    latestPeriod(indicator, settings.asof) ?? "",
  ];
  const top = [headings.code, headings.label, headings.theme, headings.unit, headings.latest];
  return ok([top.map((heading) => heading[language]), ...found.slice(0, most.value).map(line)]);
};
