import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useReducer, useRef } from "preact/hooks";
import type { Controller } from "./controller/controller";
import { htmlLang } from "./language";
import { messages } from "./messages";
import { Boundary } from "./parts/boundary";
import { Button } from "./parts/controls";
import { NoticeArea } from "./parts/notice";
import { Tabs } from "./parts/tabs";
import { languageOf, type State, type Tab } from "./state";
import type { Store } from "./store";
import { BuildView } from "./views/build";
import { Check } from "./views/check";
import { Explore } from "./views/explore";
import type { ViewProps } from "./views/frame";
import { IndicatorView } from "./views/indicator";
import { Settings } from "./views/settings";
import { Sheets } from "./views/sheets";

/** The view of each tab, in the order of the tabs. */
const views: Readonly<Record<Tab, (props: ViewProps) => JSX.Element>> = {
  explore: (props) =>
    props.state.indicator ? (
      <IndicatorView {...props} code={props.state.indicator} />
    ) : (
      <Explore {...props} />
    ),
  build: BuildView,
  sheets: Sheets,
  check: Check,
  settings: Settings,
};
const tabs = Object.keys(views) as Tab[];

interface AppProps {
  store: Store<State>;
  controller: Controller;
  /** Called when the user dismisses the introduction. */
  onFirstRunRead: () => void;
}

/** The pane: tabs, one view, and the area for messages. */
export function App({ store, controller, onFirstRunRead }: AppProps): JSX.Element {
  const [, redraw] = useReducer<number, undefined>((count) => count + 1, 0);
  // Before anything can be clicked, so that no click is drawn late.
  useLayoutEffect(() => store.subscribe(() => redraw(undefined)), [store]);
  // Draws changes that happened during the first drawing.
  useEffect(() => redraw(undefined), [store]);
  const state = store.get();
  const View = views[state.tab];
  const language = languageOf(state);
  const words = messages(language);
  useEffect(() => {
    document.documentElement.lang = htmlLang(language);
    document.title = words.paneName;
  }, [language, words]);
  const { place, refocus } = useFocusKept();
  const props: ViewProps = { state, language, words, controller, show: (change) => store.set(change) };
  const open = (tab: Tab) => {
    if (tab === store.get().tab) return;
    // A message is removed with its view, except the one that no workbook is connected.
    store.set({ tab, ...(store.get().connection === "connected" ? { notice: undefined } : {}) });
    if (tab === "sheets") void controller.refreshBlocks();
  };

  return (
    <>
      <header>
        <h1 class="unseen">{words.paneName}</h1>
        <Tabs
          label={words.tabs}
          tabs={tabs.map((tab) => ({ value: tab, label: words[tab] }))}
          value={state.tab}
          onChange={open}
        />
      </header>
      <main
        key={state.tab + (state.indicator ?? "")}
        onFocusIn={(event) => (place.current = within(event.target as HTMLElement))}
      >
        <div id="view" role="tabpanel" aria-labelledby={`tab-${state.tab}`}>
          {state.firstRun && state.tab === "explore" && !state.indicator && (
            <FirstRun
              words={words}
              onRead={() => {
                store.set({ firstRun: false });
                onFirstRunRead();
              }}
            />
          )}
          <Boundary words={words}>
            <View {...props} />
          </Boundary>
        </div>
      </main>
      <NoticeArea
        notice={state.notice}
        busy={state.busy}
        words={words}
        language={language}
        onUsed={refocus}
        onDismiss={() => store.set({ notice: undefined })}
      />
    </>
  );
}

/**
 * Keeps the focus in the pane. A button may disappear with its message, or be disabled by its own action: then the
 * element near it gets the focus.
 * @returns `place`, to be set to the element that has the focus, with its ancestors
 */
function useFocusKept(): { place: { current: readonly HTMLElement[] }; refocus: () => void } {
  const place = useRef<readonly HTMLElement[]>([]);
  const refocus = () => focusNear(place.current);
  useEffect(() => {
    const keepFocus = () => {
      const [last] = place.current;
      const isLost = document.hasFocus() && document.activeElement === document.body;
      if (last && isLost && (!last.isConnected || last.matches(":disabled"))) refocus();
    };
    keepFocus();
    // A disabled element loses the focus only when the next frame is drawn, without an event.
    let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(keepFocus)));
    return () => cancelAnimationFrame(frame);
  });
  return { place, refocus };
}

/** The introduction that the pane shows when it is opened for the first time. */
function FirstRun({ words, onRead }: Pick<ViewProps, "words"> & { onRead: () => void }): JSX.Element {
  return (
    <div class="first-run">
      <div>
        <p>{words.firstRunWhat}</p>
        <p>{words.firstRunHow}</p>
      </div>
      <Button appearance="subtle" small icon="close" label={words.gotIt} onClick={onRead} />
    </div>
  );
}

/** An element and its ancestors, up to the view. */
function within(element: HTMLElement | null): HTMLElement[] {
  return element && element.tagName !== "MAIN" ? [element, ...within(element.parentElement)] : [];
}

/** Gives the focus to the first of these that is still there and can take it. */
function focusNear([control, ...around]: readonly HTMLElement[]): void {
  control?.focus();
  for (const element of around) {
    if (document.activeElement !== document.body) return;
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }
}
