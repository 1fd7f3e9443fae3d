import type { JSX, RefObject } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Option } from "./controls";

interface ComboProps {
  label: string;
  value: string;
  /** Its suggestions for a text; without them it is a plain field. */
  optionsFor?: (text: string) => readonly Option<string>[];
  onInput: (text: string) => void;
  required: boolean;
  hint: string;
  /** The id of the element that describes an error of the value, if any. */
  fault: string | undefined;
}

/**
 * A text field with suggestions, by the pattern "Combobox" of the ARIA Authoring Practices: arrow keys and Enter, or
 * the mouse, choose.
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
      setAt(open ? nextOption(at, options.length, event.key === "ArrowDown") : -1);
      setOpen(true);
    } else if (event.key === "Enter" && shown && option) choose(option);
    // Office.js would leave the pane on Escape.
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

/** The option below or above, going round at the ends; none where there are no options. */
function nextOption(at: number, count: number, below: boolean): number {
  if (count === 0) return -1;
  return below ? (at + 1) % count : (at <= 0 ? count : at) - 1;
}

interface OptionsProps {
  /** The id of the field. */
  id: string;
  label: string;
  list: RefObject<HTMLUListElement | null>;
  options: readonly Option<string>[];
  /** The highlighted option; -1 for none. */
  at: number;
  shown: boolean;
  onChoose: (option: Option<string>) => void;
}

/**
 * The list of suggestions. It is no stop of the Tab key, which browsers make of scrolling elements, because it closes
 * when the field is left.
 */
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
          // Keeps the focus in the field.
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
