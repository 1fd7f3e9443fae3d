import type { JSX } from "preact";
import { indicatorOf, periodLabel, type Period } from "../../dataset";
import type { Block } from "../../report/actions";
import { summaryPeriod } from "../defaults";
import { allPeriods } from "../model/figures";
import { Button, Choice, Section, Select } from "../parts/controls";
import { SheetPicture } from "../parts/sheet-picture";
import type { ViewProps } from "./frame";

/** Summary sheets to insert, and what of ours stands in this workbook. */
export function Sheets(props: ViewProps): JSX.Element {
  const { state, words, language, acts, show } = props;
  const { sheet } = state;
  const change = (part: Partial<typeof sheet>) => show({ sheet: { ...sheet, ...part } });
  const periods = allPeriods();
  const period = sheet.period ?? summaryPeriod(state);
  const inLanguage = sheet.language ?? language;
  return (
    <div class="view">
      <h2 class="unseen">{words.sheets}</h2>
      <Section title={words.templates}>
        <div class="template">
          <SheetPicture />
          <div>
            <h4>{words.atAGlance}</h4>
            <p class="hint">{words.atAGlanceHint}</p>
          </div>
        </div>
        <Select
          label={words.period}
          value={period}
          options={periods.map((value) => ({ value, label: periodLabel(value, language) }))}
          onChange={(value: Period) => change({ period: value })}
        />
        <Choice
          label={words.language}
          value={inLanguage}
          options={[
            { value: "en", label: words.english },
            { value: "zh", label: words.chinese },
          ]}
          onChange={(value) => change({ language: value })}
        />
        <Choice
          label={words.cells}
          value={sheet.live ? "live" : "frozen"}
          options={[
            { value: "live", label: words.live },
            { value: "frozen", label: words.frozen },
          ]}
          onChange={(value) => change({ live: value === "live" })}
          hint={sheet.live ? words.liveHint : words.frozenHint}
        />
        <Button
          class="wide"
          look="primary"
          onClick={() =>
            void acts.insert(
              { kind: "summary", template: sheet.template, period, live: sheet.live },
              { kind: "new-sheet" },
              inLanguage,
            )
          }
        >
          {words.insertOnNewSheet}
        </Button>
      </Section>
      <Section title={words.inserted}>
        {state.connection === "connected" && state.blocks === undefined && (
          <p class="hint">{words.readingBlocks}</p>
        )}
        {(state.connection !== "connected" || state.blocks?.length === 0) && (
          <p class="hint">{words.noBlocks}</p>
        )}
        <ul class="blocks">
          {state.blocks?.map((block) => (
            <BlockItem key={block.id} block={block} {...props} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** One inserted block with what can be done to it. */
function BlockItem({ block, words, language, acts }: ViewProps & { block: Block }): JSX.Element {
  const name = blockName(block, words, language);
  const does = (icon: "goto" | "update" | "remove", label: string, run: () => void) => (
    <Button look="subtle" small icon={icon} label={label} of={name} onClick={run} />
  );
  return (
    <li>
      <div>
        <b>{name}</b>
        <p class="hint">{words.blockAt(block.sheet, block.address)}</p>
      </div>
      <div class="block-acts">
        {does("goto", words.goTo, () => void acts.goTo(block.sheet, block.address))}
        {does("update", words.update, () => void acts.update(block))}
        {does("remove", words.remove, () => void acts.remove(block.id))}
      </div>
    </li>
  );
}

function blockName({ insertion }: Block, words: ViewProps["words"], language: ViewProps["language"]): string {
  // A list of sources is cells, and never a block.
  if (insertion.kind === "sources") return words.sources;
  const period = periodLabel(insertion.period, language);
  if (insertion.kind === "summary") return `${words.atAGlance}, ${period}`;
  const [first, ...more] = insertion.indicators;
  const label = first ? indicatorOf(first).label[language] : "";
  return `${label}${more.length > 0 ? ` +${more.length}` : ""}, ${period}`;
}
