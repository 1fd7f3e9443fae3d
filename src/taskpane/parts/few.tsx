import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ViewProps } from "../views/frame";
import { Button } from "./controls";

/** The first entries of a list, and a button that shows and hides the rest; null without a rest. */
export function useFew<T>(
  all: readonly T[],
  few: number,
  words: ViewProps["words"],
): { shown: readonly T[]; more: JSX.Element | null } {
  const [open, setOpen] = useState(false);
  const more =
    all.length > few ? (
      // The same button for both, so that it keeps the focus.
      <Button class="start" appearance="subtle" small onClick={() => setOpen(!open)}>
        {open ? words.showFewer : words.andMore(all.length - few)}
      </Button>
    ) : null;
  return { shown: open ? all : all.slice(0, few), more };
}
