/**
 * What is meant to be otherwise than in 0.1.0. Nothing stands here without a reason, and what stands here and is not so fails the
 * tests as well: the list tells truly in what a workbook of 0.1.0 shows something else.
 */

/** Answers that are meant to differ, for all calls that look alike. */
export interface IntendedAnswers {
  /** Why, in a sentence. */
  reason: string;
  /** Which calls, as they are written in test/cases/0.1.0/answers: `GROWTH("digitl","2025-Q1")`. */
  calls: RegExp;
  /** What 0.1.0 answered, as JSON. */
  was: RegExp;
  /** What is answered now, as JSON. */
  is: RegExp;
  /** How many calls of those that are kept. */
  count: number;
}

export const intendedAnswers: readonly IntendedAnswers[] = [];

/** What a cell of a kept workbook showed, and what is meant to stand there. */
export interface IntendedCell {
  reason: string;
  /** The folder in test/cases/0.1.0/workbooks. */
  workbook: string;
  /** `Sheet1!C5` */
  cell: string;
  was: unknown;
  is: unknown;
}

export const intendedCells: readonly IntendedCell[] = [];
