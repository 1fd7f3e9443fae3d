import renderToString from "preact-render-to-string";
import type { Language } from "../dataset";
import { App } from "./app";
import { createPane } from "./pane";

/**
 * The pane as it first appears, as HTML. The build puts it into the page, so that the key figures can be read before any
 * large script has come; `first.ts` shows it, and `taskpane.tsx` puts the living pane in its place.
 */
export function firstScreen(language: Language): string {
  const { store, controller } = createPane(language, true);
  return renderToString(<App store={store} controller={controller} onFirstRunRead={() => {}} />);
}
