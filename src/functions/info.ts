import {
  choices,
  figure,
  figureOf,
  firstPeriod,
  latestPeriod,
  observationsOf,
  ok,
  readChoice,
  sourceOf,
  themes,
  unitName,
  valueMeasure,
  type Figure,
  type Indicator,
  type Language,
  type Observation,
  type Period,
  type Result,
} from "../dataset";
import { figureCell, type Cell, type EcomFunction } from "./answer";
import { plainValue, readIndicator, readPeriod } from "./arguments";
import { chosenFigure } from "./chosen";

/** The fields of INFO, in the order of its card. "figures" is a table of its own. */
export const infoFields = [
  "label",
  "theme",
  "unit",
  "basis",
  "latest",
  "first",
  "count",
  "source",
  "url",
  "released",
  "description",
  "aliases",
  "figures",
] as const;
type Field = (typeof infoFields)[number];

const fieldWords: Readonly<
  Record<Exclude<Field, "figures"> | "code" | "period", { en: string; zh: string }>
> = {
  code: { en: "Code", zh: "代码" },
  label: { en: "Label", zh: "名称" },
  theme: { en: "Theme", zh: "主题" },
  unit: { en: "Unit", zh: "单位" },
  basis: { en: "Basis", zh: "口径" },
  latest: { en: "Latest period", zh: "最新期间" },
  first: { en: "First period", zh: "最早期间" },
  count: { en: "Number of figures", zh: "数据条数" },
  period: { en: "Period", zh: "期间" },
  source: { en: "Source", zh: "来源" },
  url: { en: "Link", zh: "链接" },
  released: { en: "Released", zh: "发布日期" },
  description: { en: "Description", zh: "说明" },
  aliases: { en: "Aliases", zh: "别名" },
};

const fieldChoices = choices<Field>(
  "field",
  infoFields,
  Object.fromEntries(
    (Object.entries(fieldWords) as [Field, { en: string; zh: string }][])
      .filter(([field]) => infoFields.includes(field))
      .map(([field, words]) => [words.zh, field] as const)
      .concat([["数据", "figures"]]),
  ),
);

/** The unit in which an indicator is published, as people read it: its own measure's, else its growth's. */
export function unitOf(indicator: Indicator, language: Language): string {
  const measure = valueMeasure(indicator) ?? "growth";
  const latest = figure({ indicator, measure, period: "latest" });
  return latest.ok ? unitName(latest.value.observation.unitMeasure)[language] : "";
}

/**
 * INFO(indicator, [field], [period]): what is known of an indicator. source, url and released are those of the figure
 * chosen for the period (default: the reference period). No field: a card of two columns.
 */
export const info: EcomFunction = ([indicator, field, period], settings) => {
  const found = readIndicator(indicator);
  if (!found.ok) return found;
  const word = plainValue(field, "field");
  if (!word.ok) return word;
  const chosen = readChoice(fieldChoices, word.value);
  if (!chosen.ok) return chosen;
  const asked = readPeriod(period, settings);
  if (!asked.ok) return asked;
  const { language, asof } = settings;
  if (chosen.value === "figures") return ok(figuresTable(found.value, language, asof));
  const answer = chosenFigure(found.value, asked.value ?? settings.period, asof);
  if (chosen.value !== undefined) return fieldOf(chosen.value, found.value, answer, language, asof);
  const line = (name: keyof typeof fieldWords, value: Cell): Cell[] => [fieldWords[name][language], value];
  const given = asked.value ?? settings.period;
  const lines = infoFields.flatMap((name): Cell[][] => {
    if (name === "figures") return [];
    const cell = fieldOf(name, found.value, answer, language, asof);
    const own = [line(name, cell.ok ? cell.value : "")];
    const at: Period | "latest" = answer.ok ? answer.value.period : given;
    return name === "source" ? [line("period", at), ...own] : own;
  });
  return ok([line("code", found.value.code), ...lines]);
};

function fieldOf(
  field: Exclude<Field, "figures">,
  indicator: Indicator,
  chosen: Result<Figure>,
  language: Language,
  asof: string | undefined,
): Result<Cell> {
  const source = (read: (figure: Figure) => Cell): Result<Cell> =>
    chosen.ok ? ok(read(chosen.value)) : chosen;
  switch (field) {
    case "label":
      return ok(indicator.label[language]);
    case "theme":
      return ok(themes.find((theme) => theme.code === indicator.theme)?.label[language] ?? indicator.theme);
    case "unit":
      return ok(unitOf(indicator, language));
    case "basis":
      return ok(indicator.basis);
    case "latest":
      return ok(latestPeriod(indicator, asof) ?? "");
    case "first":
      return ok(firstPeriod(indicator, asof) ?? "");
    case "count":
      return ok(
        observationsOf(indicator.code).filter((one) => asof === undefined || one.known <= asof).length,
      );
    case "description":
      return ok(indicator.description[language]);
    case "aliases":
      return ok(indicator.aliases.join("; "));
    case "source":
      return source((figure) => sourceOf(figure.observation.source).publisherLabel[language]);
    case "url":
      return source((figure) => sourceOf(figure.observation.source).url);
    case "released":
      return source((figure) => figure.observation.vintage);
  }
}

/** The headings of INFO's figures: the columns of the data in SDMX's words, the canonical period and the value in base units. */
export const figureColumns = [
  "measure",
  "freq",
  "time_period",
  "accumulation",
  "period",
  "value",
  "obs_value",
  "unit_measure",
  "unit_mult",
  "qualifier",
  "obs_status",
  "vintage",
  "source_id",
  "publisher",
  "note",
] as const;

function figuresTable(indicator: Indicator, language: Language, asof: string | undefined): Cell[][] {
  const known = observationsOf(indicator.code).filter((one) => asof === undefined || one.known <= asof);
  return [[...figureColumns], ...known.map((one) => figureRow(one, language))];
}

function figureRow(one: Observation, language: Language): Cell[] {
  return [
    one.measure,
    one.freq,
    one.timePeriod,
    one.accumulation,
    one.period,
    figureCell(figureOf(one), language),
    one.obsValue,
    one.unitMeasure,
    one.unitMult,
    one.qualifier,
    one.status,
    one.vintage,
    one.source,
    sourceOf(one.source).publisherLabel[language],
    one.note,
  ];
}
