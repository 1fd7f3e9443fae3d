import type { JSX } from "preact";
import type { Mix } from "../../workbook/finding";
import { Button, Choice, Section } from "../parts/controls";
import { Icon } from "../parts/icon";
import type { ViewProps } from "./frame";

/**
 * The comparability check, with the place of each finding. On the active sheet or all; a change of that forgets the
 * findings.
 */
export function Comparability(props: ViewProps): JSX.Element {
  const { state, words, controller, show } = props;
  const { mixes } = state;
  return (
    <Section title={words.comparability}>
      <p class="hint">{words.comparabilityHint}</p>
      <Choice
        label={words.lookIn}
        hideLabel
        value={state.compareIn}
        options={[
          { value: "sheet", label: words.thisSheet },
          { value: "workbook", label: words.wholeWorkbook },
        ]}
        onChange={(compareIn) => show({ compareIn, mixes: undefined })}
      />
      <Button class="start-plain" onClick={() => void controller.compare()}>
        {mixes ? words.checkAgain : words.checkNow}
      </Button>
      <div role="status">
        {mixes && <p>{mixes.length === 0 ? words.allCompare : words.mixCount(mixes.length)}</p>}
      </div>
      {mixes && mixes.length > 0 && (
        <ul class="findings">
          {mixes.map((mix) => (
            <MixItem key={mix.kind + mix.sheet + mix.address + mix.text.en} mix={mix} {...props} />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** A finding, with the button that selects its cells. */
function MixItem({ mix, words, language, controller }: ViewProps & { mix: Mix }): JSX.Element {
  const { kind, sheet, address, cells, severity } = mix;
  return (
    <li class={severity}>
      <Icon name={severity === "warning" ? "warning" : "info"} />
      <div>
        <b>{words[kind]}</b>
        <p>{mix.text[language]}</p>
        <div class="row">
          <span class="hint">{words.joined(sheet, address)}</span>
          <Button
            small
            icon="goto"
            onClick={() => void controller.goTo(sheet, cells.length === 1 && cells[0] ? cells[0] : address)}
          >
            {words.goTo}
          </Button>
        </div>
      </div>
    </li>
  );
}
