import type { JSX } from "preact";
import { dataset, dateLabel, indicatorOf, liveOfficial, periodLabel, reachOf } from "../../dataset";
import { keyFigures, newestPeriod, summaryPeriod, summaryToInsert } from "../defaults";
import { figureOf, mainMeasure } from "../model/figures";
import { tileNote } from "../model/tile";
import { openIndicator } from "../navigation";
import { Button, Choice } from "../parts/controls";
import { FigureValue } from "../parts/figure-value";
import { periodInView, referenceOf } from "../state";
import type { ViewProps } from "./frame";

/**
 * Six key figures as tiles that open their indicators, and the button that makes a summary sheet. Of the reference
 * period, or the latest of each.
 */
export function KeyFigures(props: ViewProps): JSX.Element {
  const { state, words, language, show } = props;
  const reference = referenceOf(state);
  const inView = periodInView(state);
  const { asof } = state.settings;
  const tiles = keyFigures(inView, asof).flatMap((code) => {
    const indicator = indicatorOf(code);
    const main = figureOf({ indicator, asof }, mainMeasure(indicator), inView);
    return main ? [{ indicator, main, growth: figureOf({ indicator, asof }, "growth", main.period) }] : [];
  });
  return (
    <section aria-labelledby="key-figures">
      <h3 id="key-figures">
        {inView === "latest" ? words.latestKeyFigures : words.keyFigures(periodLabel(inView, language))}
      </h3>
      {reference !== "latest" && (
        <Choice
          label={words.figuresOf}
          hideLabel
          value={state.latest ? "latest" : "reference"}
          options={[
            { value: "reference", label: periodLabel(reference, language) },
            { value: "latest", label: words.latestPublished },
          ]}
          onChange={(value) => show({ latest: value === "latest" })}
        />
      )}
      <p class="hint">
        {words.dataReach(
          periodLabel(newestPeriod(asof), language),
          dateLabel(asof ?? dataset.released, language),
          reachOf(asof).indicators,
          liveOfficial.indicators.length,
        )}
      </p>
      {tiles.length === 0 && (
        <p class="hint">{words.noKeyFigures(periodLabel(summaryPeriod(state), language))}</p>
      )}
      <ul class="tiles">
        {tiles.map(({ indicator, main, growth }) => (
          <li key={indicator.code}>
            <button
              type="button"
              class="tile"
              data-code={indicator.code}
              onClick={() => show(openIndicator(indicator.code, main.period))}
            >
              <span class="tile-label">{indicator.label[language]}</span>
              <FigureValue figure={main} language={language} />
              <span class="tile-note">{tileNote(main, growth, inView === "latest", words, language)}</span>
            </button>
          </li>
        ))}
      </ul>
      {tiles.length > 0 && <InsertSummary {...props} />}
    </section>
  );
}

/** The button that makes a summary sheet, and of which period it is. */
function InsertSummary({ state, words, language, controller }: ViewProps): JSX.Element {
  return (
    <>
      <Button
        class="wide"
        appearance="primary"
        icon="sheet"
        describedBy="insert-summary-hint"
        onClick={() => void controller.insert(summaryToInsert(state), { kind: "new-sheet" })}
      >
        {words.insertSummary}
      </Button>
      <p class="hint centred" id="insert-summary-hint">
        {words.insertSummaryHint(periodLabel(summaryPeriod(state), language))}
      </p>
    </>
  );
}
