import { cite, ok, policyEvents, readChoice, sourceOf, themeChoices } from "../dataset";
import type { EcomFunction } from "./answer";
import { plainValue, readCount } from "./arguments";

/** EVENTS([theme], [count]): policy steps, newest first: date, title, description, place, source. */
export const events: EcomFunction = ([theme, count], settings) => {
  const word = plainValue(theme, "theme");
  if (!word.ok) return word;
  const chosen = readChoice(themeChoices, word.value);
  if (!chosen.ok) return chosen;
  const most = readCount(count);
  if (!most.ok) return most;
  const found = policyEvents(chosen.value, most.value);
  if (!found.ok) return found;
  const { language } = settings;
  return ok(
    found.value.map((event) => [
      event.date,
      event.title[language],
      event.description[language],
      event.places,
      cite(sourceOf(event.source), "text", language),
    ]),
  );
};
