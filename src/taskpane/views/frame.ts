import type { Language } from "../../dataset";
import type { Controller } from "../controller/controller";
import type { Messages } from "../messages";
import type { State } from "../state";

/** What every view gets: the state, the words, and what it may do. A view is a function of this. */
export interface ViewProps {
  state: State;
  language: Language;
  words: Messages;
  controller: Controller;
  /** Changes what is shown; the workbook is changed by the controller only. */
  show: (change: Partial<State>) => void;
}
