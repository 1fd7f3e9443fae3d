import { indicatorOf, periodLabel, periodOf, periodParts } from "../../dataset";
import type { MeasureName, Period, Reason, Text2 } from "../../dataset";
import type { refuse } from "../../functions";
import { signatures } from "../../functions/catalogue/signatures";
import type { Signature } from "../../functions/catalogue/signatures";
import { quote, replaceCall } from "../../functions/formula/calls";
import type { Call } from "../../functions/formula/calls";
import { evaluate, isFunctionId } from "../../functions/formula/evaluate";
import type { ValueOf } from "../../functions/formula/evaluate";
import { isReference } from "../../functions/formula/pieces";
import type { FunctionId } from "../../functions/implementations/all";
import type { Settings } from "../../functions/settings";
import type { Remedy } from "../../workbook/finding";

type Refusal = ReturnType<typeof refuse>["reason"];

/** A call as it could be written instead. */
interface Candidate {
  label: Text2;
  id: FunctionId;
  args: readonly string[];
}

/** The most remedies. */
const most = 3;

/**
 * Calls that could replace a refused one, the most similar first. Each was tried and gives an answer.
 *
 * @param formula the cell's formula, in which the call stands
 * @param reason why it is refused
 * @returns none where the wrong value comes from another cell or a calculation: then that cell has to be corrected
 */
export function remediesFor(
  formula: string,
  call: Call,
  reason: Refusal,
  settings: Settings,
  valueOf: ValueOf,
): Remedy[] {
  const { id } = call;
  if (!isFunctionId(id)) return [];
  const args = call.args.map(({ text }) => text);
  const answers = ({ id: of, args: given }: Candidate): boolean => {
    const evaluated = evaluate(of, given, settings, valueOf);
    return evaluated.ok && evaluated.answer.ok;
  };
  const remedies = candidates(id, args, reason as Reason)
    .filter(answers)
    .map((candidate) => ({ label: candidate.label, formula: formulaWith(formula, call, candidate) }));
  return remedies
    .filter((remedy, index) => remedies.findIndex((other) => other.formula === remedy.formula) === index)
    .slice(0, most);
}

/** The formula with the call replaced by the candidate; the rest stays as it is. */
function formulaWith(formula: string, call: Call, { id, args }: Candidate): string {
  const replaced = replaceCall(formula, call, args);
  return id === call.id
    ? replaced
    : `${formula.slice(0, call.start)}ECOM.${id}${replaced.slice(call.open - 1)}`;
}

const use = (label: Text2): Text2 => ({ en: `Use ${label.en}`, zh: `改用${label.zh}` });
const word = (text: string): Text2 => use({ en: text, zh: `“${text}”` });

/** A refused call, and the catalogue's entry of its function. */
interface RefusedCall {
  id: FunctionId;
  args: readonly string[];
  signature: Signature;
}

/** The call with another argument; none if that is a reference, which is corrected in the cell that it refers to. */
function withArgument({ id, args }: RefusedCall, place: number, text: string, label: Text2): Candidate[] {
  if (place < 0 || (args[place] !== undefined && isReference(args[place]))) return [];
  const texts = Array.from({ length: Math.max(args.length, place + 1) }, (_, at) => args[at] ?? "");
  texts[place] = text;
  return [{ id, args: texts, label }];
}

/** The call with each of the suggested indicators, named in the language of the wrong name. */
function withSuggestions(call: RefusedCall, given: string, suggestions: readonly Text2[]): Candidate[] {
  const place = Math.max(placeOf(call.signature, "INDICATOR"), placeOf(call.signature, "indicators"));
  return suggestions.flatMap((name) =>
    withArgument(call, place, quote(inLanguageOf(given, name)), use({ en: name.en, zh: `“${name.zh}”` })),
  );
}

