import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { cut } from "../../dataset";
import { signatures } from "../../functions/catalogue/signatures";
import { findCalls, quote } from "../../functions/formula/calls";
import type { Separators } from "../../functions/formula/pieces";
import type { FunctionId } from "../../functions/implementations/all";
import {
  buildOf,
  callsIn,
  followed,
  formulaCell,
  formulaOf,
  isChanged,
  localFormula,
  separatorsOf,
  specOf,
  type Build,
} from "../model/build";
import { faultOf, isWhole } from "../model/fields";
import { otherCall, otherFunction } from "../model/switching";
import { functionSettings, trace, type Trace } from "../model/trace";
import { AnswerText, Sources } from "../parts/answer";
import { Button, Section, Select } from "../parts/controls";
import { SelectedCell } from "../parts/selected";
import { Fields } from "./build-fields";
import type { ViewProps } from "./frame";

/**
 * Builds a new formula, or edits a call in the selected cell. Which of the two follows the selection, see `followed`.
 */
export function BuildView(props: ViewProps): JSX.Element {
  const { state, words, show } = props;
  const { selected, build } = state;
  // Before anything in the view can be clicked, because the cell's content must not undo it.
  useLayoutEffect(() => {
    if (selected) show({ build: followed(build, selected) });
  }, [selected]);
  const cell = selected && formulaCell(selected);
  const edited = build?.from?.address === cell?.address && build?.from?.sheet === cell?.sheet;
  return (
    <div class="view">
      <h2 class="unseen">{words.build}</h2>
      {!(build && edited) && <SelectedCell {...props} />}
      {build && !build.choosing ? (
        <Builder {...props} build={build} />
      ) : (
        <Functions {...props} replaced={edited ? build : undefined} />
      )}
    </div>
  );
}

