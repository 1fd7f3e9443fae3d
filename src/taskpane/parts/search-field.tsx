import type { ComponentChildren, JSX, RefObject } from "preact";
import { Icon } from "./icon";

interface SearchFieldProps {
  field: RefObject<HTMLInputElement | null>;
  /** Its name for screen readers. */
  label: string;
  /** What stands in the empty field. */
  hint: string;
  value: string;
  onInput: (text: string) => void;
  /** Enter: takes what was found first. */
  onEnter: () => void;
  /** Arrow down: goes on to what was found. Absent: the key is left to the browser. */
  onDown?: (() => void) | undefined;
  /** What stands behind the text, such as a button that clears it. */
  children?: ComponentChildren;
}

/** A field to search with. Escape empties it. */
export function SearchField(props: SearchFieldProps): JSX.Element {
  const { value, onInput, onDown } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" && onDown) {
      event.preventDefault();
      onDown();
    } else if (event.key === "Enter") props.onEnter();
    else if (event.key === "Escape" && value) {
      // Office.js takes Escape for leaving the pane.
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
