import type { ComponentChildren, JSX, RefObject } from "preact";
import { Icon } from "./icon";

interface SearchFieldProps {
  field: RefObject<HTMLInputElement | null>;
  /** The name for screen readers. */
  label: string;
  /** The placeholder. */
  hint: string;
  value: string;
  onInput: (text: string) => void;
  /** Enter: opens the first result. */
  onEnter: () => void;
  /** Arrow down: goes to the results. Absent: the browser handles the key. */
  onDown?: (() => void) | undefined;
  /** Shown after the text, such as a button that clears it. */
  children?: ComponentChildren;
}

/** A search field. Escape clears it. */
export function SearchField(props: SearchFieldProps): JSX.Element {
  const { value, onInput, onDown } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" && onDown) {
      event.preventDefault();
      onDown();
    } else if (event.key === "Enter") props.onEnter();
    else if (event.key === "Escape" && value) {
      // Office.js would leave the pane on Escape.
      event.stopPropagation();
      onInput("");
    }
  };
  return (
    <span class="text-field">
      <Icon name="search" />
      <input
        ref={props.field}
        type="text"
        autocomplete="off"
        spellcheck={false}
        aria-label={props.label}
        placeholder={props.hint}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {props.children}
    </span>
  );
}
