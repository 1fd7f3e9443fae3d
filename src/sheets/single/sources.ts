import { ok, onceEach, sourceOf } from "../../dataset";
import type { Language, Result } from "../../dataset";
import { sourceTexts } from "../../dataset/sourceTexts";
import type { SourceList } from "../../workbook/insertion";
import type { Plan } from "../plan";
import { PlanBuilder } from "../PlanBuilder";

const texts = {
  heading: { en: "Sources", zh: "资料来源" },
  name: {
    en: (count: number) => (count === 1 ? "1 source" : `${count} sources`),
    zh: (count: number) => `${count}条资料来源`,
  },
} as const;

/** A heading and one source a row, with its link; a BibTeX entry takes a row for each of its lines. */
export function sourcesPlan({ sources, style, accessed }: SourceList, language: Language): Result<Plan> {
  const listed = onceEach(sources.map(sourceOf));
  const draft = new PlanBuilder([0]);
  draft.put(0, 0, [[texts.heading[language]]]);
  draft.style([0, 0, 1, 1], "strong");
  let row = 1;
  sourceTexts(listed, style, language, accessed).forEach((text, index) => {
    const lines = text.split("\n");
    draft.put(
      row,
      0,
      lines.map((line) => [line]),
    );
    const url = listed[index]?.url ?? "";
    if (lines.length === 1 && /^https?:\/\//.test(url)) draft.links.push({ at: [row, 0], url });
    row += lines.length;
  });
  const count = listed.length;
  return ok({
    ...draft.plan({
      name: { en: texts.name.en(count), zh: texts.name.zh(count) },
      sheetName: texts.heading[language],
      frozenRows: 0,
      block: false,
    }),
    // The texts run over the empty cells beside them, so the column keeps its width.
    widths: [null],
  });
}
