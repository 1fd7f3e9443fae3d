import type { Language } from "../../dataset";
import type { Acts } from "../acts";
import type { Messages } from "../messages";
import type { State } from "../state";

/** What every view gets: the state, the words, and what it may do. A view is a function of this. */
export interface ViewProps {
  state: State;
  language: Language;
  words: Messages;
  acts: Acts;
  /** Changes what is shown; the workbook is changed by acts only. */
  show: (change: Partial<State>) => void;
}
