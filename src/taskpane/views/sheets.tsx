import type { JSX } from "preact";
import { indicatorOf, periodLabel, type Period } from "../../dataset";
import { periodsOffered, templateName, templates } from "../../sheets/templates/templates";
import type { Block } from "../../workbook/outcome";
import { sheetToInsert } from "../defaults";
import { nextPeriod, periodsOfBlock } from "../model/blockPeriods";
import { Button, Choice, Section, Select } from "../parts/controls";
import { InsertButton } from "../parts/insert-button";
import { PlaceChoice } from "../parts/place-choice";
import { SheetPicture } from "../parts/sheet-picture";
import { CustomFields } from "./custom-fields";
import type { ViewProps } from "./frame";

/** Summary sheets to insert, and the blocks in this workbook. Blocks are listed only with a workbook. */
export function Sheets(props: ViewProps): JSX.Element {
  const { state, words, language, show } = props;
  const { sheet } = state;
  const change = (part: Partial<typeof sheet>) => show({ sheet: { ...sheet, ...part } });
  const { asof } = state.settings;
  const periods = periodsOffered(sheet.template, asof);
  const insertion = sheetToInsert(state, periods);
  const inLanguage = sheet.language ?? language;
  const hasWorkbook = state.connection !== "outside" && state.connection !== "incomplete";
  return (
    <div class="view">
      <h2 class="unseen">{words.sheets}</h2>
      <Section title={words.templates}>
        <Templates {...props} onChange={(template) => change({ template })} />
        {sheet.template === "own" ? (
          <CustomFields {...props} />
        ) : (
          <Select
            label={words.period}
            value={insertion?.period ?? (periods[0] as Period)}
            options={periods.map((value) => ({ value, label: periodLabel(value, language) }))}
            onChange={(value: Period) => change({ period: value })}
          />
        )}
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
        <PlaceChoice {...props} place={sheet.place} onChange={(place) => change({ place })} />
        <InsertButton
          {...props}
          into={inLanguage}
          insertion={insertion}
          place={sheet.place}
          label={sheet.place === "new-sheet" ? words.insertOnNewSheet : words.insert}
        />
      </Section>
      {hasWorkbook && <Inserted {...props} />}
    </div>
  );
}

/** The templates, each with its picture. */
function Templates({
  state,
  words,
  language,
  onChange,
}: ViewProps & { onChange: (template: ViewProps["state"]["sheet"]["template"]) => void }): JSX.Element {
  return (
    <fieldset class="templates">
      <legend class="unseen">{words.templates}</legend>
      {templates.map(({ id, name, hint }) => (
        <label key={id} class="template">
          <input
            type="radio"
            name="template"
            value={id}
            checked={id === state.sheet.template}
            onChange={() => onChange(id)}
          />
          <SheetPicture template={id} />
          <span>
            <b>{name[language]}</b>
            <span class="hint">{hint[language]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The blocks in this workbook. */
function Inserted(props: ViewProps): JSX.Element {
  const { state, words } = props;
  return (
    <Section title={words.inserted}>
      {state.blocks && state.blocks.length > 0 && <p class="hint">{words.keptHint}</p>}
      {state.blocks === undefined && <p class="hint">{words.readingBlocks}</p>}
      {state.blocks?.length === 0 && <p class="hint">{words.noBlocks}</p>}
      {state.blocks && state.blocks.length > 0 && (
        <ul class="blocks">
          {state.blocks.map((block) => (
            <BlockItem key={block.id} block={block} {...props} />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** A block with its actions. */
function BlockItem({ block, state, words, language, controller }: ViewProps & { block: Block }): JSX.Element {
  const name = blockName(block, words, language);
  const { insertion } = block;
  const periods = periodsOfBlock(block, state.settings.asof);
  const following = insertion.kind === "sources" ? undefined : nextPeriod(insertion.period, periods);
  const changePeriod = (period: Period) => {
    if (insertion.kind !== "sources")
      void controller.update({ ...block, insertion: { ...insertion, period } });
  };
  const does = (icon: "goto" | "update" | "remove", label: string, run: () => void) => (
    <Button appearance="subtle" small icon={icon} label={label} of={name} onClick={run} />
  );
  return (
    <li>
      <div>
        <b>{name}</b>
        <p class="hint">{words.joined(block.sheet, block.address)}</p>
        {block.unfinished && <p class="in-the-way">{words.halfWritten}</p>}
        {insertion.kind !== "sources" && periods.length > 1 && (
          <div class="block-period">
            <Select
              label={words.periodOf(name)}
              hideLabel
              value={insertion.period}
              options={periods.map((value) => ({ value, label: periodLabel(value, language) }))}
              onChange={changePeriod}
            />
            {following && (
              <Button small of={periodLabel(following, language)} onClick={() => changePeriod(following)}>
                {words.nextPeriod}
              </Button>
            )}
          </div>
        )}
      </div>
      <div class="block-acts">
        {does("goto", words.goTo, () => void controller.goTo(block.sheet, block.address))}
        {does("update", words.update, () => void controller.update(block))}
        {does("remove", words.remove, () => void controller.remove(block.id))}
      </div>
    </li>
  );
}

function blockName({ insertion }: Block, words: ViewProps["words"], language: ViewProps["language"]): string {
  // A list of sources is never a block.
  if (insertion.kind === "sources") return words.sources;
  const period = periodLabel(insertion.period, language);
  if (insertion.kind === "summary") return words.joined(templateName(insertion.template)[language], period);
  const [first, ...more] = insertion.indicators;
  const label = first ? indicatorOf(first).label[language] : "";
  const content = words.joined(`${label}${more.length > 0 ? ` +${more.length}` : ""}`, period);
  // Distinguishes a table and a chart of the same figures.
  return words.joined(insertion.kind === "chart" ? words.asChart : words.asTable, content);
}
