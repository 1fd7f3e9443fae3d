import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { indicatorOf, figureText, periodLabel, reasonsFor, themeOf, type IndicatorCode } from "../../dataset";
import { measureWord } from "../messages/measure";
import { measuresInView } from "../model/figures";
import { opened, type Opened } from "../model/opened";
import { closeIndicator } from "../navigation";
import { Button, Choice, Select } from "../parts/controls";
import { FigureValue } from "../parts/figure-value";
import { Course } from "./course";
import type { ViewProps } from "./frame";
import { History } from "./history";
import { InsertPanel } from "./insert-panel";
import { Provenance } from "./provenance";

/** One indicator, and the ways to insert it. `code` must be one of the data in use. */
export function IndicatorView(props: ViewProps & { code: IndicatorCode }): JSX.Element {
  const view = opened(props.state, props.code);
  return (
    <div class="view">
      <Head {...props} />
      {view && (
        <>
          <Question {...props} view={view} />
          <Headline {...props} view={view} />
          <Course {...props} view={view} />
          <InsertPanel {...props} view={view} />
          <History {...props} view={view} />
          <Provenance {...props} view={view} />
        </>
      )}
    </div>
  );
}

/** The indicator's name and theme, with the buttons that go back and pin it. */
function Head({ state, words, language, show, code }: ViewProps & { code: IndicatorCode }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  // A new view focuses its heading, where keyboard and screen reader start.
  useLayoutEffect(() => heading.current?.focus(), [code]);
  const indicator = indicatorOf(code);
  const pinned = state.pinned.includes(code);
  return (
    <div class="indicator-head">
      <Button
        appearance="subtle"
        small
        icon="back"
        label={words.back}
        onClick={() => show(closeIndicator(state))}
      />
      <div class="grow">
        <h2 tabIndex={-1} ref={heading}>
          {indicator.label[language]}
        </h2>
        <p class="hint">{themeOf(indicator)[language]}</p>
      </div>
      <Button
        appearance="subtle"
        small
        icon="pin"
        label={words.pin}
        pressed={pinned}
        onClick={() =>
          show({
            pinned: pinned ? state.pinned.filter((other) => other !== code) : [...state.pinned, code],
          })
        }
      />
    </div>
  );
}

/** The choice of period and measure. */
function Question({ words, language, show, view }: ViewProps & { view: Opened }): JSX.Element {
  const { indicator } = view;
  const measures = measuresInView(indicator);
  return (
    <div class="asked">
      <Select
        label={words.period}
        value={view.period}
        options={view.periods.map((period) => ({
          value: period,
          label: periodLabel(period, language, indicator.nature),
        }))}
        onChange={(period) => show({ period })}
      />
      {measures.length > 1 && (
        <Choice
          label={words.measure}
          value={view.measure}
          options={measures.map((value) => ({ value, label: measureWord(value, words) }))}
          onChange={(measure) =>
            show({
              measure,
              freq: undefined,
              // A cumulative period is not a single month.
              ...((measure === "single") === (view.measure === "single") ? {} : { period: undefined }),
            })
          }
        />
      )}
    </div>
  );
}

/** The figure, large. */
function Headline({ words, language, view }: ViewProps & { view: Opened }): JSX.Element {
  const { figure, other, indicator, period } = view;
  return (
    <div class="headline" aria-live="polite">
      {figure ? (
        <p class="headline-figure">
          <FigureValue figure={figure} language={language} large />
          {figure.measure === "growth" && <span class="tile-note"> {words.onYearEarlier}</span>}
        </p>
      ) : (
        <p class="headline-missing">{words.notPublished}</p>
      )}
      <p class="headline-note">
        {other &&
          (other.measure === "growth"
            ? words.growthLong(figureText(other, language))
            : `${measureWord(other.measure, words)} ${figureText(other, language)}`)}
        {other && " · "}
        {periodLabel(period, language, indicator.nature)}
        {figure?.provisional && ` · ${words.provisional}`}
      </p>
      {reasonsFor(indicator.code, period).map(({ description }) => (
        <p class="hint" key={description.en}>
          {description[language]}
        </p>
      ))}
    </div>
  );
}
