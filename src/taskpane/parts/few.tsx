import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ViewProps } from "../views/frame";
import { Button } from "./controls";

/** The first of some things, and the button that shows the rest and hides them again; no button where there is no rest. */
export function useFew<T>(
  all: readonly T[],
  few: number,
  words: ViewProps["words"],
): { shown: readonly T[]; more: JSX.Element | null } {
  const [open, setOpen] = useState(false);
  const more =
    all.length > few ? (
      // One button for both, so that the focus stays.
      <Button class="start" look="subtle" small onClick={() => setOpen(!open)}>
        {open ? words.showFewer : words.andMore(all.length - few)}
      </Button>
    ) : null;
  return { shown: open ? all : all.slice(0, few), more };
}
