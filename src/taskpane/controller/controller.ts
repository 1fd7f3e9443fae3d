import type { Language } from "../../dataset";
import type { Actions, FreezeScope, SettingKey } from "../../workbook/api";
import type { Finding, Remedy } from "../../workbook/finding";
import type { Insertion, Place } from "../../workbook/insertion";
import type { Block } from "../../workbook/outcome";
import type { ReadValues } from "../model/trace";
import type { Notice } from "../state";

/** The pane's actions on the workbook. Each reports by a message in the state; none throws. */
export interface Controller {
  /** Inserts, and offers "Go to" and "Undo", or ways around an obstacle. */
  insert(insertion: Insertion, place: Place, language?: Language): Promise<void>;
  /** Asks what an insertion would do, for the view. Only the last of several questions is answered. */
  preview(insertion: Insertion, place: Place, language: Language): Promise<void>;
  /** Drops the last answer, and one that is still to come. */
  forgetPreview(): void;
  /** Updates a block from the data in use. */
  update(block: Pick<Block, "id" | "insertion" | "language">): Promise<void>;
  remove(block: string): Promise<void>;
  goTo(sheet: string, address: string, show?: boolean): Promise<void>;
  /** Saves a setting in the workbook (undefined: the default). `done` is the message. */
  save(key: SettingKey, value: string | boolean | undefined, done: Notice["text"]): Promise<void>;
  /** Adds a user's table to the data: the selected one, or the one with this name again. */
  useTable(name?: string): Promise<void>;
  dropTable(name: string): Promise<void>;
  /** Runs the self-test. */
  testExcel(): Promise<void>;
  /** Copies a text; where that is forbidden, shows it for copying by hand. */
  copy(text: string, done: Notice["text"]): Promise<void>;
  /** Reads the list of blocks again. */
  refreshBlocks(): Promise<void>;
  /** Runs the comparability check. */
  compare(): Promise<void>;
  /** Reads the sources of the selected cells again. */
  refreshCited(): Promise<void>;
  /** Replaces our formulas by values, and offers "Undo". */
  freeze(scope: FreezeScope): Promise<void>;
  thaw(scope: Exclude<FreezeScope, "copy">): Promise<void>;
  /** Runs the doctor. */
  examine(): Promise<void>;
  /** Repairs, and runs the doctor again. */
  mend(findings: readonly Finding[]): Promise<void>;
  /** Writes a formula in place of one that the doctor found, offers "Undo", and runs the doctor again. */
  remedy(finding: Finding, remedy: Remedy): Promise<void>;
  /**
   * Writes a formula into a cell that still holds `expected`, and offers "Undo". Resolves to the formula as Excel
   * stores it, or undefined if it was not written.
   */
  write(...given: Parameters<Actions["writeFormula"]>): Promise<string | undefined>;
  /** Reads cells, without messages; undefined if they could not be read. */
  readValues: ReadValues;
  /** Reads the selection and its content. */
  follow(): Promise<void>;
}
