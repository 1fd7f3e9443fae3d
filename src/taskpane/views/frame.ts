import type { Language } from "../../dataset";
import type { Controller } from "../controller/controller";
import type { Messages } from "../messages";
import type { State } from "../state";

/** The properties of every view. */
export interface ViewProps {
  state: State;
  language: Language;
  words: Messages;
  controller: Controller;
  /** Changes what is shown. Only the controller changes the workbook. */
  show: (change: Partial<State>) => void;
}
