import { byEnd, endOf, firstPeriod, indicators, observationsOf } from "../../dataset";
import type { Period, Text2 } from "../../dataset";
import type { TemplateId } from "../../workbook/insertion";
import { services, tradein } from "./theme/pages";

/** A summary template in the pane. */
interface Template {
  id: TemplateId;
  name: Text2;
  /** One line about its content. */
  hint: Text2;
}

/** The summary templates, in the pane's order. */
export const templates: readonly Template[] = [
  {
    id: "quarter",
    name: { en: "Quarter at a glance", zh: "数据概览" },
    hint: {
      en: "Key figures, growth by indicator, every figure of a period, policy steps",
      zh: "主要数据、各指标增速、当期全部数据、政策与动态",
    },
  },
  {
    id: "retail",
    name: { en: "Online retail trend", zh: "网上零售走势" },
    hint: {
      en: "Month by month, year against year, every year since 2014, share of retail",
      zh: "年初累计、同比对照、2014年以来各年、占社零比重",
    },
  },
  {
    id: "tradein",
    name: tradein.name,
    hint: { en: "What the trade-in programme moved", zh: "以旧换新带动了什么" },
  },
  {
    id: "services",
    name: services.name,
    hint: { en: "Service consumption, partner countries’ goods, events", zh: "服务消费、伙伴国商品、活动" },
  },
  {
    id: "own",
    name: { en: "Your own", zh: "自选" },
    hint: {
      en: "Indicators, periods, measures and charts that you choose",
      zh: "自选指标、时期、统计量和图表",
    },
  },
];

/**
 * The name of a template in both languages; its id for one that this version does not have, as in a newer workbook.
 */
export function templateName(id: TemplateId): Text2 {
  return templates.find((template) => template.id === id)?.name ?? { en: id, zh: id };
}

/** The periods for which a template can be made, newest first: any with a figure, of themes from their first on. */
export function periodsOffered(id: TemplateId, asof?: string): Period[] {
  const page = id === "tradein" ? tradein : id === "services" ? services : undefined;
  const firsts = indicators.flatMap((indicator) =>
    page?.themes.includes(indicator.theme) ? (firstPeriod(indicator, asof) ?? []) : [],
  );
  const from = page ? Math.min(...firsts.map(endOf)) : 0;
  const periods = indicators.flatMap(({ code }) =>
    observationsOf(code)
      .filter(({ known }) => asof === undefined || known <= asof)
      .map(({ period }) => period),
  );
  return [...new Set(periods)]
    .filter((period) => endOf(period) >= from)
    .sort(byEnd)
    .reverse();
}
