import { shown, type Text2 } from "../dataset";
import { fill } from "../dataset/wording/text";
import { namesOf, type HeadingsWrong } from "./headings";
import { wrongs } from "./texts";

/**
 * What is wrong with the headings, in one sentence. It names the headings that are missing, or double, as they are
 * written.
 */
export function headingsText(problem: HeadingsWrong): Text2 {
  switch (problem.wrong) {
    case "missing": {
      const names = problem.fields.map(namesOf);
      return {
        en: fill(wrongs.heading.en, names.map(({ en }) => en).join(", ")),
        zh: fill(wrongs.heading.zh, names.map(({ zh }) => zh).join("、")),
      };
    }
    case "side":
      return inBoth("side", shown(problem.first), shown(problem.last));
    case "both": {
      const { en, zh } = namesOf(problem.field);
      const [a, b] = problem.names.map(shown);
      return {
        en: fill(wrongs.both.en, a ?? "", b ?? "", en),
        zh: fill(wrongs.both.zh, a ?? "", b ?? "", zh),
      };
    }
    case "unit":
      return inBoth("unit", shown(problem.given), "");
  }
}

/**
 * A sentence about a cell in both languages, with {0}, {1} replaced by `values`. `wrong` is the key of the sentence.
 */
export const inBoth = (wrong: keyof typeof wrongs, ...values: (string | number)[]): Text2 => ({
  en: fill(wrongs[wrong].en, ...values),
  zh: fill(wrongs[wrong].zh, ...values),
});
