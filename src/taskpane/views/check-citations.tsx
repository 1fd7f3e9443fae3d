import type { JSX } from "preact";
import { listStyles, sourceTextsOf, type ListStyle } from "../../dataset/sourceTexts";
import { today } from "../../dataset/time/today";
import { Button, Section, Select } from "../parts/controls";
import type { ViewProps } from "./frame";

const styleNames: Readonly<Record<Exclude<ListStyle, "text">, string>> = {
  apa: "APA",
  gbt7714: "GB/T 7714",
  bibtex: "BibTeX",
};

/**
 * The sources of the selected cells, to copy or to insert below them. Cells whose formulas cannot be read here are
 * counted.
 */
export function Citations({ state, words, language, controller, show }: ViewProps): JSX.Element {
  const { cited, citationStyle: style } = state;
  const texts = cited ? sourceTextsOf(cited.sources, style, language, today()) : [];
  const rows = 1 + texts.reduce((lines, text) => lines + text.split("\n").length, 0);
  return (
    <Section title={words.citations}>
      <p class="hint">{words.citationsHint}</p>
      <Button class="start-plain" onClick={() => void controller.refreshCited()}>
        {words.listSources}
      </Button>
      <div role="status">
        {cited && (
          <p>
            {texts.length === 0
              ? words.noSources(cited.address)
              : words.sourcesOf(texts.length, cited.address)}
          </p>
        )}
        {cited && cited.unread > 0 && <p class="hint">{words.unreadCells(cited.unread)}</p>}
      </div>
      {cited && texts.length > 0 && (
        <>
          <Select<ListStyle>
            label={words.style}
            value={style}
            options={listStyles.map((value) => ({
              value,
              label: value === "text" ? words.styleText : styleNames[value],
            }))}
            onChange={(citationStyle) => show({ citationStyle })}
          />
          <ul class={style === "bibtex" ? "sources code" : "sources"}>
            {texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <div class="acts">
            <Button
              icon="copy"
              onClick={() => void controller.copy(texts.join("\n"), (now) => now.listCopied)}
            >
              {words.copyList}
            </Button>
            <Button
              onClick={() =>
                void controller.insert(
                  { kind: "sources", sources: cited.sources, style, accessed: today() },
                  { kind: "at", sheet: cited.sheet, address: cited.below(rows) },
                )
              }
            >
              {words.insertBelow}
            </Button>
          </div>
        </>
      )}
    </Section>
  );
}
