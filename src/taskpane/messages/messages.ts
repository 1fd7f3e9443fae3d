import type { en } from "./en";

/** The pane's words in one language: each key a text, or a function of what fills its gap. */
export type Messages = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends (...gap: infer Gap) => string
    ? (...gap: Gap) => string
    : string;
};
