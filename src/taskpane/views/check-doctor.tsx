import type { JSX } from "preact";
import type { Finding } from "../../workbook/finding";
import { Button, Section } from "../parts/controls";
import { Icon } from "../parts/icon";
import type { ViewProps } from "./frame";

/** The doctor: finds broken or outdated formulas and blocks, and repairs them. */
export function Doctor(props: ViewProps): JSX.Element {
  const { state, words, controller } = props;
  const { findings } = state;
  const mendable = findings?.filter((finding) => finding.mendable) ?? [];
  return (
    <Section title={words.doctor}>
      <p class="hint">{words.doctorHint}</p>
      <div class="acts">
        <Button onClick={() => void controller.examine()}>
          {findings ? words.examineAgain : words.examine}
        </Button>
        {mendable.length > 1 && (
          <Button onClick={() => void controller.mend(mendable)}>{words.mendAll(mendable.length)}</Button>
        )}
      </div>
      <div role="status">
        {findings && <p>{findings.length === 0 ? words.healthy : words.findingCount(findings.length)}</p>}
      </div>
      {findings && findings.length > 0 && (
        <ul class="findings">
          {findings.map((finding) => (
            <FindingItem key={finding.kind + finding.sheet + finding.address} finding={finding} {...props} />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** A finding, with what mends it: repair, or formulas to use instead. */
function FindingItem({
  finding,
  words,
  language,
  controller,
}: ViewProps & { finding: Finding }): JSX.Element {
  const { kind, sheet, address, cause, mendable, remedies = [] } = finding;
  const place = address ? words.joined(sheet, address) : sheet;
  return (
    <li class={mendable ? "warning" : ""}>
      <Icon name={mendable ? "warning" : "info"} />
      <div>
        <b>{words[`finding-${kind}`]}</b>
        <p>{cause[language]}</p>
        <div class="row">
          <span class="hint">{place}</span>
          {address && (
            <Button
              small
              icon="goto"
              label={words.goTo}
              of={place}
              onClick={() => void controller.goTo(sheet, address)}
            />
          )}
          {mendable && (
            <Button small onClick={() => void controller.mend([finding])}>
              {words.mend}
            </Button>
          )}
          {remedies.map((remedy) => (
            <Button
              small
              key={remedy.formula}
              of={place}
              label={remedy.label[language]}
              onClick={() => void controller.remedy(finding, remedy)}
            >
              {remedy.label[language]}
            </Button>
          ))}
        </div>
      </div>
    </li>
  );
}
