import {
  dateLabel,
  figureText,
  ok,
  periodLabel,
  shownTitle,
  sourceOf,
  themeOf,
  unitLabel,
} from "../../dataset";
import type { Result } from "../../dataset";
import { fill } from "../../dataset/wording/text";
import { formatOf } from "../layout/bars";
import { figureFormula, formula } from "../layout/formulas";
import { texts as summary } from "../layout/texts";
import { linesIn, rowHeight } from "../layout/textWidth";
import { precision } from "../layout/words";
import type { Cell, Plan } from "../plan";
import { PlanBuilder } from "../PlanBuilder";
import { answers, measureOf, pageOf, plainSetup } from "./cells";
import type { Single } from "./cells";
import { texts } from "./texts";

const cardWidth = 56;

/** Cards in cells, one a row; where the host has none, cards of two columns below each other. */
export function cardPlan(single: Single): Result<Plan> {
  const answered = answers(single);
  if (!answered.ok) return answered;
  if (single.live && single.cards) {
    const draft = new PlanBuilder([36]);
    draft.put(
      0,
      0,
      single.indicators.map(({ code }) => [formula("CARD", code, single.period)]),
    );
    return ok(draft.plan({ ...plainSetup(single, "card") }));
  }
  const { language } = single;
  const draft = new PlanBuilder([18, cardWidth]);
  let row = 0;
  for (const { indicator, answer } of answered.value) {
    if (!answer.ok) continue;
    const figure = answer.value;
    const source = sourceOf(figure.observation.source);
    const number: Cell = single.live
      ? figureFormula(indicator, measureOf(single, indicator), single.period)
      : figure.value;
    draft.put(row, 0, [[indicator.label[language], null]], "heading");
    draft.height(row, 24);
    const theme = themeOf(indicator)[language];
    const also = figure.others[0];
    const lines: [string, Cell][] = [
      [summary.headValue[language], number],
      [summary.headUnit[language], unitLabel(figure, language)],
      [summary.headPeriod[language], periodLabel(single.period, language, indicator.nature)],
      [summary.headQualifier[language], precision([figure], language)],
      [summary.headTheme[language], theme],
      [summary.headDescription[language], indicator.description[language]],
      [summary.headPublisher[language], source.publisherLabel[language]],
      [summary.headReleased[language], dateLabel(source.published, language)],
      [summary.headTitle[language], shownTitle(source, language)],
      ...(source.url ? [[summary.headLink[language], source.url] as [string, Cell]] : []),
      ...figure.caveats.map((caveat): [string, Cell] => [texts.caveat[language], caveat[language]]),
      ...(also ? [[texts.caveat[language], alsoText(single, figure, also)] as [string, Cell]] : []),
    ];
    const area = draft.put(row + 1, 0, lines);
    draft.style([area[0], 0, area[2], 1], "note");
    draft.style([area[0], 1, area[2], 1], "text");
    draft.style([row + 1, 1, 1, 1], "left");
    draft.style([row + 1, 1, 1, 1], "strong");
    draft.format([row + 1, 1, 1, 1], formatOf(figure, language));
    lines.forEach(([, text], index) => {
      const needed = typeof text === "string" ? linesIn(text, cardWidth) : 1;
      draft.height(row + 1 + index, rowHeight(needed, 10));
      if (text === source.url) draft.links.push({ at: [row + 1 + index, 1], url: source.url });
    });
    row += lines.length + 2;
  }
  return ok(
    draft.plan({ ...plainSetup(single, "card"), block: true, ...pageOf(draft, "portrait", language) }),
  );
}

type Answer = Extract<ReturnType<typeof answers>, { ok: true }>["value"][number]["answer"];
type PublishedAnswer = Extract<Answer, { ok: true }>["value"];

function alsoText(
  { language }: Single,
  figure: PublishedAnswer,
  observation: PublishedAnswer["observation"],
): string {
  const value = Number(
    `${observation.obsValue}e${observation.unitMult - (observation.unitMeasure === "PT" ? 2 : 0)}`,
  );
  const text = figureText({ ...figure, observation, value, qualifier: observation.qualifier }, language);
  return fill(texts.colon[language], sourceOf(observation.source).publisherLabel[language], text);
}
