import type { Figure, IndicatorCode, Language } from "../../dataset";
import { numberFormat } from "../../dataset";
import type { Area } from "../../workbook/a1";
import type { PlanSeries } from "../plan";
import { signedFormat } from "./labels";

const signedMeasures: readonly Figure["measure"][] = ["growth", "computed growth", "change"];

/** The number format of a label: growth and changes with a sign. */
export function formatOf(figure: Figure, language: Language): string {
  return signedMeasures.includes(figure.measure)
    ? signedFormat(figure, language)
    : numberFormat(figure, language);
}

/**
 * A series of bars, each with a label. Labels show no more digits than were published, so their formats may differ.
 * @param dark the highlighted bars; undefined: all in the accent colour
 */
export function barSeries(
  figures: readonly Figure[],
  formats: readonly string[],
  values: Area,
  dark?: ReadonlySet<IndicatorCode>,
): PlanSeries {
  const usual = mostCommon(formats);
  const points = figures.flatMap(({ indicator }, index) => {
    const colour = dark?.has(indicator.code) ? { colour: "accent" as const } : {};
    const format = formats[index] ?? usual;
    const label = format === usual ? {} : { label: format };
    const look = { ...colour, ...label };
    return Object.keys(look).length > 0 ? [{ index, ...look }] : [];
  });
  return { values, colour: dark ? "accent-light" : "accent", labels: usual, points };
}

/** The most frequent format; "General" of none. */
export function mostCommon(formats: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const format of formats) counts.set(format, (counts.get(format) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "General";
}
