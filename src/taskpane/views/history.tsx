import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { figureText, type Figure } from "../../dataset";
import { measureWord } from "../messages/measure";
import { figureOf, shownMeasures } from "../model/figures";
import type { Opened } from "../model/opened";
import { shortPeriod } from "../model/period";
import { Button, Section } from "../parts/controls";
import type { ViewProps } from "./frame";

/** The number of periods before "Show all". */
const few = 6;

/** The published figures by period, newest first; clicking a row chooses its period. */
export function History({ words, language, show, view }: ViewProps & { view: Opened }): JSX.Element {
  const [all, setAll] = useState(false);
  const { indicator, periods } = view;
  const measures = view.measure === "single" ? [view.measure] : shownMeasures(indicator);
  const shown = all ? periods : periods.slice(0, few);
  return (
    <Section title={words.published}>
      <table class="history">
        <thead>
          <tr>
            <th scope="col">{words.period}</th>
            {measures.map((measure) => (
              <th scope="col" class="number" key={measure}>
                {measureWord(measure, words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((period) => (
            <tr key={period} class={period === view.period ? "chosen" : undefined}>
              <th scope="row">
                <button
                  type="button"
                  class="plain"
                  aria-pressed={period === view.period}
                  onClick={() => show({ period })}
                >
                  {shortPeriod(period, language, indicator.nature)}
                </button>
              </th>
              {measures.map((measure) => (
                <td class="number" key={measure}>
                  <FigureIn figure={figureOf(view, measure, period)} words={words} language={language} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {periods.length > few && (
        <Button class="start" appearance="subtle" small onClick={() => setAll(!all)}>
          {all ? words.showFewer : words.showAll(periods.length)}
        </Button>
      )}
    </Section>
  );
}

/** A figure of the table: derived ones in italics, provisional ones with a star, a dash for none. */
function FigureIn({
  figure,
  words,
  language,
}: { figure: Figure | undefined } & Pick<ViewProps, "words" | "language">): JSX.Element {
  if (!figure) return <span aria-label={words.notPublished}>–</span>;
  const text = figureText(figure, language);
  return (
    <>
      {figure.derived ? <i>{text}</i> : text}
      {figure.provisional && <abbr title={words.provisional}>*</abbr>}
    </>
  );
}
