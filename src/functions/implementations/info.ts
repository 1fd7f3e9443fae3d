import {
  choices,
  endMonth,
  everyFigureOf,
  figure,
  figureOf,
  firstPeriod,
  isSince,
  latestPeriod,
  liveStore,
  ok,
  relationLines,
  sourceOf,
  themeOf,
  unitName,
  valueMeasure,
  type Figure,
  type Indicator,
  type Language,
  type Observation,
  type Period,
} from "../../dataset";
import { ecomFunction, figureCell, type Cell } from "../answer";
import { choice, indicator, optionalPeriod } from "../arguments/arguments";
import { chosenFigure } from "../arguments/chosen";
import { headings } from "../headings";
import type { Outcome } from "../outcome";
import { periodCell } from "../periodCell";
import { publisherOf } from "../provenance";
import { refusalText } from "../refusalText";

/**
 * The fields of INFO in the order of its card, with their headings. "figures" gives a table and is not on the card.
 */
export const infoFields = {
  label: { en: "Label", zh: "名称" },
  theme: { en: "Theme", zh: "主题" },
  unit: { en: "Unit", zh: "单位" },
  basis: { en: "Basis", zh: "口径" },
  latest: { en: "Latest period", zh: "最新时期" },
  first: { en: "First period", zh: "最早时期" },
  count: { en: "Number of figures", zh: "数据条数" },
  source: { en: "Source", zh: "来源" },
  url: { en: "Link", zh: "链接" },
  released: { en: "Released", zh: "发布日期" },
  description: { en: "Description", zh: "说明" },
  aliases: { en: "Aliases", zh: "别名" },
  figures: { en: "Figures", zh: "数据" },
  relations: { en: "Relations", zh: "与其他指标的关系" },
  relay: { en: "Read at", zh: "转载" },
} as const;

type Field = keyof typeof infoFields;
const fieldNames = Object.keys(infoFields) as Field[];
const fieldChoices = choices<Field>(
  "field",
  fieldNames,
  Object.fromEntries(fieldNames.map((name) => [name, infoFields[name].zh])) as Record<Field, string>,
);

/** The unit of the indicator's measure that is not growth, or of its growth: "yuan", "%". "" without any figure. */
export function unitOf(indicator: Indicator, language: Language): string {
  const measure = valueMeasure(indicator) ?? "growth";
  const latest = figure({ indicator, measure, period: "latest" });
  return latest.ok ? unitName(latest.value.observation.unitMeasure)[language] : "";
}

/** The headings of INFO's figures: columns of the data, canonical period, value in base units, publisher. */
const columns = [
  "indicator_code",
  "measure",
  "freq",
  "time_period",
  "accumulation",
  "obs_value",
  "unit_measure",
  "unit_mult",
  "qualifier",
  "obs_status",
  "vintage",
  "source_id",
  "note",
  "period",
  "value",
  "publisher",
];

/** The row of an observation in INFO's figures, in the order of `columns`. */
const figureRow = (observation: Observation, language: Language): Cell[] => [
  observation.indicator,
  observation.measure,
  observation.freq,
  observation.timePeriod,
  observation.accumulation,
  // As printed: 3.60 is more exact than 3.6.
  observation.obsValue,
  observation.unitMeasure,
  observation.unitMult,
  observation.qualifier,
  observation.status,
  observation.vintage,
  observation.source,
  observation.note?.[language] ?? "",
  observation.period,
  figureCell(figureOf(observation), language),
  publisherOf(observation, language),
];

/**
 * The figures known on a day, of one period or of all. Of a stock (a number at the end of a month), periods with the
 * same last month are the same.
 */
function observationsKnown(
  indicator: Indicator,
  period: Period | undefined,
  asof: string | undefined,
): Observation[] {
  const key = (month: Period) => (indicator.nature === "stock" ? endMonth(month) : month);
  return everyFigureOf(indicator.code).filter(
    (observation) =>
      (asof === undefined || observation.known <= asof) &&
      (period === undefined || key(observation.period) === key(period)),
  );
}

/**
 * INFO(indicator, [field], [period]): what is known of an indicator. source, url, released and relay are those of the
 * figure for the period (default: the reference period); count and figures are of the given period, else of all.
 * relay is who passed the text on, "" for the publisher itself. Without a field: a card of two columns.
 */
export const info = ecomFunction(
  [indicator, choice(fieldChoices), optionalPeriod()],
  ([indicator, field, wanted], settings) => {
    const { language, asof } = settings;
    const chosen = chosenFigure(indicator, wanted ?? settings.period, asof);
    const onlyPeriod = wanted === "latest" ? (chosen.ok ? chosen.value.period : undefined) : wanted;
    const figures = () => observationsKnown(indicator, onlyPeriod, asof);
    const periodText = (period: Period | undefined) =>
      period === undefined ? "" : periodCell(period, settings);
    if (field === "figures") {
      const observations = figures();
      if (observations.length === 0 && !chosen.ok) return chosen;
      return ok([columns, ...observations.map((observation) => figureRow(observation, language))]);
    }
    const ofFigure = (read: (figure: Figure) => string): Outcome<Cell> =>
      chosen.ok ? ok(read(chosen.value)) : chosen;
    const cellOf: Readonly<Record<Exclude<Field, "figures">, () => Outcome<Cell>>> = {
      label: () => ok(indicator.label[language]),
      theme: () => ok(themeOf(indicator)[language]),
      unit: () => ok(unitOf(indicator, language)),
      basis: () => ok(indicator.basis[language]),
      latest: () => ok(periodText(latestPeriod(indicator, asof))),
      first: () => ok(periodText(firstPeriod(indicator, asof))),
      count: () => ok(figures().length),
      source: () => ofFigure(({ observation }) => publisherOf(observation, language)),
      url: () => ofFigure(({ observation }) => sourceOf(observation.source).url),
      relay: () => ofFigure(({ observation }) => sourceOf(observation.source).relayLabel[language]),
      released: () => ofFigure(({ observation }) => observation.vintage),
      description: () => ok(indicator.description[language]),
      aliases: () => ok(indicator.aliases.join("; ")),
      relations: () => ok(relationLines(indicator.code, language).join(language === "zh" ? "；" : ". ")),
    };
    if (field !== undefined) {
      const cell = cellOf[field]();
      // A function that is declared as a matrix must return an array, even for one cell.
      return cell.ok ? ok([[cell.value]]) : cell;
    }
    const lines = fieldNames.flatMap((name) => {
      // In a workbook of 0.1.0 the card keeps its number of lines: another cell may be filled below it.
      if (name === "figures" || (name === "relations" && !isSince("0.2.0", liveStore))) return [];
      const cell = cellOf[name]();
      const line = [infoFields[name][language], cell.ok ? cell.value : ""];
      if (name !== "source") return [line];
      // The lines from "source" on are of one period's figure: its period comes first, or the reason why there is
      // none.
      const period = chosen.ok ? periodText(chosen.value.period) : refusalText(chosen.reason, language);
      return [[headings.period[language], period], line];
    });
    return ok([[headings.code[language], indicator.code], ...lines]);
  },
);
