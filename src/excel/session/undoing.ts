import type { Plan } from "../../sheets/plan";
import type { Target } from "../inserting/target";
import type { Reading } from "../reading/placeReading";
import type { NameSeen } from "../reading/sheetQuestions";

/** What was written, and what was there before. */
export interface Undoing {
  plan: Plan;
  target: Target;
  before: Reading;
}

/** The sheet's present content. */
export interface PresentState {
  charts: readonly string[];
  tables: readonly string[];
  names: readonly NameSeen[];
  properties: ReadonlyMap<string, string>;
  breaks: readonly number[];
}