/** The call with each word of the argument's list that begins like the one given. */
function withChoices(call: RefusedCall, reason: Extract<Reason, { name: "bad-argument" }>): Candidate[] {
  const place = call.signature.parameters.findIndex(({ name }) => name === reason.argument);
  const choices = reason.choices.map((choice) =>
    typeof choice === "string" ? { en: choice, zh: choice } : choice,
  );
  const names = choices.map((choice) => inLanguageOf(reason.given, choice));
  return near(reason.given, names).flatMap((text) => {
    const label = choices[names.indexOf(text)] ?? { en: text, zh: text };
    return withArgument(
      call,
      place,
      /^(TRUE|FALSE)$/.test(text) ? text : quote(text),
      use({ en: label.en, zh: `“${label.zh}”` }),
    );
  });
}

/** A name in the language in which something was written. */
const inLanguageOf = (written: string, name: Text2): string =>
  /\p{Script=Han}/u.test(written) ? name.zh : name.en;

/** The calls that may mend a refusal, the best first; not yet tried. */
function candidates(id: FunctionId, args: readonly string[], reason: Reason): Candidate[] {
  const signature = signatures.find((candidate) => candidate.id === id);
  if (!signature) return [];
  const call: RefusedCall = { id, args, signature };
  const periods = (...wanted: readonly (Period | undefined)[]): Candidate[] =>
    wanted.flatMap((period) => {
      if (!period) return [];
      const label = use({ en: period, zh: periodLabel(period, "zh") });
      return withArgument(call, periodPlace(signature), quote(period), label);
    });
  switch (reason.name) {
    case "unknown-indicator":
      return withSuggestions(call, reason.given, reason.suggestions);
    case "bad-argument":
      return withChoices(call, reason);
    case "no-figure":
      return periods(reason.cumulative, withFebruary(reason.period), reason.nearest);
    case "part-missing":
    case "no-growth-in-period":
      return periods(reason.nearest);
    case "january-february":
      return periods(withFebruary(reason.period));
    case "series-ended": {
      const name = indicatorOf(reason.successor).label;
      return withArgument(
        call,
        placeOf(signature, "INDICATOR"),
        quote(reason.successor),
        use({ en: name.en, zh: `“${name.zh}”` }),
      );
    }
    case "no-measure":
      return reason.has.flatMap((measure: MeasureName) =>
        withArgument(call, placeOf(signature, "MEASURE"), quote(measure), word(measure)),
      );
    case "only-growth":
      return id === "VALUE" ? [otherFunction("GROWTH", args)] : [];
    case "no-growth":
      return id === "GROWTH" ? [otherFunction("VALUE", args)] : [];
    case "unit-on-percentage":
      return withArgument(call, placeOf(signature, "UNIT"), "", { en: "Leave the unit out", zh: "不填单位" });
    default:
      return [];
  }
}

/** GROWTH and VALUE share the places of indicator, period and date; the third argument differs. */
const otherFunction = (id: "GROWTH" | "VALUE", args: readonly string[]): Candidate => ({
  id,
  args: args.map((text, place) => (place === 2 ? "" : text)),
  label: use({ en: `ECOM.${id}`, zh: `ECOM.${id}` }),
});

/** January is published only together with February. */
function withFebruary(period: Period): Period | undefined {
  const { year, last } = periodParts(period);
  return last <= 2 ? periodOf(year, 1, 2) : undefined;
}

const placeOf = ({ parameters }: Signature, kind: string): number =>
  parameters.findIndex(
    (parameter) => parameter.kind === kind || (kind === "INDICATOR" && parameter.kind === "indicators"),
  );

const periodPlace = ({ parameters }: Signature): number =>
  parameters.findIndex(({ name }) => name === "period" || name === "periods");

/** The words that begin like the one given. */
function near(misspelt: string, choices: readonly string[]): string[] {
  const begin = (text: string): string => text.toLowerCase().slice(0, 2);
  return choices.filter((choice) => begin(choice) === begin(misspelt.replace(/^["“]/, "")));
}
