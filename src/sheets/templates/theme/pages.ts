import { indicatorOf } from "../../../dataset";
import type { Indicator, IndicatorCode, Language, Text2, Theme } from "../../../dataset";
import { fill } from "../../../dataset/wording/text";
import { bars, categoryChart } from "../../layout/drawings";
import type { CategorySeries } from "../../layout/drawings";
import type { Panel } from "../../layout/frame";
import { growthOf, valuesOf } from "../../layout/keys";
import { ask } from "../../layout/request";
import type { Request } from "../../layout/request";
import { texts as common } from "../../layout/texts";
import type { KeyFigure } from "../../layout/tiles";
import { monthMarks, periodMark, shortPeriod } from "../../layout/words";
import { groupsOf, periodsUpTo, sumsOf } from "./latest";
import type { Group } from "./latest";
import { texts } from "./texts";

/** The definition of a theme's page. */
export interface ThemePage {
  name: Text2;
  sheet: Text2;
  themes: readonly Theme[];
  /** The key figures of tiles, in order; figures of the period itself come first. */
  keys: readonly KeyFigure[];
  /** The charts, in rows of one or two panels. */
  panels: (request: Request) => readonly (readonly Panel[])[];
}

/** The most cumulative periods in one chart. */
const mostSums = 7;

/** "Trade-in and digital": sales under the trade-in programme. */
export const tradein: ThemePage = {
  name: texts.tradein,
  sheet: texts.tradeinSheet,
  themes: ["trade_in", "digital"],
  keys: growthOf(
    "TRADEIN_15_CATEGORIES",
    "DIGITAL_PRODUCTS",
    "MOBILE_PHONES",
    "SMART_WEARABLES",
    "SMART_ROBOTS",
    "TRADEIN_REFRIGERATORS",
    "TRADEIN_WASHING_MACHINES",
    "SMART_GLASSES",
    "HOME_APPLIANCES_ONLINE",
    "COMM_EQUIPMENT_ONLINE",
  ),
  panels: (request) => {
    const { language } = request;
    const [digital] = groupsOf(["digital"], request, ["MOBILE_DATA_TRAFFIC", "CLOUD_BIGDATA_REVENUE"]);
    const goods = groupsOf(["trade_in"], request).slice(0, 2);
    const against = side(
      "against",
      texts.againstChart,
      [
        ["DIGITAL_PRODUCTS", texts.digital, "accent"],
        ["TRADEIN_15_CATEGORIES", texts.tradein15, "contrast"],
      ],
      ["ONLINE_RETAIL_PHYSICAL", texts.goods, "muted"],
      request,
    );
    return [
      [
        {
          heading: texts.againstHeading[language],
          caption: (against ? texts.againstCaption : common.noneDrawn)[language],
          drawing: against,
        },
        barPanel("digital", texts.digitalHeading, digital, language),
      ],
      goods.length > 0
        ? goods.map((group, index) =>
            barPanel(index === 0 ? "goods" : "before", texts.tradeinHeading, group, language),
          )
        : [barPanel("goods", texts.tradeinHeading, undefined, language)],
    ];
  },
};

/** "Services and Silk Road": online services, partner countries' goods, events. */
export const services: ThemePage = {
  name: texts.services,
  sheet: texts.servicesSheet,
  themes: ["services", "silk_road"],
  keys: [
    ...growthOf(
      "ONLINE_SERVICE_CONSUMPTION",
      "ONLINE_ENTERTAINMENT",
      "INSTORE_DINING",
      "ONLINE_TRAVEL",
      "SILKROAD_VN_CASHEWS",
    ),
    ...valuesOf("SILKROAD_EVENTS"),
    ...growthOf("SERVICE_RETAIL", "ONLINE_CATERING"),
    ...valuesOf("SILKROAD_PARTNERS"),
    ...growthOf("ONLINE_RETAIL_SERVICES"),
  ],
  panels: (request) => {
    const { language } = request;
    const course = side(
      "course",
      texts.courseChart,
      [
        ["ONLINE_SERVICE_CONSUMPTION", texts.online, "accent"],
        ["SERVICE_RETAIL", texts.retail, "muted"],
      ],
      undefined,
      request,
    );
    // Totals are in the chart beside; one of them includes services not ordered online.
    const [kinds] = groupsOf(["services"], request, [
      "ONLINE_SERVICE_CONSUMPTION",
      "ONLINE_RETAIL_SERVICES",
      "SERVICE_RETAIL",
    ]);
    const [silk] = groupsOf(["silk_road"], request);
    const partners = partnersOf(indicatorOf("SILKROAD_PARTNERS"), request);
    return [
      [
        {
          heading: texts.courseHeading[language],
          caption: (course ? texts.courseCaption : common.noneDrawn)[language],
          drawing: course,
        },
        barPanel("kinds", texts.kindsHeading, kinds, language),
      ],
      [
        barPanel("silkroad", texts.silkHeading, silk, language),
        {
          heading: texts.partnersHeading[language],
          caption: (partners ? texts.partnersCaption : common.noneDrawn)[language],
          drawing: partners,
        },
      ],
    ];
  },
};

/** Growth of one period, sorted. */
function barPanel(id: string, name: Text2, group: Group | undefined, language: Language): Panel {
  if (!group) return { heading: name[language], caption: common.noneDrawn[language], drawing: undefined };
  const periodText = shortPeriod(group.period, language);
  const title = fill(texts.barsChart[language], name[language], periodText);
  return {
    heading: fill(common.headed[language], name[language], periodText),
    caption: texts.barsCaption[language],
    drawing: bars(id, title, group.figures, undefined, language),
  };
}

type Named = readonly [code: IndicatorCode, name: Text2, colour: CategorySeries["colour"]];

/** Growth of cumulative periods side by side, with a yardstick (such as total retail) in each. */
function side(
  id: string,
  title: Text2,
  named: readonly Named[],
  yardstick: Named | undefined,
  request: Request,
): ReturnType<typeof categoryChart> {
  const { language } = request;
  const periods = sumsOf(
    named.map(([code]) => indicatorOf(code)),
    request,
    mostSums,
  );
  const compared = yardstick ? [...named, yardstick] : named;
  return categoryChart(
    id,
    "column",
    title[language],
    periods.map((period) => periodMark(period, language)),
    compared.map(([code, name, colour]) => ({
      name: name[language],
      colour,
      figures: periods.map((period) => ask(code, "growth", period, request)),
    })),
    language,
  );
}

/** A stock by period. */
function partnersOf(indicator: Indicator, request: Request): ReturnType<typeof categoryChart> {
  const { language } = request;
  const figures = periodsUpTo(indicator, request).flatMap(
    (period) => ask(indicator, "count", period, request) ?? [],
  );
  return categoryChart(
    "partners",
    "column",
    texts.partnersChart[language],
    monthMarks(
      figures.map(({ period }) => period),
      language,
    ),
    [{ name: texts.partnersChart[language], figures, colour: "accent" }],
    language,
  );
}
