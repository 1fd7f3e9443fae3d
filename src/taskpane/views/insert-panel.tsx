import type { JSX } from "preact";
import { cite, sourceOf } from "../../dataset";
import type { Insertion } from "../../workbook/insertion";
import type { Messages } from "../messages";
import { formulaFor } from "../model/formula";
import type { Opened } from "../model/opened";
import { Button, Choice, Section, Toggle } from "../parts/controls";
import { figureWords } from "../parts/figure-value";
import { Icon } from "../parts/icon";
import { InsertButton } from "../parts/insert-button";
import { PlaceChoice } from "../parts/place-choice";
import type { Form } from "../state";
import type { ViewProps } from "./frame";

const forms: readonly Form[] = ["formula", "value", "series", "table", "chart"];

const formWords: Record<
  Form,
  { label: keyof Messages & `as${string}`; hint: keyof Messages & `as${string}Hint` }
> = {
  formula: { label: "asFormula", hint: "asFormulaHint" },
  value: { label: "asValue", hint: "asValueHint" },
  series: { label: "asSeries", hint: "asSeriesHint" },
  table: { label: "asTable", hint: "asTableHint" },
  chart: { label: "asChart", hint: "asChartHint" },
};

/** In which form and where the open figure is inserted; and figure, formula and citation to copy. */
export function InsertPanel(props: ViewProps & { view: Opened }): JSX.Element {
  const { state, words, language, show, view } = props;
  const { indicator, measure, period, asof } = view;
  const { form, freq, dates, place } = state;
  const kind = form === "series" ? "series" : "formula";
  const formula = formulaFor(indicator, measure, period, kind, asof, freq);
  const inTable = form === "table" || form === "chart";
  const insertion: Insertion = {
    kind: form,
    indicators: [indicator.code],
    period,
    measure,
    ...(freq && (inTable || form === "series") ? { freq } : {}),
    ...(dates && inTable ? { dates } : {}),
  };
  return (
    <Section title={words.insert}>
      <Choice
        label={words.insertAs}
        hideLabel
        value={form}
        options={forms.map((value) => ({
          value,
          label: words[formWords[value].label],
          icon: <Icon name={value} />,
        }))}
        onChange={(chosen) => show({ form: chosen })}
        hint={words[formWords[form].hint]}
      />
      <PlaceChoice {...props} place={place} hideLabel onChange={(chosen) => show({ place: chosen })} />
      {(form === "formula" || form === "series") && <Formula text={formula} />}
      {inTable && (
        <Toggle
          label={words.withDates}
          hint={words.withDatesHint}
          checked={dates}
          onChange={(on) => show({ dates: on })}
        />
      )}
      <InsertButton {...props} insertion={insertion} place={place} into={language} label={words.insert} />
      <Copies {...props} formula={formula} />
    </Section>
  );
}

/** Buttons that copy figure, formula and citation. */
function Copies(props: ViewProps & { view: Opened; formula: string }): JSX.Element {
  const { words, language, controller, formula } = props;
  const { figure } = props.view;
  return (
    <div class="copies" role="group" aria-labelledby="copy">
      <span id="copy" class="hint">
        {words.copy}
      </span>
      {figure && (
        <Button
          small
          onClick={() =>
            void controller.copy(figureWords(figure, language).join(" ").trim(), (now) => now.figureCopied)
          }
        >
          {words.copyFigure}
        </Button>
      )}
      <Button small onClick={() => void controller.copy(formula, (now) => now.formulaCopied)}>
        {words.asFormula}
      </Button>
      {figure && (
        <Button
          small
          onClick={() =>
            void controller.copy(
              cite(sourceOf(figure.observation.source), "text", language),
              (now) => now.citationCopied,
            )
          }
        >
          {words.copyCitation}
        </Button>
      )}
    </div>
  );
}

/** A formula that wraps only between arguments. */
function Formula({ text }: { text: string }): JSX.Element {
  return (
    <code class="formula">
      {(text.match(/[^(,]*[(,]|[^(,]+$/g) ?? []).map((part) => (
        <span key={part}>{part}</span>
      ))}
    </code>
  );
}
