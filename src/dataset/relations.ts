import type { IndicatorCode, RelationKind } from "../data/dataset";
import { liveStore } from "./liveStore";
import type { Store } from "./store";
import { fill, type Language, type Text2 } from "./wording/text";

/** An indicator's relation to another one. */
export interface Related {
  readonly kind: RelationKind | "whole_of" | "precedes" | "total_of";
  readonly other: IndicatorCode;
}

/** The names of relations read from the other side, for those that have one. */
const turned: Partial<Record<RelationKind, Related["kind"]>> = {
  part_of: "whole_of",
  addend_of: "whole_of",
  overlaps: "overlaps",
  succeeds: "precedes",
  sample_of: "total_of",
};

/**
 * An indicator's relations, first its own, then those that other indicators have to it. Seen from the other side a
 * relation has another name ("part_of" is "whole_of" there); those without one, such as shares, are left out there.
 * @example relationsOf("EXPRESS_VOLUME")[0] // { kind: "part_of", other: "POSTAL_VOLUME" }
 */
export function relationsOf(code: IndicatorCode): Related[] {
  return [
    ...liveStore.relations.flatMap(({ of, kind, to }) => (of === code ? [{ kind, other: to }] : [])),
    ...liveStore.relations.flatMap(({ of, kind, to }) => {
      const turnedKind = turned[kind];
      return to === code && turnedKind ? [{ kind: turnedKind, other: of }] : [];
    }),
  ];
}

/**
 * Whether everything that one indicator counts is part of the other, also through a third: express deliveries are
 * postal items.
 * @example isPartOf("EXPRESS_VOLUME", "POSTAL_VOLUME") // true
 */
export function isPartOf(part: IndicatorCode, whole: IndicatorCode, store: Store = liveStore): boolean {
  return store.relations.some(
    ({ of, kind, to }) =>
      of === part &&
      (kind === "part_of" || kind === "addend_of") &&
      (to === whole || isPartOf(to, whole, store)),
  );
}

/**
 * Whether two indicators count something in common, and neither is part of the other. The order of the two does not
 * matter; false for an indicator and itself.
 * @example overlaps("ONLINE_RETAIL_TOTAL", "TOTAL_RETAIL") // true
 */
export function overlaps(code: IndicatorCode, other: IndicatorCode): boolean {
  return liveStore.relations.some(
    ({ of, kind, to }) =>
      kind === "overlaps" && ((of === code && to === other) || (of === other && to === code)),
  );
}

/**
 * The indicator that continues a discontinued one; undefined without one.
 * @example successorOf("ONLINE_RETAIL_TOTAL") // "ONLINE_RETAIL_GOODS_SERVICES"
 */
export function successorOf(code: IndicatorCode, store: Store = liveStore): IndicatorCode | undefined {
  return store.relations.find(({ kind, to }) => kind === "succeeds" && to === code)?.of;
}

/**
 * The total of which an indicator is the ministry's monitored sample; undefined where it is no sample.
 * @example totalOf("ONLINE_RETAIL_TOTAL") // undefined
 */
export function totalOf(sample: IndicatorCode): IndicatorCode | undefined {
  return liveStore.relations.find(({ of, kind }) => of === sample && kind === "sample_of")?.to;
}

const kindNames: Readonly<Record<Related["kind"], Text2>> = {
  part_of: { en: "Part of: {0}", zh: "属于：{0}" },
  addend_of: { en: "Part of: {0}", zh: "属于：{0}" },
  whole_of: { en: "Holds: {0}", zh: "包括：{0}" },
  overlaps: { en: "Overlaps with: {0}", zh: "与之有重叠：{0}" },
  succeeds: { en: "Follows, and does not compare with: {0}", zh: "前身（不可比）：{0}" },
  precedes: { en: "Followed, not comparably, by: {0}", zh: "后续指标（不可比）：{0}" },
  sample_of: {
    en: "Monitored sample of what is counted in full by: {0}",
    zh: "监测样本，对应的全面统计：{0}",
  },
  total_of: { en: "Samples of it are monitored by the ministry: {0}", zh: "商务部监测其中的样本：{0}" },
  share_part: { en: "Share of: {0}", zh: "分子：{0}" },
  share_whole: { en: "In: {0}", zh: "分母：{0}" },
};

/** A text names so many indicators, and only counts the others. */
const MOST = 4;

/**
 * An indicator's relations as texts, one for each kind: "Part of: Postal items (mail and express)".
 * @example relationLines("EXPRESS_VOLUME", "en") // ["Part of: Postal items (mail and express)"]
 */
export function relationLines(code: IndicatorCode, language: Language): string[] {
  const lines = new Map<string, string[]>();
  for (const { kind, other } of relationsOf(code)) {
    const line = kindNames[kind][language];
    lines.set(line, [...(lines.get(line) ?? []), liveStore.indicator(other).label[language]]);
  }
  const zh = language === "zh";
  return [...lines].map(([line, labels]) => {
    const rest = labels.length - MOST;
    const listed = labels.slice(0, MOST).join(zh ? "、" : "; ");
    return fill(
      line,
      rest < 1 ? listed : zh ? `${listed}等${labels.length}项` : `${listed} and ${rest} more`,
    );
  });
}
