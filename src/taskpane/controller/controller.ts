import type { Language } from "../../dataset";
import type { Actions, FreezeScope, SettingKey } from "../../workbook/api";
import type { Finding, Remedy } from "../../workbook/finding";
import type { Insertion, Place } from "../../workbook/insertion";
import type { Block } from "../../workbook/outcome";
import type { ReadValues } from "../model/trace";
import type { Notice } from "../state";

/** The pane's actions on the workbook. Each reports by a notice in the state; none throws. */
export interface Controller {
  /** Inserts, and offers "Go to" and "Undo", or a way round what was in the way. */
  insert(insertion: Insertion, place: Place, language?: Language): Promise<void>;
  /**
   * Asks what an insertion would do, so that the view can show it beforehand. Only the last of several questions is
   * answered.
   */
  preview(insertion: Insertion, place: Place, language: Language): Promise<void>;
  /** Forgets the last answer, and ignores one that is still to come. */
  forgetPreview(): void;
  /** Updates a block in its place from the data in use. */
  update(block: Pick<Block, "id" | "insertion" | "language">): Promise<void>;
  remove(block: string): Promise<void>;
  goTo(sheet: string, address: string, show?: boolean): Promise<void>;
  /** Saves a setting in the workbook (undefined: back to the default). `done` is what the notice says. */
  save(key: SettingKey, value: string | boolean | undefined, done: Notice["text"]): Promise<void>;
  /** Joins a table of the user's to the data: the selected one, or the one with this name again. */
  useTable(name?: string): Promise<void>;
  dropTable(name: string): Promise<void>;
  /** Tests the Excel that it runs in, on sheets of its own. */
  testExcel(): Promise<void>;
  /** Puts a text on the clipboard; where that is forbidden, shows it for copying by hand. */
  copy(text: string, done: Notice["text"]): Promise<void>;
  /** Reads the list of our blocks in the workbook again. */
  refreshBlocks(): Promise<void>;
  /** Looks for figures that do not compare. */
  compare(): Promise<void>;
  /** Reads the sources of the selected cells again. */
  refreshCited(): Promise<void>;
  /** Turns formulas of ours into values, and offers "Undo". */
  freeze(scope: FreezeScope): Promise<void>;
  thaw(scope: Exclude<FreezeScope, "copy">): Promise<void>;
  /** Looks for what is wrong with formulas and blocks of ours. */
  examine(): Promise<void>;
  /** Mends, and looks again. */
  mend(findings: readonly Finding[]): Promise<void>;
  /** Writes a formula that gives an answer in place of one that the doctor found, offers "Undo", and looks again. */
  remedy(finding: Finding, remedy: Remedy): Promise<void>;
  /**
   * Writes a formula into a cell that still holds `expected`, and offers to put back what was there. Resolves to the
   * formula as Excel keeps it, or undefined where it was not written.
   */
  write(...given: Parameters<Actions["writeFormula"]>): Promise<string | undefined>;
  /** What cells hold; undefined where they could not be read. Says nothing. */
  readValues: ReadValues;
  /** Reads where the selection is and what it holds now. */
  follow(): Promise<void>;
}
