import type { JSX } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { indicatorOf, isDerived, measureWords, periodLabel, seek, type Period } from "../../dataset";
import type { OwnChoice } from "../../workbook/insertion";
import {
  freqsOffered,
  measuresOffered,
  movedUp,
  ownInsertion,
  periodsOfChoice,
  withIndicator,
} from "../model/own";
import { Button, Select, Toggle } from "../parts/controls";
import { Icon } from "../parts/icon";
import type { Freq } from "../state";
import type { ViewProps } from "./frame";

/** As many suggestions as can be taken in at a glance. */
const few = 5;

/** What a page of one's own is made of: indicators, measures, kind and range of periods, charts. */
export function OwnFields({ state, words, language, show }: ViewProps): JSX.Element {
  const { sheet } = state;
  const { own } = sheet;
  const { asof } = state.settings;
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const titleField = useId();
  const change = (part: Partial<OwnChoice>) => show({ sheet: { ...sheet, own: { ...own, ...part } } });
  const found = typed.trim()
    ? seek(typed, few + own.indicators.length)
        .filter(({ code }) => !own.indicators.includes(code))
        .slice(0, few)
    : [];
  const measures = measuresOffered(own);
  const kinds = freqsOffered(own, asof);
  const made = ownInsertion(own, sheet.period, true, asof);
  const freq = made?.own?.freq;
  const periods = freq ? periodsOfChoice(own, freq, asof) : [];
  const options = periods.map((value) => ({ value, label: periodLabel(value, language) }));
  return (
    <>
      <div class="field">
        <span class="text-field">
          <Icon name="search" />
          <input
            ref={field}
            type="text"
            autocomplete="off"
            spellcheck={false}
            aria-label={words.addIndicator}
            placeholder={words.addIndicator}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              const [first] = found;
              if (event.key === "Enter" && first) {
                show({ sheet: { ...sheet, own: withIndicator(own, first.code) } });
                setTyped("");
              } else if (event.key === "Escape" && typed) {
                // Office.js takes Escape for leaving the pane.
                event.stopPropagation();
                setTyped("");
              }
            }}
          />
        </span>
        <p class="unseen" role="status">
          {typed.trim() &&
            (found.length ? words.resultCount(found.length) : words.nothingFound(typed.trim()))}
        </p>
        <ul class="own-found">
          {found.map(({ code, label }) => (
            <li key={code}>
              <button
                type="button"
                class="own-add"
                onClick={() => {
                  show({ sheet: { ...sheet, own: withIndicator(own, code) } });
                  setTyped("");
                  field.current?.focus();
                }}
              >
                {label[language]}
              </button>
            </li>
          ))}
        </ul>
        {own.indicators.length === 0 ? (
          <p class="hint">{words.noneChosen}</p>
        ) : (
          <ul class="own-chosen" aria-label={words.chosen}>
            {own.indicators.map((code) => {
              const label = indicatorOf(code).label[language];
              return (
                <li key={code}>
                  <span class="grow">{label}</span>
                  {code !== own.indicators[0] && (
                    <Button
                      look="subtle"
                      small
                      icon="up"
                      label={words.moveUp}
                      of={label}
                      onClick={() => show({ sheet: { ...sheet, own: movedUp(own, code) } })}
                    />
                  )}
                  <Button
                    look="subtle"
                    small
                    icon="close"
                    label={words.remove}
                    of={label}
                    onClick={() => {
                      change({ indicators: own.indicators.filter((one) => one !== code) });
                      field.current?.focus();
                    }}
                  />
                </li>
              );
            })}
          </ul>
        )}
      </div>
      {measures.length > 0 && (
        <fieldset class="choice">
          <legend class="field-label">{words.measures}</legend>
          <div class="checks">
            {measures.map((measure) => (
              <label key={measure}>
                <input
                  type="checkbox"
                  checked={own.measures.includes(measure)}
                  onChange={(event) =>
                    change({
                      measures: event.currentTarget.checked
                        ? [...own.measures, measure]
                        : own.measures.filter((one) => one !== measure),
                    })
                  }
                />
                <span>
                  {measure === "level" ? words.level : upper(measureWords[measure][language])}
                  {isDerived(measure) && measure !== "computed growth" && <i> {words.computed}</i>}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {made && freq && (
        <>
          <Select
            label={words.frequency}
            value={freq}
            options={kinds.map((value) => ({ value, label: words[value] }))}
            onChange={(value: Freq) => change({ freq: value })}
          />
          <div class="row-fields">
            <Select
              label={words.from}
              value={made.own?.from ?? (periods.at(-1) as Period)}
              options={options.slice(periods.indexOf(made.period))}
              onChange={(value: Period) => change({ from: value })}
            />
            <Select
              label={words.to}
              value={made.period}
              options={options}
              onChange={(value: Period) => show({ sheet: { ...sheet, period: value } })}
            />
          </div>
          <div class="field">
            <label for={titleField} class="field-label">
              {words.pageTitle}
            </label>
            <span class="text-field">
              <input
                id={titleField}
                type="text"
                autocomplete="off"
                maxLength={80}
                value={own.title ?? ""}
                onInput={(event) => change({ title: event.currentTarget.value })}
              />
            </span>
          </div>
          <Toggle
            label={words.charts}
            hint={words.chartsHint}
            checked={own.charts}
            onChange={(charts) => change({ charts })}
          />
        </>
      )}
    </>
  );
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
