import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { figureText } from "../../dataset";
import { callsIn, formulaCell, readBuild, unknownIn } from "../model/build";
import { errorIn, functionSettings, otherError, traceSelected, type Trace } from "../model/trace";
import { openIndicator } from "../navigation";
import type { ViewProps } from "../views/frame";
import { AnswerText, named, Sources } from "./answer";
import { Button } from "./controls";
import { useFew } from "./few";

/** The most calls of a formula that are explained. */
const most = 3;

/**
 * Explains the selected cell if its formula is ours: figure, indicator, period and source, or why it is an error. It
 * reads the formula, so that it also works where numbers carry no source.
 */
export function SelectedCell(props: ViewProps): JSX.Element | null {
  const { state, words, controller, show } = props;
  const { selected } = state;
  const [traces, setTraces] = useState<readonly Trace[]>([]);
  const settings = functionSettings(state);
  const cell = selected && formulaCell(selected);
  const calls = callsIn(cell?.formula ?? "");
  useEffect(() => {
    if (!selected || calls.length === 0) return;
    let current = true;
    // Waits a moment: arrow keys run through many cells.
    const timer = setTimeout(() => {
      void traceSelected(selected, settings, controller.readValues).then(
        (traced) => current && setTraces(traced),
      );
    }, 50);
    return () => {
      current = false;
      clearTimeout(timer);
      setTraces([]);
    };
  }, [JSON.stringify([selected, settings])]);

  const { shown, more } = useFew(traces, most, words);
  const first = traces[0];
  const unknown = unknownIn(cell?.formula ?? "");
  if (!selected || !cell || !(first || unknown)) return null;
  const other = unknown ? words.errorUnknown(unknown) : otherError(selected.value, traces, words);
  const faulty = errorIn(selected.value) !== undefined;
  const indicator = traces.find((trace) => trace.indicator)?.indicator;
  return (
    <section class="selected" id="selected" aria-labelledby="selected-title" tabIndex={-1}>
      <h3 id="selected-title">
        {faulty ? words.whyError : words.sourceOfFigure} <span class="hint">{selected.address}</span>
      </h3>
      {other && <p class="in-the-way">{other}</p>}
      {shown.map((trace, place) => (
        <Behind key={place} {...props} trace={trace} placed={selected.spill !== undefined} />
      ))}
      {more}
      <div class="selected-acts">
        {first && (
          <Button small onClick={() => show({ tab: "build", build: readBuild(selected) })}>
            {words.editInBuild}
          </Button>
        )}
        {indicator && (
          <Button small onClick={() => show(openIndicator(indicator.code))}>
            {words.openIndicator}
          </Button>
        )}
      </div>
    </section>
  );
}

/** One call with its sources: the cell's figure in a spilled answer, else the whole answer. */
function Behind({
  trace,
  words,
  language,
  placed,
}: Pick<ViewProps, "words" | "language"> & { trace: Trace; placed: boolean }): JSX.Element {
  const figure = placed ? trace.figures[0] : undefined;
  return (
    <>
      {figure ? (
        <p>
          <b class="answer">{figureText(figure, language)}</b> {named(figure, words, language)}
        </p>
      ) : (
        <AnswerText trace={trace} words={words} language={language} />
      )}
      <Sources trace={trace} words={words} language={language} />
    </>
  );
}
