import { cite, fail, ok, policyEvents, sourceOf, themeChoices } from "../../dataset";
import { ecomFunction } from "../answer";
import { choiceAsWritten, count, flag } from "../arguments/arguments";
import { headings } from "../headings";

/** EVENTS([theme], [count], [headers]): date, title, description, place and source of policy steps, newest first. */
export const events = ecomFunction(
  [choiceAsWritten(themeChoices), count, flag("headers", false)],
  ([theme, count, headers], { language }) => {
    const found = policyEvents(theme?.word, count);
    if (!found.ok) return theme ? fail({ name: "no-events", given: theme.written }) : found;
    const rows = found.value.map((event) => [
      event.date,
      event.title[language],
      event.description[language],
      event.placesLabel[language],
      cite(sourceOf(event.source), "text", language),
    ]);
    const { date, title, description, place, source } = headings;
    const top = [date, title, description, place, source].map((heading) => heading[language]);
    return ok(headers ? [top, ...rows] : rows);
  },
);
