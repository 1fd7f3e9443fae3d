import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { isDerived, periodLabel, type Period } from "../../dataset";
import type { Insertion } from "../../workbook/insertion";
import {
  freqsOffered,
  measureLabel,
  measuresOffered,
  customInsertion,
  periodsOfChoice,
} from "../model/customSheet";
import { Select } from "../parts/controls";
import type { Freq } from "../state";
import { CustomCharts } from "./custom-charts";
import { CustomIndicators } from "./custom-indicators";
import type { CustomProps } from "./custom-props";
import type { ViewProps } from "./frame";

/** The choices for a custom sheet: indicators, measures, frequency and range, title, charts. */
export function CustomFields({ state, words, language, show }: ViewProps): JSX.Element {
  const { sheet } = state;
  const { own: custom } = sheet;
  const { asof } = state.settings;
  const insertion = customInsertion(custom, sheet.period, true, asof);
  const props: CustomProps = {
    custom,
    words,
    language,
    choose: (chosen) => show({ sheet: { ...sheet, own: chosen } }),
  };
  return (
    <>
      <CustomIndicators {...props} />
      <Measures {...props} />
      {insertion && (
        <>
          <Periods
            {...props}
            insertion={insertion}
            asof={asof}
            onPeriod={(period) => show({ sheet: { ...sheet, period } })}
          />
          <Title {...props} />
          <CustomCharts {...props} />
        </>
      )}
    </>
  );
}

/** The measures that any chosen indicator has. */
function Measures({ custom: own, words, language, choose }: CustomProps): JSX.Element | null {
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
                const others = own.measures.filter((other) => other !== measure);
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

interface PeriodProps extends CustomProps {
  /** The choices as an insertion. */
  insertion: Insertion & { kind: "summary" };
  asof: string | undefined;
  onPeriod: (period: Period) => void;
}

/** Frequency, first and last period. */
function Periods({
  custom: own,
  words,
  language,
  choose,
  insertion,
  asof,
  onPeriod,
}: PeriodProps): JSX.Element {
  const freq = insertion.own?.freq ?? own.freq;
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
          value={insertion.own?.from ?? (periods.at(-1) as Period)}
          options={options.slice(periods.indexOf(insertion.period))}
          onChange={(value: Period) => choose({ ...own, from: value })}
        />
        <Select label={words.to} value={insertion.period} options={options} onChange={onPeriod} />
      </div>
    </>
  );
}

/** The sheet's title. */
function Title({ custom: own, words, choose }: CustomProps): JSX.Element {
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
