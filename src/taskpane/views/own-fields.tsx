import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { isDerived, periodLabel, type Period } from "../../dataset";
import type { Insertion } from "../../workbook/insertion";
import { freqsOffered, measureLabel, measuresOffered, ownInsertion, periodsOfChoice } from "../model/own";
import { Select } from "../parts/controls";
import type { Freq } from "../state";
import type { ViewProps } from "./frame";
import { OwnCharts } from "./own-charts";
import { OwnIndicators } from "./own-indicators";
import type { OwnProps } from "./own-props";

/** What a page of one's own is made of: indicators, measures, kind and range of periods, title, charts. */
export function OwnFields({ state, words, language, show }: ViewProps): JSX.Element {
  const { sheet } = state;
  const { own } = sheet;
  const { asof } = state.settings;
  const made = ownInsertion(own, sheet.period, true, asof);
  const props: OwnProps = {
    own,
    words,
    language,
    choose: (chosen) => show({ sheet: { ...sheet, own: chosen } }),
  };
  return (
    <>
      <OwnIndicators {...props} />
      <Measures {...props} />
      {made && (
        <>
          <Periods
            {...props}
            made={made}
            asof={asof}
            onPeriod={(period) => show({ sheet: { ...sheet, period } })}
          />
          <Title {...props} />
          <OwnCharts {...props} />
        </>
      )}
    </>
  );
}

/** The measures that one of the chosen indicators has. */
function Measures({ own, words, language, choose }: OwnProps): JSX.Element | null {
  const measures = measuresOffered(own);
  if (measures.length === 0) return null;
  return (
    <fieldset class="choice">
      <legend class="field-label">{words.measures}</legend>
      <div class="checks">
        {measures.map((measure) => (
          <label key={measure}>
            <input
              type="checkbox"
              checked={own.measures.includes(measure)}
              onChange={({ currentTarget: { checked } }) => {
                const others = own.measures.filter((one) => one !== measure);
                choose({ ...own, measures: checked ? [...others, measure] : others });
              }}
            />
            <span>
              {measureLabel(measure, words.level, language)}
              {isDerived(measure) && measure !== "computed growth" && <i> {words.computed}</i>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface PeriodProps extends OwnProps {
  /** The choice as it would be inserted. */
  made: Insertion & { kind: "summary" };
  asof: string | undefined;
  onPeriod: (period: Period) => void;
}

/** The kind of periods, the first and the last. */
function Periods({ own, words, language, choose, made, asof, onPeriod }: PeriodProps): JSX.Element {
  const freq = made.own?.freq ?? own.freq;
  const periods = periodsOfChoice(own, freq, asof);
  const options = periods.map((value) => ({ value, label: periodLabel(value, language) }));
  return (
    <>
      <Select
        label={words.frequency}
        value={freq}
        options={freqsOffered(own, asof).map((value) => ({ value, label: words[value] }))}
        onChange={(value: Freq) => choose({ ...own, freq: value })}
      />
      <div class="row-fields">
        <Select
          label={words.from}
          value={made.own?.from ?? (periods.at(-1) as Period)}
          options={options.slice(periods.indexOf(made.period))}
          onChange={(value: Period) => choose({ ...own, from: value })}
        />
        <Select label={words.to} value={made.period} options={options} onChange={onPeriod} />
      </div>
    </>
  );
}

/** What the page is called. */
function Title({ own, words, choose }: OwnProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id} class="field-label">
        {words.pageTitle}
      </label>
      <span class="text-field">
        <input
          id={id}
          type="text"
          autocomplete="off"
          maxLength={80}
          value={own.title ?? ""}
          onInput={(event) => choose({ ...own, title: event.currentTarget.value })}
        />
      </span>
    </div>
  );
}