/** All functions with their descriptions, for a new formula or to replace a call. */
function Functions({
  state,
  words,
  language,
  show,
  replaced,
}: ViewProps & { replaced: Build | undefined }): JSX.Element {
  const begin = (id: FunctionId) => {
    if (replaced?.from) return show({ build: otherFunction(replaced, id) });
    const takes = specOf(id).parameters[0]?.kind.toLowerCase().startsWith("indicator");
    const args = takes && state.indicator ? [quote(state.indicator)] : [];
    show({ build: { id, args, from: undefined } });
  };
  return (
    <section aria-labelledby="functions">
      <p id="functions">{words.chooseFunction}</p>
      <ul class="results functions">
        {signatures.map(({ id, description }) => (
          <li key={id}>
            <button type="button" class="result" data-function={id} onClick={() => begin(id)}>
              <b>{id}</b>
              <span class="hint">{description[language]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The id of the element with the result or error. */
const resultId = "build-result";

/** The fields of one call, its result, and its actions. */
function Builder(props: ViewProps & { build: Build }): JSX.Element {
  const { state, words, language, show, build } = props;
  const { id, args, from } = build;
  const { parameters } = specOf(id);
  const separators = separatorsOf(state.selected);
  const broken = parameters[args.findIndex((text) => !isWhole(text))]?.name;
  const result = useResult(props, broken === undefined);
  const answer = result?.evaluated.ok ? result.evaluated.answer : undefined;
  // An incomplete formula is not split into calls.
  const formula = broken === undefined ? formulaOf(build) : (from?.formula ?? "");
  const calls = callsIn(formula);
  return (
    <>
      <FunctionHead {...props} />
      {from && calls.length > 1 && (
        <Select
          label={words.whichCall}
          value={String(from.call)}
          options={calls.map(({ start, end }, place) => ({
            value: String(place),
            label: cut(formula.slice(start, end), 60),
          }))}
          onChange={(place) => {
            // An incomplete argument cannot be kept; its field says what is missing.
            const next = broken === undefined ? otherCall(build, Number(place), separators) : { ...build };
            show({ build: next });
          }}
        />
      )}
      <Fields
        {...props}
        // Another call gets new fields.
        key={`${id} ${from?.address} ${from?.call}`}
        parameters={parameters}
        separators={separators}
        fault={broken ?? (answer && !answer.ok ? faultOf(answer.reason, parameters) : undefined)}
        faultId={resultId}
        onChange={(changed) => show({ build: { ...build, args: changed } })}
      />
      {/* Above the result: what arrives later must not move what is being pressed. */}
      <Section title={words.formula}>
        <FormulaText build={build} separators={separators} />
        <Writing {...props} whole={broken === undefined} result={result} separators={separators} />
      </Section>
      <Section title={words.result}>
        <div role="status" id={resultId} class="build-result">
          {broken === undefined ? (
            result && <AnswerText trace={result} words={words} language={language} />
          ) : (
            <p class="in-the-way">{words.unfinished}</p>
          )}
        </div>
        {result && <Sources trace={result} words={words} language={language} />}
      </Section>
    </>
  );
}

/** The function's name and what it gives, with the button that chooses another. */
function FunctionHead({ words, language, show, build }: ViewProps & { build: Build }): JSX.Element {
  const { id, from } = build;
  const heading = useRef<HTMLHeadingElement>(null);
  // A newly opened view focuses its heading; one that follows the selection leaves the focus.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, [id, from?.address]);
  return (
    <div class="indicator-head">
      <Button
        appearance="subtle"
        small
        icon="back"
        label={words.allFunctions}
        onClick={() => show({ build: { ...build, choosing: true } })}
      />
      <div>
        <h2 tabIndex={-1} ref={heading}>
          ECOM.{id}
        </h2>
        <p class="hint">{specOf(id).description[language]}</p>
      </div>
    </div>
  );
}

/** The call's answer; undefined until it is known. */
function useResult(
  { state, controller, build }: ViewProps & { build: Build },
  whole: boolean,
): Trace | undefined {
  const [result, setResult] = useState<Trace>();
  const { id, args, from } = build;
  const settings = functionSettings(state);
  const sheet = from?.sheet ?? state.selected?.sheet ?? "";
  useEffect(() => {
    let current = true;
    // Waits a moment for further typing.
    const timer = setTimeout(() => {
      if (!whole) return;
      void trace(id, args, sheet, settings, controller.readValues).then(
        (traced) => current && setResult(traced),
      );
    }, 150);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [JSON.stringify([id, args, sheet, settings, state.selected]), whole]);
  return result?.id === id ? result : undefined;
}

/** The formula as the cell would show it, with the call marked in a larger one. */
function FormulaText({ build, separators }: { build: Build; separators: Separators }): JSX.Element {
  const text = localFormula(build, separators);
  const call = build.from && findCalls(text, separators)[build.from.call];
  if (!call || (call.start === 1 && call.end === text.length)) return <code class="formula">{text}</code>;
  return (
    <code class="formula">
      {text.slice(0, call.start)}
      <mark>{text.slice(call.start, call.end)}</mark>
      {text.slice(call.end)}
    </code>
  );
}

interface WritingProps extends ViewProps {
  build: Build;
  /** Whether all arguments are complete. */
  whole: boolean;
  result: Trace | undefined;
  separators: Separators;
}

/** The buttons that write the formula back, insert it in the selected cell, or copy it. */
function Writing(props: WritingProps): JSX.Element {
  const { state, words, controller, show, build, whole, result, separators } = props;
  const { from } = build;
  const { selected } = state;
  const cell = selected && formulaCell(selected);
  const formula = formulaOf(build);
  const elsewhere = cell && !(from && from.address === cell.address && from.sheet === cell.sheet);

  const write = async (sheet: string, address: string, expected: string) => {
    const format = expected === "" ? formatOf(result) : undefined;
    const written = await controller.write(sheet, address, formula, expected, format);
    if (written === undefined) return;
    const call = from?.call ?? 0;
    show({ build: buildOf({ sheet, address, inCell: written, formula: written, local: undefined, call }) });
  };
  return (
    <>
      {from && (
        <Button
          appearance="primary"
          class="wide"
          disabled={!whole || !isChanged(build)}
          onClick={() => void write(from.sheet, from.address, from.inCell)}
        >
          {words.writeBack(from.address)}
        </Button>
      )}
      {cell && elsewhere && (!from || cell.formula === "") && (
        <Button
          appearance={from ? "outline" : "primary"}
          class="wide"
          disabled={!whole}
          onClick={() => void write(cell.sheet, cell.address, "")}
        >
          {words.insertIn(cell.address)}
        </Button>
      )}
      {!from && !cell && <p class="hint">{words.selectCell}</p>}
      <div class="row">
        <Button
          appearance="subtle"
          small
          icon="copy"
          onClick={() => void controller.copy(localFormula(build, separators), (now) => now.formulaCopied)}
        >
          {words.copyFormula}
        </Button>
      </div>
    </>
  );
}

/** The number format of an answer with a single figure. */
function formatOf(result: Trace | undefined): string | undefined {
  const answer = result?.evaluated.ok ? result.evaluated.answer : undefined;
  const value = answer?.ok ? answer.value : undefined;
  return typeof value === "object" && "format" in value ? value.format : undefined;
}
