import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { Icon, type IconName } from "./icon";

interface ButtonProps {
  /** Default "outline". A view has one "primary". */
  appearance?: "primary" | "outline" | "subtle";
  small?: boolean;
  /** Without words it needs a `label`. */
  icon?: IconName;
  /** The name of a button that shows only its icon, for screen readers and the tooltip. */
  label?: string;
  /** The object of the action, added to the name for screen readers only. */
  of?: string;
  class?: string;
  disabled?: boolean;
  /** For toggle buttons. */
  pressed?: boolean;
  describedBy?: string;
  onClick: () => void;
  children?: ComponentChildren;
}

/**
 * A button in Fluent's style. Without children it shows only its icon, and `label` is its name and tip; `of` says
 * what it concerns where several buttons are alike.
 */
export function Button(props: ButtonProps): JSX.Element {
  const { appearance = "outline", small, icon, label, of, children } = props;
  const classes = ["button", appearance, small && "small", !children && "icon-only", props.class];
  return (
    <button
      type="button"
      class={classes.filter(Boolean).join(" ")}
      aria-label={label && of ? `${label}: ${of}` : label}
      title={label}
      disabled={props.disabled}
      aria-pressed={props.pressed}
      aria-describedby={props.describedBy}
      onClick={props.onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** An option of a list. */
export interface Option<V extends string> {
  value: V;
  label: string;
}

interface SelectProps<V extends string> {
  label: string;
  value: V;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
  hint?: string;
  hideLabel?: boolean;
}

/** A list: the browser's own in Fluent's style, which opens beyond the narrow pane and accepts typed letters. */
export function Select<V extends string>(props: SelectProps<V>): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id} class={props.hideLabel ? "unseen" : "field-label"}>
        {props.label}
      </label>
      <span class="select">
        <select
          id={id}
          value={props.value}
          aria-describedby={props.hint ? `${id}-hint` : undefined}
          onChange={(event) => {
            const chosen = props.options.find((option) => option.value === event.currentTarget.value);
            if (chosen) props.onChange(chosen.value);
          }}
        >
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps<V extends string> {
  label: string;
  value: V;
  options: readonly (Option<V> & { icon?: JSX.Element; disabled?: boolean })[];
  onChange: (value: V) => void;
  hint?: string;
  hideLabel?: boolean;
}

/** Radio buttons that look like one bar. `label` names the group, unseen with `hideLabel`; `hint` is read with it. */
export function Choice<V extends string>(props: ChoiceProps<V>): JSX.Element {
  const name = useId();
  return (
    <fieldset class="choice" aria-describedby={props.hint ? `${name}-hint` : undefined}>
      <legend class={props.hideLabel ? "unseen" : "field-label"}>{props.label}</legend>
      <div class="choice-bar">
        {props.options.map((option) => (
          <label key={option.value} class={option.icon ? "choice-item with-icon" : "choice-item"}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              disabled={option.disabled ?? false}
              onChange={() => props.onChange(option.value)}
            />
            {option.icon}
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {props.hint && (
        <p class="hint" id={`${name}-hint`}>
          {props.hint}
        </p>
      )}
    </fieldset>
  );
}

interface ToggleProps {
  label: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A checkbox with its description. Announced as a switch, with `hint` as its description. */
export function Toggle(props: ToggleProps): JSX.Element {
  const id = useId();
  return (
    <div class="toggle">
      <div>
        <label for={id}>{props.label}</label>
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </div>
      <input
        type="checkbox"
        role="switch"
        class="switch"
        id={id}
        aria-describedby={`${id}-hint`}
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
    </div>
  );
}

/** A section of a view with its heading. The heading is a third-level one, below the view's. */
export function Section({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}
