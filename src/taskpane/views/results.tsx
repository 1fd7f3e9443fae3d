import type { JSX, Ref } from "preact";
import { useState } from "preact/hooks";
import {
  correction,
  leadsOf,
  liveStore,
  figureText,
  isUserIndicator,
  themeOf,
  type Figure,
  type Indicator,
} from "../../dataset";
import { Sparkline } from "../chart/sparkline";
import { figureOf, mainMeasure, courseOf } from "../model/figures";
import { shortPeriod } from "../model/period";
import { markMatches } from "../model/text";
import { openIndicator } from "../navigation";
import { Button } from "../parts/controls";
import type { ViewProps } from "./frame";

interface ResultsProps extends ViewProps {
  indicators: readonly Indicator[];
  listRef: Ref<HTMLUListElement>;
  /** Called when arrow up leaves the first result. */
  onLeave: () => void;
}

/** The number of results drawn while typing; the others on demand. */
const few = 20;

/** The results of a search or theme: label, latest figure, growth, sparkline. Arrow keys move, Enter opens. */
export function Results(props: ResultsProps): JSX.Element {
  const { state, words, language, show, indicators } = props;
  const typed = state.query.trim();
  const [all, setAll] = useState(false);
  const corrected = typed ? correction(typed) : undefined;
  const leads = leadsOf(typed);
  const theme = liveStore.themes.find(({ code }) => code === state.theme);

  return (
    <section aria-labelledby="results">
      <div class="row">
        <h3 id="results">{!typed && theme ? theme.label[language] : words.resultCount(indicators.length)}</h3>
        {!typed && (
          <Button appearance="subtle" small onClick={() => show({ theme: undefined })}>
            {words.allThemes}
          </Button>
        )}
      </div>
      {indicators.length === 0 && <p class="empty">{words.nothingFound(typed)}</p>}
      {corrected && (
        <Button class="start" appearance="subtle" small onClick={() => show({ query: corrected })}>
          {words.didYouMean(corrected)}
        </Button>
      )}
      <ul class="results" ref={props.listRef} onKeyDown={(event) => moveOrLeave(event, props.onLeave)}>
        {indicators
          .slice(0, all ? indicators.length : few)
          .map((indicator) => {
            const lead = leads.find((candidate) => candidate.indicator === indicator.code);
            const question = { indicator, asof: state.settings.asof };
            const latest = figureOf(question, mainMeasure(indicator), lead?.period ?? "latest");
            return { indicator, latest, why: latest && lead?.event.description[language] };
          })
          .map((result) => (
            <Result key={result.indicator.code} {...props} {...result} />
          ))}
      </ul>
      {indicators.length > few && (
        // The same button for both, so that it keeps the focus.
        <Button class="start" appearance="subtle" small onClick={() => setAll(!all)}>
          {all ? words.showFewer : words.showAll(indicators.length)}
        </Button>
      )}
    </section>
  );
}

/** Moves the focus to the result above or below; Escape, and arrow up from the first, leave the list. */
function moveOrLeave(event: KeyboardEvent, leave: () => void): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp" && event.key !== "Escape") return;
  event.preventDefault();
  // Office.js would leave the pane on Escape.
  event.stopPropagation();
  const item = (event.target as HTMLElement).closest("li");
  const beside = event.key === "ArrowDown" ? item?.nextElementSibling : item?.previousElementSibling;
  if (event.key === "Escape" || (event.key === "ArrowUp" && !beside)) leave();
  else beside?.querySelector("button")?.focus();
}

interface ResultProps extends ViewProps {
  indicator: Indicator;
  latest: Figure | undefined;
  /** The policy step for which it was found, if any. */
  why: string | undefined;
}

/** A result, with what was typed marked in its name; opens the indicator. */
function Result({ indicator, latest, why, ...view }: ResultProps): JSX.Element {
  const { state, language, show } = view;
  return (
    <li>
      <button
        type="button"
        class="result"
        data-code={indicator.code}
        onClick={() => show(openIndicator(indicator.code, latest?.period))}
      >
        <span class="result-label">
          {markMatches(indicator.label[language], state.query.trim()).map((stretch) =>
            stretch.match ? <mark>{stretch.text}</mark> : stretch.text,
          )}
          {isUserIndicator(indicator) && <span class="result-period"> {themeOf(indicator)[language]}</span>}
          {why && <span class="result-why">{why}</span>}
        </span>
        <Latest indicator={indicator} latest={latest} {...view} />
      </button>
    </li>
  );
}

/** The latest figure of a result, with growth, period and sparkline. */
function Latest({
  indicator,
  latest,
  state,
  words,
  language,
}: { indicator: Indicator; latest: Figure | undefined } & ViewProps): JSX.Element {
  const question = { indicator, asof: state.settings.asof };
  const measure = mainMeasure(indicator);
  const growth = latest && measure !== "growth" ? figureOf(question, "growth", latest.period) : undefined;
  return (
    <>
      <span class="result-figure">
        {latest && (
          <>
            <b>{figureText(latest, language)}</b>
            {growth && <span> {words.growthShort(figureText(growth, language))}</span>}
            <span class="result-period"> {shortPeriod(latest.period, language, indicator.nature)}</span>
          </>
        )}
      </span>
      <Sparkline values={courseOf(question, measure)?.figures.map((figure) => figure.value) ?? []} />
    </>
  );
}
