import { indicatorOf } from "../../dataset";
import type { IndicatorCode } from "../../dataset";
import { shortLabel } from "./labels";
import type { KeyFigure } from "./tiles";

/** Names of indicators in tiles, in English and Chinese; others use their label in charts. */
const names: Partial<Record<IndicatorCode, readonly [en: string, zh: string]>> = {
  ONLINE_RETAIL_TOTAL: ["Online retail sales", "网上零售额"],
  ONLINE_RETAIL_GOODS_SERVICES: ["Online goods and services", "网上商品和服务"],
  ONLINE_RETAIL_PHYSICAL: ["Physical goods, online", "实物商品网零"],
  ONLINE_RETAIL_PHYSICAL_SHARE: ["Physical goods’ share", "实物商品网零占比"],
  ONLINE_RETAIL_FOOD: ["Food, online", "实物网零：吃类"],
  ONLINE_RETAIL_CLOTHING: ["Clothing, online", "实物网零：穿类"],
  ONLINE_RETAIL_DAILY_USE: ["Articles for use", "实物网零：用类"],
  ONLINE_RETAIL_SERVICES: ["Services, online", "网上服务零售额"],
  ONLINE_SERVICE_CONSUMPTION: ["Online services", "网络服务消费"],
  TRADEIN_15_CATEGORIES: ["Trade-in, 15 categories", "15类以旧换新"],
  SERVICE_RETAIL: ["Retail of services", "服务零售额"],
  SILKROAD_EVENTS: ["Silk Road events", "丝路电商活动"],
  SILKROAD_PARTNERS: ["Silk Road partners", "丝路电商伙伴国"],
  CROSS_BORDER_ECOM_TRADE: ["Cross-border trade", "跨境电商进出口"],
};

const key = (code: IndicatorCode, show: KeyFigure["show"]): KeyFigure => {
  const [en, zh] = names[code] ?? [];
  const indicator = indicatorOf(code);
  const share = code === "ONLINE_RETAIL_PHYSICAL_SHARE";
  return {
    code,
    show,
    label: en && zh ? { en, zh } : { en: shortLabel(indicator, "en"), zh: shortLabel(indicator, "zh") },
    ...(share ? { note: { en: "of total retail", zh: "占社零总额比重" } } : {}),
  };
};

/**
 * Key figures of the measure that is not growth, with growth below. In the order of the codes, which must exist: a
 * template's list is fixed, and a test holds that it is.
 */
export const valuesOf = (...codes: readonly IndicatorCode[]): KeyFigure[] =>
  codes.map((code) => key(code, "value"));

/** Key figures of growth. As `valuesOf`, for indicators of which only growth is published. */
export const growthOf = (...codes: readonly IndicatorCode[]): KeyFigure[] =>
  codes.map((code) => key(code, "growth"));
