import type { JSX } from "preact";
import { liveStore } from "../../dataset";
import { Button, Section } from "../parts/controls";
import { useFew } from "../parts/few";
import type { ViewProps } from "./frame";

/** The number of findings listed at first. */
const few = 6;

/**
 * The user's tables in the data, and the button that adds one. What is wrong with a table stands between, cell by
 * cell.
 */
export function UserTables(props: ViewProps): JSX.Element {
  const { words, controller } = props;
  const tables = (liveStore.parts ?? []).slice(1);
  return (
    <Section title={words.userTables}>
      <p class="hint">{words.userTablesHint}</p>
      <div class="acts">
        <Button class="start-plain" onClick={() => void controller.useTable()}>
          {words.useTable}
        </Button>
        <Button
          icon="copy"
          appearance="subtle"
          onClick={() => void controller.copy(words.ownExample, (now) => now.exampleCopied)}
        >
          {words.copyExample}
        </Button>
      </div>
      <Wrong {...props} />
      {tables.length > 0 && (
        <ul class="blocks">
          {tables.map(({ version: name, indicators, count }) => (
            <li key={name}>
              <div>
                <b>{name}</b>
                <p class="hint">{words.tableCounts(indicators.length, count)}</p>
              </div>
              <div class="block-acts">
                <Button
                  appearance="subtle"
                  small
                  icon="update"
                  label={words.readAgain}
                  of={name}
                  onClick={() => void controller.useTable(name)}
                />
                <Button
                  appearance="subtle"
                  small
                  icon="remove"
                  label={words.remove}
                  of={name}
                  onClick={() => void controller.dropTable(name)}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Why a table cannot join, cell by cell. */
function Wrong({ state, words, language, controller }: ViewProps): JSX.Element | null {
  const { sheet = "", findings = [] } = state.userTableWrong ?? {};
  const { shown, more } = useFew(findings, few, words);
  if (!state.userTableWrong) return null;
  return (
    <>
      <ul class="findings">
        {shown.map(({ address, text }) => (
          <li key={address + text.en} class="warning">
            <div>
              <b>{address}</b>
              <p>{text[language]}</p>
            </div>
            <Button
              appearance="subtle"
              small
              icon="goto"
              label={words.goTo}
              of={address}
              onClick={() => void controller.goTo(sheet, address)}
            />
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
