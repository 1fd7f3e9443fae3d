import type { JSX } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { Language } from "../../dataset";
import type { Insertion } from "../../workbook/insertion";
import type { Preview } from "../../workbook/outcome";
import { problemText } from "../../workbook/problem";
import type { Messages } from "../messages";
import type { State } from "../state";
import type { ViewProps } from "../views/frame";
import { Button } from "./controls";

interface InsertButtonProps extends ViewProps {
  /** Undefined while a choice is missing. */
  insertion: Insertion | undefined;
  place: State["place"];
  /** The language of the insertion. */
  into: Language;
  /** The button's text where it adds something; an update has its own. */
  label: string;
}

/**
 * What an insertion would do, and the button for it. Excel is asked what would happen 150 ms after the last change.
 * Without an insertion the button is off.
 */
export function InsertButton(props: InsertButtonProps): JSX.Element {
  const { state, words, language, controller, insertion, place, into } = props;
  // Drops the answer to another view's question.
  useLayoutEffect(controller.forgetPreview, []);
  // Asks again, after a moment, when anything changes that the answer depends on: arrow keys run through many cells.
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
        appearance="primary"
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

/**
 * What will happen, with what may be unexpected: larger rows and columns of the user's, values instead of formulas.
 */
function previewText(preview: Preview, words: Messages): string {
  const { larger, values } = preview;
  return [
    placeText(preview, words),
    ...(larger ? [words.willEnlarge(larger.columns, larger.rows)] : []),
    ...(values ? [words.willBeValues(values)] : []),
  ].reduce((first, second) => words.sentences(first, second));
}

function placeText({ sheet, address, rows, columns, updates, newSheet }: Preview, words: Messages): string {
  const place = words.joined(sheet, address);
  if (newSheet) return words.willAddSheet(sheet);
  if (updates) return words.willUpdate(place);
  return rows * columns === 1 ? words.willFillOne(place) : words.willFill(place, rows, columns);
}
