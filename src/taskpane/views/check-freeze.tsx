import type { JSX } from "preact";
import type { FreezeScope } from "../../workbook/api";
import { Button, Section, Select } from "../parts/controls";
import type { ViewProps } from "./frame";

const scopes: readonly FreezeScope[] = ["workbook", "sheet", "selection", "copy"];

/**
 * Replaces formulas by values for people without the add-in, and restores them. "copy" freezes the workbook and says
 * how to save a copy and thaw again.
 */
export function Freezing({ state, words, controller, show }: ViewProps): JSX.Element {
  const scope = state.freezeIn;
  return (
    <Section title={words.freezing}>
      <p class="hint">{words.freezingHint}</p>
      <Select
        label={words.freezeWhat}
        value={scope}
        options={scopes.map((value) => ({ value, label: words[`freeze-${value}`] }))}
        onChange={(freezeIn) => show({ freezeIn })}
        {...(scope === "copy" ? { hint: words.freezeCopyHint } : {})}
      />
      <div class="acts">
        <Button onClick={() => void controller.freeze(scope)}>{words.freeze}</Button>
        <Button onClick={() => void controller.thaw(scope === "copy" ? "workbook" : scope)}>
          {words.thaw}
        </Button>
      </div>
    </Section>
  );
}
