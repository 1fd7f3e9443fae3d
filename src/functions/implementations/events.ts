import { cite, ok, policyEvents, sourceOf, themeChoices } from "../../dataset";
import { ecomFunction } from "../answer";
import { choice, count } from "../arguments/arguments";

/** EVENTS([theme], [count]): policy steps, newest first: date, title, description, place, source. */
export const events = ecomFunction([choice(themeChoices), count], ([theme, count], { language }) => {
  const found = policyEvents(theme, count);
  if (!found.ok) return found;
  return ok(
    found.value.map((event) => [
      event.date,
      event.title[language],
      event.description[language],
      event.placesLabel[language],
      cite(sourceOf(event.source), "text", language),
    ]),
  );
});
