import type { JSX } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { Language } from "../../dataset";
import { problemText } from "../../workbook/problem";
import type { Insertion } from "../../workbook/insertion";
import type { Preview } from "../../workbook/outcome";
import type { Messages } from "../messages";
import type { State } from "../state";
import type { ViewProps } from "../views/frame";
import { Button } from "./controls";

interface InsertButtonProps extends ViewProps {
  /** Undefined while something is still to be chosen. */
  insertion: Insertion | undefined;
  place: State["place"];
  /** The language that it is written in. */
  into: Language;
  /** The button's words where it adds something; where it would update, it says so. */
  label: string;
}

/** What an insertion would do, asked as it is chosen, and the button that does it. */
export function InsertButton(props: InsertButtonProps): JSX.Element {
  const { state, words, language, controller, insertion, place, into } = props;
  // What another view asked is not what this button would do.
  useLayoutEffect(controller.forgetPreview, []);
  // Asked again when anything changes that the answer depends on, after a moment: arrow keys run through many cells.
  useEffect(() => {
    const timer = setTimeout(
      () => insertion && void controller.preview(insertion, { kind: place }, into),
      150,
    );
    return () => clearTimeout(timer);
  }, [JSON.stringify([insertion, place, state.selected, into]), state.notice, state.connection]);
  const preview = insertion && state.preview;
  return (
    <>
      <Button
        class="wide"
        look="primary"
        disabled={!insertion}
        onClick={() => insertion && void controller.insert(insertion, { kind: place }, into)}
      >
        {preview?.ok && preview.preview.updates ? words.update : props.label}
      </Button>
      {/* Below the button: an answer that comes while it is being pressed must not move it. */}
      <p class={preview?.ok === false ? "preview in-the-way" : "preview"} role="status">
        {preview?.ok === false && problemText(preview.problem, language)}
        {preview?.ok && previewText(preview.preview, words)}
      </p>
    </>
  );
}

/** What will happen, and what of it may be unexpected: larger rows and columns of the user's, values for formulas. */
function previewText(preview: Preview, words: Messages): string {
  const { larger, values } = preview;
  return [
    placeText(preview, words),
    ...(larger ? [words.willEnlarge(larger.columns, larger.rows)] : []),
    ...(values ? [words.willBeValues(values)] : []),
  ].reduce((first, second) => words.sentences(first, second));
}

function placeText({ sheet, address, rows, columns, updates, newSheet }: Preview, words: Messages): string {
  const where = words.joined(sheet, address);
  if (newSheet) return words.willAddSheet(sheet);
  if (updates) return words.willUpdate(where);
  return rows * columns === 1 ? words.willFillOne(where) : words.willFill(where, rows, columns);
}
