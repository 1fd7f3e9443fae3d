import type { en } from "./en";

/** The pane's texts in one language: each key has a text, or a function of its gap. */
export type Messages = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends (...gap: infer Gap) => string
    ? (...gap: Gap) => string
    : string;
};
