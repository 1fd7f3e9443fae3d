import { dateLabel, shownTitle, sourceOf } from "../../dataset";
import type { Language } from "../../dataset";
import type { Cell } from "../plan";
import type { PlanBuilder } from "../PlanBuilder";
import type { SourceList } from "./request";
import { body, holdEnds, last, widths } from "./sections";
import { texts } from "./texts";
import { cutTo, linesIn, rowHeight } from "./textWidth";

/** Adds the numbered sources; returns the row below. */
export function sourceRows(draft: PlanBuilder, row: number, sources: SourceList, language: Language): number {
  const head: Cell[] = [texts.headPublisher, texts.headReleased, texts.headTitle].map(
    (text) => text[language],
  );
  draft.put(row, 0, [[...head, null, null, null, texts.headLink[language]]], "data-head");
  draft.style([row + 1, 0, sources.all.length, last], "text");
  sources.all.forEach((id, index) => {
    const at = row + 1 + index;
    const source = sourceOf(id);
    const { publisherLabel, published, url } = source;
    const title = shownTitle(source, language);
    const label = `${index + 1}  ${publisherLabel[language]}`;
    draft.put(at, 0, [[label, dateLabel(published, language), title]]);
    draft.merges.push([at, 2, 1, 4]);
    const site = /^https?:\/\/(?:www\.)?([^/]+)/.exec(url)?.[1];
    if (site) {
      draft.put(at, last, [[cutTo(site, draft.widthOf(last, last) + 2)]], "link");
      draft.links.push({ at: [at, last], url });
    }
    const lines = Math.max(linesIn(label, widths[0], body), linesIn(title, draft.widthOf(2, 5), body));
    draft.height(at, rowHeight(lines, body));
  });
  draft.style([row + 1, 0, sources.all.length, last + 1], "rules");
  holdEnds(draft, row, sources.all.length);
  return row + 1 + sources.all.length;
}
