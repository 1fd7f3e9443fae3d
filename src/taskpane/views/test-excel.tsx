import type { JSX } from "preact";
import type { Tested } from "../../workbook/selfTest";
import { Button, Section } from "../parts/controls";
import { useFew } from "../parts/few";
import type { ViewProps } from "./frame";

/** The number of failed checks shown at first. */
const few = 6;

/** The self-test: what it does, its progress, and its report. */
export function TestExcel({ state, words, language, controller }: ViewProps): JSX.Element {
  const { tested, testing, busy } = state;
  return (
    <Section title={words.testExcel}>
      <p class="hint" id="test-hint">
        {words.testExcelHint}
      </p>
      <Button
        class="start-plain"
        describedBy="test-hint"
        disabled={busy !== undefined}
        onClick={() => void controller.testExcel()}
      >
        {tested ? words.testAgain : words.testExcel}
      </Button>
      <p class="hint" role="status">
        {testing && words.testingNow(testing[language])}
      </p>
      {tested && !testing && (
        <Report tested={tested} language={language} words={words} controller={controller} />
      )}
    </Section>
  );
}

/** The report, failed checks first. */
function Report({
  tested,
  language,
  words,
  controller,
}: { tested: Tested } & Pick<ViewProps, "language" | "words" | "controller">): JSX.Element {
  const { report, summary, lines, text } = tested;
  const notWell = lines.filter(({ verdict }) => verdict !== "works");
  const { shown, more } = useFew(notWell, few, words);
  const line = ({ check, verdict, text: said, details }: Tested["lines"][number]) => (
    <li key={check} class={verdict === "differs" || verdict === "refused" ? "warning" : ""}>
      <div>
        <b>{said[language]}</b>
        {details.map((detail) => (
          <p key={detail.en}>{detail[language]}</p>
        ))}
      </div>
    </li>
  );
  return (
    <>
      <p>{summary[language]}</p>
      <div class="acts">
        <Button icon="copy" onClick={() => void controller.copy(text[language], (now) => now.reportCopied)}>
          {words.copyReport}
        </Button>
        <Button
          icon="copy"
          appearance="subtle"
          onClick={() => void controller.copy(JSON.stringify(report), (now) => now.reportCopied)}
        >
          {words.copyReportJson}
        </Button>
      </div>
      {notWell.length > 0 && <ul class="findings">{shown.map(line)}</ul>}
      {more}
      <details>
        <summary>{words.allChecks(lines.length)}</summary>
        <ul>
          {lines.map(({ check, text: said }) => (
            <li key={check}>{said[language]}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
