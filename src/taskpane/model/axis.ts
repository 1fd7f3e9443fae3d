import { unitName, type Figure, type Language } from "../../dataset";

/** The unit of an axis. */
interface AxisUnit {
  /** Figures in base units are divided by it. */
  divisor: number;
  /** Shown once above the axis: "trillion yuan"; empty where the values contain it. */
  label: string;
  /** Writes an axis value, which is already divided. */
  text: (value: number) => string;
}

const axisUnits: Readonly<Record<Language, readonly (readonly [size: number, word: string])[]>> = {
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
 * The most readable unit of a chart's axis: the largest number word that the greatest value reaches.
 * @param figures of one measure, at least one
 */
export function axisUnit(figures: readonly Figure[], language: Language): AxisUnit {
  const unit = figures[0]?.observation.unitMeasure ?? "PT";
  const percent = unit === "PT";
  const greatest = Math.max(...figures.map((figure) => Math.abs(figure.value)));
  const [divisor, word] = percent
    ? [0.01, ""]
    : (axisUnits[language].find(([size]) => greatest >= size) ?? [1, ""]);
  const name = unitName(unit)[language];
  const digits = new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en-GB", { maximumFractionDigits: 2 });
  return {
    divisor,
    label: percent ? "" : language === "zh" ? word + name : `${word} ${name}`.trim(),
    text: (value) => digits.format(value) + (percent ? "%" : ""),
  };
}
