import { ok, rank as domainRank, readChoice, themeChoices } from "../dataset";
import { figureCell, type EcomFunction } from "./answer";
import { plainValue, readCount, readPeriod } from "./arguments";

/** RANK([theme], [period], [count]): the fastest growing of exactly one period: rank, label, growth, code. */
export const rank: EcomFunction = ([theme, period, count], settings) => {
  const word = plainValue(theme, "theme");
  if (!word.ok) return word;
  const chosen = readChoice(themeChoices, word.value);
  if (!chosen.ok) return chosen;
  const asked = readPeriod(period, settings);
  if (!asked.ok) return asked;
  const most = readCount(count);
  if (!most.ok) return most;
  const ranked = domainRank(chosen.value, asked.value ?? settings.period, most.value ?? 10, settings.asof);
  if (!ranked.ok) return ranked;
  const { language } = settings;
  return ok(
    ranked.value.map(({ rank: place, figure }) => [
      place,
      figure.indicator.label[language],
      figureCell(figure, language),
      figure.indicator.code,
    ]),
  );
};
