import { unitName, type Figure, type Language } from "../../dataset";

/** How an axis writes its values. */
interface AxisUnit {
  /** What figures in base units are divided by before they are drawn. */
  divisor: number;
  /** Stands once, above the axis: "trillion yuan"; empty where the values say it themselves. */
  label: string;
  /** One axis value, already divided. */
  text: (value: number) => string;
}

const steps: Readonly<Record<Language, readonly (readonly [size: number, word: string])[]>> = {
  en: [
    [1e12, "trillion"],
    [1e9, "billion"],
    [1e6, "million"],
  ],
  zh: [
    [1e12, "万亿"],
    [1e8, "亿"],
    [1e4, "万"],
  ],
};

/**
 * The unit in which a chart's axis is easiest to read: the largest number word that the greatest value reaches.
 * @param figures of one measure, at least one
 */
export function axisUnit(figures: readonly Figure[], language: Language): AxisUnit {
  const unit = figures[0]?.observation.unitMeasure ?? "PT";
  const percent = unit === "PT";
  const greatest = Math.max(...figures.map((figure) => Math.abs(figure.value)));
  const [divisor, word] = percent
    ? [0.01, ""]
    : (steps[language].find(([size]) => greatest >= size) ?? [1, ""]);
  const name = unitName(unit)[language];
  const digits = new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en-GB", { maximumFractionDigits: 2 });
  return {
    divisor,
    label: percent ? "" : language === "zh" ? word + name : `${word} ${name}`.trim(),
    text: (value) => digits.format(value) + (percent ? "%" : ""),
  };
}
