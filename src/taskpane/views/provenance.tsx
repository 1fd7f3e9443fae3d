import type { JSX } from "preact";
import { dateLabel, figureText, relationLines, sourceOf, type SourceId } from "../../dataset";
import { caveatsOf } from "../model/caveats";
import { figureAs } from "../model/figures";
import { Section } from "../parts/controls";
import { Icon } from "../parts/icon";
import type { ViewProps } from "./frame";
import type { Opened } from "../model/opened";

/** Where the figure comes from, what to know before using it, and what others published for the same period. */
export function Provenance({ words, language, view }: ViewProps & { view: Opened }): JSX.Element {
  const { figure, other, indicator } = view;
  const shown = figure ?? other;
  const relations = relationLines(indicator.code, language);
  const caveats = shown ? caveatsOf(shown, words, language) : [];
  return (
    <>
      {shown && (
        <Section title={words.source}>
          <SourceLine id={shown.observation.source} words={words} language={language} />
        </Section>
      )}
      {caveats.length > 0 && (
        <Section title={words.caveats}>
          <ul class="notes">
            {caveats.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Section>
      )}
      {figure && figure.others.length > 0 && (
        <Section title={words.others}>
          <ul class="others">
            {figure.others.map((observation) => (
              <li key={observation.source + observation.vintage}>
                <b>{figureText(figureAs(figure, observation), language)}</b>
                <SourceLine id={observation.source} words={words} language={language} />
              </li>
            ))}
          </ul>
          <p class="hint">{words.othersHint}</p>
        </Section>
      )}
      <Section title={words.about}>
        <p>{indicator.description[language]}</p>
        {relations.length > 0 && (
          <ul class="notes">
            {relations.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        <dl class="facts">
          <dt>{words.code}</dt>
          <dd>
            <code>{indicator.code}</code>
          </dd>
        </dl>
      </Section>
    </>
  );
}

/** Publisher, title and date of a source, with its link where one is known. */
export function SourceLine({
  id,
  words,
  language,
}: { id: SourceId } & Pick<ViewProps, "words" | "language">): JSX.Element {
  const source = sourceOf(id);
  const [by, date, relay] = [
    source.publisherLabel[language],
    dateLabel(source.published, language),
    source.relayLabel[language],
  ];
  const line = relay ? words.relayed(by, date, relay) : words.released(by, date);
  return (
    <p class="source">
      {line}
      <br />
      {source.url ? (
        <a
          href={source.url}
          lang={source.language}
          target="_blank"
          rel="noopener noreferrer"
          title={words.opensOutside}
        >
          {source.title}
          <Icon name="open" />
        </a>
      ) : (
        <span class="hint">
          {source.title} ({words.noLink})
        </span>
      )}
    </p>
  );
}
