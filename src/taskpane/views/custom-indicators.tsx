import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { indicatorOf, seek, type IndicatorCode } from "../../dataset";
import { movedUp, withIndicator, withoutIndicator } from "../model/customSheet";
import { Button } from "../parts/controls";
import { SearchField } from "../parts/search-field";
import type { CustomProps } from "./custom-props";

/** The most suggestions. */
const few = 5;

/** The indicators of a custom sheet: a search field, and those chosen, in order. */
export function CustomIndicators({ custom: own, words, language, choose }: CustomProps): JSX.Element {
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const text = typed.trim();
  const indicators = text
    ? seek(text, few + own.indicators.length)
        .filter(({ code }) => !own.indicators.includes(code))
        .slice(0, few)
    : [];
  const add = (code: IndicatorCode) => {
    choose(withIndicator(own, code));
    setTyped("");
  };
  return (
    <div class="field">
      <SearchField
        field={field}
        label={words.addIndicator}
        hint={words.addIndicator}
        value={typed}
        onInput={setTyped}
        onEnter={() => {
          const [first] = indicators;
          if (first) add(first.code);
        }}
      />
      <p class="unseen" role="status">
        {text && (indicators.length ? words.resultCount(indicators.length) : words.nothingFound(text))}
      </p>
      <ul class="custom-found">
        {indicators.map(({ code, label }) => (
          <li key={code}>
            <button
              type="button"
              class="custom-add"
              onClick={() => {
                add(code);
                field.current?.focus();
              }}
            >
              {label[language]}
            </button>
          </li>
        ))}
      </ul>
      <ChosenIndicators
        {...{ custom: own, words, language, choose }}
        onRemoved={() => {
          field.current?.focus();
        }}
      />
    </div>
  );
}

/** The chosen indicators, with buttons to move up and remove each. */
function ChosenIndicators(props: CustomProps & { onRemoved: () => void }): JSX.Element {
  const { custom: own, words, language, choose, onRemoved } = props;
  if (own.indicators.length === 0) return <p class="hint">{words.noneChosen}</p>;
  return (
    <ul class="custom-chosen" aria-label={words.chosen}>
      {own.indicators.map((code) => {
        const label = indicatorOf(code).label[language];
        const does = (icon: "up" | "close", action: string, run: () => void) => (
          <Button appearance="subtle" small icon={icon} label={action} of={label} onClick={run} />
        );
        return (
          <li key={code}>
            <span class="grow">{label}</span>
            {code !== own.indicators[0] && does("up", words.moveUp, () => choose(movedUp(own, code)))}
            {does("close", words.remove, () => {
              choose(withoutIndicator(own, code));
              onRemoved();
            })}
          </li>
        );
      })}
    </ul>
  );
}
