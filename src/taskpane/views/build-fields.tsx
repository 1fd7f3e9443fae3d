import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Parameter } from "../../functions/catalogue/signatures";
import type { Separators } from "../../functions/formula/pieces";
import type { Build } from "../model/build";
import {
  argumentOf,
  choicesFor,
  fieldText,
  formOf,
  indicatorIn,
  listFor,
  meaningOf,
  type Circumstances,
} from "../model/fields";
import { Combo } from "../parts/combo";
import { Select } from "../parts/controls";
import type { ViewProps } from "./frame";

interface FieldsProps extends ViewProps {
  build: Build;
  parameters: readonly Parameter[];
  separators: Separators;
  /** The parameter that the result's sentence is about, and the id of that sentence. */
  fault: string | undefined;
  faultId: string;
  onChange: (args: readonly string[]) => void;
}

/** A field for each argument, of the kind that the catalogue says. `onChange` gets all arguments as formula text. */
export function Fields(props: FieldsProps): JSX.Element {
  const { build, parameters, state, language, onChange } = props;
  const indicator = indicatorIn(parameters, build.args);
  const about: Circumstances = { language, indicator, asof: state.settings.asof };
  return (
    <div class="fields build-fields">
      {parameters.map((parameter, place) => (
        <Field
          key={parameter.name}
          {...props}
          parameter={parameter}
          about={about}
          argument={build.args[place] ?? ""}
          onArgument={(text) => {
            const args = Array.from({ length: Math.max(build.args.length, place + 1) }, (_, at) =>
              at === place ? text : (build.args[at] ?? ""),
            );
            onChange(args);
          }}
        />
      ))}
    </div>
  );
}

interface FieldProps extends FieldsProps {
  parameter: Parameter;
  about: Circumstances;
  argument: string;
  onArgument: (text: string) => void;
}

/** The field of one argument: a list, a text with suggestions, or a plain text. */
function Field({ parameter, about, argument, onArgument, ...props }: FieldProps): JSX.Element {
  const { words, language, separators, fault, faultId } = props;
  const { kind, optional, description } = parameter;
  // The text as typed is kept while it gives the same argument.
  const [draft, setDraft] = useState({ text: "", argument: "" });
  const word = parameter.name === "asof" ? words.dataDate : parameter.label[language];
  const name = word.charAt(0).toUpperCase() + word.slice(1);
  const label = optional ? words.optional(name) : name;
  const form = formOf(kind);
  if (form === "chosen") {
    return (
      <Select
        label={label}
        value={argument.trim()}
        options={listFor(kind, argument, words.defaultChoice, language)}
        onChange={onArgument}
      />
    );
  }
  return (
    <Combo
      label={label}
      value={draft.argument === argument ? draft.text : fieldText(argument, kind, separators)}
      {...(form === "typed" && { optionsFor: (text: string) => choicesFor(kind, text, about) })}
      required={!optional}
      hint={meaningOf(kind, argument, about) || description[language]}
      fault={fault === parameter.name ? faultId : undefined}
      onInput={(text) => {
        const written = argumentOf(text, kind, separators);
        setDraft({ text, argument: written });
        onArgument(written);
      }}
    />
  );
}
