import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { liveStore, indicatorOf, isUserIndicator, seek, type Indicator } from "../../dataset";
import { openIndicator } from "../navigation";
import { Button, Section } from "../parts/controls";
import { Icon } from "../parts/icon";
import { SearchField } from "../parts/search-field";
import { SelectedCell } from "../parts/selected";
import type { ViewProps } from "./frame";
import { KeyFigures } from "./key-figures";
import { Results } from "./results";

/** The first view: search, key figures of the reference period, themes. */
export function Explore(props: ViewProps): JSX.Element {
  const { state, words, show } = props;
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const typed = state.query.trim();
  const listed: readonly Indicator[] | undefined = typed
    ? userTablesFirst(seek(typed))
    : state.theme && liveStore.indicators.filter((indicator) => indicator.theme === state.theme);

  const view = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!state.closedIndicator) return;
    view.current?.querySelector<HTMLElement>(`[data-code="${state.closedIndicator}"]`)?.focus();
    show({ closedIndicator: undefined });
  }, []);

  return (
    <div class="view" ref={view}>
      <h2 class="unseen">{words.explore}</h2>
      <SelectedCell {...props} />
      <search>
        <SearchField
          field={field}
          label={words.searchLabel}
          hint={words.searchHint}
          value={state.query}
          onInput={(query) => show({ query })}
          onEnter={() => list.current?.querySelector("button")?.click()}
          onDown={listed?.length ? () => list.current?.querySelector("button")?.focus() : undefined}
        >
          {state.query && (
            <Button
              appearance="subtle"
              small
              icon="close"
              label={words.clearSearch}
              onClick={() => {
                show({ query: "" });
                field.current?.focus();
              }}
            />
          )}
        </SearchField>
      </search>
      <p class="unseen" role="status">
        {listed && (listed.length ? words.resultCount(listed.length) : words.nothingFound(typed))}
      </p>
      {listed ? (
        <Results {...props} indicators={listed} listRef={list} onLeave={() => field.current?.focus()} />
      ) : (
        <Start {...props} />
      )}
    </div>
  );
}

/** What is below the empty search field: recent indicators, key figures, themes, help. */
function Start(props: ViewProps): JSX.Element {
  const { words, language, show } = props;
  return (
    <>
      <Shortlist {...props} />
      <KeyFigures {...props} />
      <Section title={words.themes}>
        <ul class="themes">
          {liveStore.themes.map((theme) => (
            <li key={theme.code}>
              <button type="button" class="chip" onClick={() => show({ theme: theme.code })}>
                {theme.label[language]}
              </button>
            </li>
          ))}
        </ul>
      </Section>
      <p class="hint centred">
        <a
          href={language === "zh" ? "help.zh-CN.html" : "help.html"}
          target="_blank"
          rel="noopener"
          title={words.opensOutside}
        >
          {words.help}
        </a>
      </p>
    </>
  );
}

/** Puts results from the user's tables first. */
const userTablesFirst = (indicators: readonly Indicator[]): readonly Indicator[] =>
  [...indicators].sort((a, b) => Number(isUserIndicator(b)) - Number(isUserIndicator(a)));

/** Links to the pinned and recently opened indicators. */
function Shortlist({ state, words, language, show }: ViewProps): JSX.Element | null {
  const { pinned, recent } = state;
  const codes = [...pinned, ...recent.filter((code) => !pinned.includes(code))];
  if (codes.length === 0) return null;
  return (
    <Section title={words.shortlist}>
      <ul class="themes">
        {codes.map((code) => (
          <li key={code}>
            <button type="button" class="chip" data-code={code} onClick={() => show(openIndicator(code))}>
              {pinned.includes(code) && <Icon name="pin" />}
              {indicatorOf(code).label[language]}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
