import renderToString from "preact-render-to-string";
import type { Language } from "../dataset";
import { App } from "./app";
import { createPane } from "./pane";

/**
 * The pane's first view as HTML. The build writes it into the page, so that the key figures are readable before any
 * large script is loaded; `first.ts` shows it, and `taskpane.tsx` replaces it by the working pane.
 */
export function firstScreen(language: Language): string {
  const { store, controller } = createPane(language, true);
  return renderToString(<App store={store} controller={controller} onFirstRunRead={() => {}} />);
}
