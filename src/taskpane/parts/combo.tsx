import type { JSX, RefObject } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Option } from "./controls";

interface ComboProps {
  label: string;
  value: string;
  /** What it offers for a text; none at all makes it a plain field. */
  optionsFor?: (text: string) => readonly Option<string>[];
  onInput: (text: string) => void;
  required: boolean;
  hint: string;
  /** The id of the element that says what is wrong with the value, if something is. */
  fault: string | undefined;
}

/**
 * A field to type in that offers what to choose from: the pattern "Combobox" of the ARIA Authoring Practices, with a list
 * whose choices are made by arrow keys and Enter, or by the mouse.
 */
export function Combo(props: ComboProps): JSX.Element {
  const { label, value, optionsFor, onInput, hint, fault } = props;
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const options = (open && optionsFor?.(value)) || [];
  const shown = options.length > 0;
  useEffect(() => list.current?.children[at]?.scrollIntoView({ block: "nearest" }), [at, shown]);

  const choose = (option: Option<string>) => {
    onInput(option.value);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const option = options[at];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const count = options.length;
      if (open && count > 0) setAt(event.key === "ArrowDown" ? (at + 1) % count : (at <= 0 ? count : at) - 1);
      else setAt(-1);
      setOpen(true);
    } else if (event.key === "Enter" && shown && option) choose(option);
    // Office.js takes Escape for leaving the pane.
    else if (event.key === "Escape" && shown) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="field combo">
      <label for={id} class="field-label">
        {label}
      </label>
      <span class={fault ? "text-field faulty" : "text-field"}>
        <input
          id={id}
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={value}
          required={props.required}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-hint${fault ? ` ${fault}` : ""}`}
          {...(optionsFor && {
            role: "combobox",
            "aria-expanded": shown,
            "aria-controls": `${id}-list`,
            "aria-autocomplete": "list",
            "aria-activedescendant": options[at] ? `${id}-${at}` : undefined,
            onClick: () => setOpen(true),
            onBlur: () => setOpen(false),
            onKeyDown,
          })}
          onInput={(event) => {
            setOpen(true);
            setAt(-1);
            onInput(event.currentTarget.value);
          }}
        />
      </span>
      {optionsFor && <Options {...{ id, label, list, options, at, shown }} onChoose={choose} />}
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

interface OptionsProps {
  /** The id of the field. */
  id: string;
  label: string;
  list: RefObject<HTMLUListElement | null>;
  options: readonly Option<string>[];
  /** The option that the arrow keys are at; -1: none. */
  at: number;
  shown: boolean;
  onChoose: (option: Option<string>) => void;
}

/** What the field offers. Not in the order of Tab, as browsers put what scrolls: it is gone once the field is left. */
function Options({ id, label, list, options, at, shown, onChoose }: OptionsProps): JSX.Element {
  return (
    <ul
      class="options"
      role="listbox"
      id={`${id}-list`}
      aria-label={label}
      ref={list}
      hidden={!shown}
      tabIndex={-1}
    >
      {options.map((option, place) => (
        <li
          key={option.value}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === at}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
        >
          {option.label}
          <span class="hint"> {option.value}</span>
        </li>
      ))}
    </ul>
  );
}
