import type { JSX } from "preact";
import { cut, figureText, type Figure, type Language, type Period } from "../../dataset";
import { refusalText } from "../../functions";
import { isFigureCell, type Cell } from "../../functions/answer";
import { errorOf } from "../../functions/formula/evaluate";
import { isReference } from "../../functions/formula/pieces";
import { shortPeriod } from "../model/period";
import { sourcesOf, type Trace } from "../model/trace";
import type { ViewProps } from "../views/frame";
import { SourceLine } from "../views/provenance";
import { useFew } from "./few";

interface AnswerProps extends Pick<ViewProps, "words" | "language"> {
  trace: Trace;
}

/** The most that a preview shows of a table. */
const most = { rows: 6, columns: 3, text: 60, sources: 2 };

/** The text of a cell in an answer, as Excel shows it. */
function cellText(cell: Cell, language: Language): string {
  if (typeof cell === "string") return cut(cell, most.text * 4);
  if (typeof cell === "boolean") return String(cell).toUpperCase();
  if (typeof cell === "object" && "reason" in cell) return errorOf({ ok: false, reason: cell.reason });
  if (isFigureCell(cell) && cell.value === cell.figure.value) return figureText(cell.figure, language);
  return (typeof cell === "object" ? cell.value : cell).toLocaleString("en-US", { maximumFractionDigits: 6 });
}

/** Indicator and period of a figure: "Online travel, H1 2025"; derived figures are marked. */
export function named(figure: Figure, words: ViewProps["words"], language: Language): string {
  const { indicator, period, derived, parts } = figure;
  const periodText = (end: Period) => shortPeriod(end, language, indicator.nature);
  const name = words.joined(indicator.label[language], periodText(period));
  const [later, earlier] = parts;
  return derived && later && earlier
    ? name + words.computedFrom(periodText(later.period), periodText(earlier.period))
    : name;
}

/** An answer: its value with indicator and period, the first rows of a table, or the error with its sentence. */
export function AnswerText({ trace, words, language }: AnswerProps): JSX.Element {
  const { evaluated, figures } = trace;
  if (!evaluated.ok) {
    const { unknown } = evaluated;
    return <p>{isReference(unknown) ? words.notRead(unknown) : words.onlyExcel(unknown)}</p>;
  }
  const { answer } = evaluated;
  if (!answer.ok)
    return (
      <p class="in-the-way">
        <b>{errorOf(answer)}</b> {refusalText(answer.reason, language)}
      </p>
    );
  const { value } = answer;
  const rows = Array.isArray(value)
    ? (value as readonly (readonly Cell[])[])
    : typeof value === "object" && "fields" in value
      ? Object.entries(value.fields).filter(([, cell]) => cell !== "")
      : undefined;
  if (rows) return <Rows rows={rows} words={words} language={language} />;
  const [figure] = figures;
  return (
    <>
      <p>
        <b class="answer">{cellText(value as Cell, language)}</b>
        {figure && <span> {named(figure, words, language)}</span>}
      </p>
      {typeof value === "boolean" && figure && (
        <p>
          {words.publishedAre(
            [...new Set(figures.map((other) => figureText(other, language)))].join(
              language === "zh" ? "；" : "; ",
            ),
          )}
        </p>
      )}
    </>
  );
}

/** The first rows and columns of an answer that fills several cells. */
function Rows({
  rows,
  words,
  language,
}: Pick<ViewProps, "words" | "language"> & { rows: readonly (readonly Cell[])[] }): JSX.Element {
  const columns = rows[0]?.length ?? 0;
  return (
    <>
      <table class="history">
        <tbody>
          {rows.slice(0, most.rows).map((row) => (
            <tr>
              {row.slice(0, most.columns).map((cell) => (
                <td class={typeof cell === "object" ? "number" : undefined}>
                  {cut(cellText(cell, language), most.text)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length * columns > 1 && <p class="hint">{words.tableSize(rows.length, columns)}</p>}
    </>
  );
}

/** The sources of an answer's figures. The first few, with a button for the rest. */
export function Sources({ trace, words, language }: AnswerProps): JSX.Element {
  const { shown, more } = useFew(sourcesOf(trace.figures), most.sources, words);
  return (
    <>
      {shown.map((id) => (
        <SourceLine key={id} id={id} words={words} language={language} />
      ))}
      {more}
    </>
  );
}
