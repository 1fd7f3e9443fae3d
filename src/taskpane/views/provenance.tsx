import type { JSX } from "preact";
import { copies } from "../../data/copies";
import {
  dateLabel,
  figureText,
  relationLines,
  shownTitle,
  sourceOf,
  type Source,
  type SourceId,
} from "../../dataset";
import { caveatsOf } from "../model/caveats";
import { figureAs } from "../model/figures";
import type { Opened } from "../model/opened";
import { Section } from "../parts/controls";
import { Icon } from "../parts/icon";
import type { ViewProps } from "./frame";

/**
 * The figure's source, its caveats, and what others published for the period. Parts without content are left out;
 * without a figure only the relations.
 */
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

/**
 * Publisher, title and date of a source, with its link if known, then how it was read. A title without a known
 * address is shown without link.
 */
export function SourceLine({
  id,
  words,
  language,
}: { id: SourceId } & Pick<ViewProps, "words" | "language">): JSX.Element {
  const source = sourceOf(id);
  const title = shownTitle(source, language);
  return (
    <>
      <p class="source">
        {words.released(source.publisherLabel[language], dateLabel(source.published, language))}
        <br />
        {source.url ? (
          <OutsideLink url={source.url} text={title} opens={words.opensOutside} />
        ) : (
          <span class="hint">{title}</span>
        )}
      </p>
      <Copy source={source} words={words} language={language} />
    </>
  );
}

/** Who republished the text that was read, with its title and date. */
function Copy({
  source,
  words,
  language,
}: { source: Source } & Pick<ViewProps, "words" | "language">): JSX.Element | null {
  if (source.relay === "") return null;
  const [title = "", written = language, dated = "", url = ""] = copies[source.id] ?? [];
  const described = /^\((.*)\)$/.exec(title)?.[1];
  const name = described === undefined ? title : `[${described}]`;
  return (
    <p class="source hint">
      {words.readAt(source.relayLabel[language], dateLabel(dated, language))}
      <br />
      {url ? (
        <OutsideLink url={url} text={name} opens={words.opensOutside} written={written} />
      ) : (
        <span lang={written}>{name}</span>
      )}
    </p>
  );
}

function OutsideLink(props: { url: string; text: string; opens: string; written?: string }): JSX.Element {
  return (
    <a href={props.url} lang={props.written} target="_blank" rel="noopener noreferrer" title={props.opens}>
      {props.text}
      <Icon name="open" />
    </a>
  );
}
