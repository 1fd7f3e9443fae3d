import type { JSX } from "preact";
import { indicatorOf } from "../../dataset";
import { chartKinds, measureLabel, measuresOffered, withDrawn, withKind } from "../model/customSheet";
import { Select, Toggle } from "../parts/controls";
import type { CustomProps } from "./custom-props";

/** The choices for a custom sheet's charts: whether, of which kind, of which indicators. */
export function CustomCharts({ custom: own, words, language, choose }: CustomProps): JSX.Element {
  const measures = measuresOffered(own).filter((measure) => own.measures.includes(measure));
  return (
    <>
      <Toggle
        label={words.charts}
        hint={words.chartsHint}
        checked={own.charts}
        onChange={(charts) => choose({ ...own, charts })}
      />
      {own.charts &&
        measures.map((measure) => (
          <Select
            key={measure}
            label={words.chartKindOf(measureLabel(measure, words.level, language))}
            value={own.drawn?.[measure] ?? "suited"}
            options={chartKinds.map((value) => ({ value, label: words[`chart-${value}`] }))}
            onChange={(kind) => choose(withKind(own, measure, kind))}
          />
        ))}
      {own.charts && own.indicators.length > 1 && (
        <fieldset class="choice">
          <legend class="field-label">{words.drawnInCharts}</legend>
          <div class="checks">
            {own.indicators.map((code) => (
              <label key={code}>
                <input
                  type="checkbox"
                  checked={!own.undrawn?.includes(code)}
                  onChange={(event) => choose(withDrawn(own, code, event.currentTarget.checked))}
                />
                <span>{indicatorOf(code).label[language]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
