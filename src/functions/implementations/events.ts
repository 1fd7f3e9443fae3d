import { cite, fail, ok, policyEvents, sourceOf, themeChoices } from "../../dataset";
import { ecomFunction } from "../answer";
import { choiceAsWritten, count, flag } from "../arguments/arguments";
import { headings } from "../headings";

/** EVENTS([theme], [count], [headers]): date, title, description, place and source of policy steps, newest first. */
export const events = ecomFunction(
  [choiceAsWritten(themeChoices), count, flag("headers", false)],
  ([theme, count, headers], { language }) => {
    const answer = policyEvents(theme?.word, count);
    if (!answer.ok) return theme ? fail({ name: "no-events", given: theme.written }) : answer;
    const rows = answer.value.map((event) => [
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
