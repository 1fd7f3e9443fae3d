import type { JSX } from "preact";
import type { State } from "../state";
import type { ViewProps } from "../views/frame";
import { Choice } from "./controls";

interface PlaceChoiceProps extends Pick<ViewProps, "state" | "words"> {
  place: State["place"];
  hideLabel?: boolean;
  onChange: (place: State["place"]) => void;
}

/** The choice between the selected cell and a new sheet. Names the selected cell, if Excel tells it. */
export function PlaceChoice({
  state,
  words,
  place,
  hideLabel = false,
  onChange,
}: PlaceChoiceProps): JSX.Element {
  const selected = state.selected?.address.split(":")[0];
  return (
    <Choice
      label={words.where}
      hideLabel={hideLabel}
      value={place}
      options={[
        { value: "selection", label: selected ? words.atSelectionNamed(selected) : words.atSelection },
        { value: "new-sheet", label: words.onNewSheet },
      ]}
      onChange={onChange}
    />
  );
}
