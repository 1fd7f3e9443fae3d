import { indicatorOf } from "../../dataset";
import type { IndicatorCode } from "../../dataset";
import type { KeyFigure } from "./tiles";

/** What indicators are called in a tile, in English and Chinese; others bear their own label. */
const names: Partial<Record<IndicatorCode, readonly [en: string, zh: string]>> = {
  ONLINE_RETAIL_TOTAL: ["Online retail sales", "网上零售额"],
  ONLINE_RETAIL_GOODS_SERVICES: ["Online goods and services", "网上商品和服务"],
  ONLINE_RETAIL_PHYSICAL: ["Physical goods, online", "实物商品网零"],
  ONLINE_RETAIL_PHYSICAL_SHARE: ["Physical goods’ share", "实物商品网零占比"],
  ONLINE_RETAIL_FOOD: ["Food, online", "实物网零：吃类"],
  ONLINE_RETAIL_CLOTHING: ["Clothing, online", "实物网零：穿类"],
  ONLINE_RETAIL_DAILY_USE: ["Articles for use", "实物网零：用类"],
  ONLINE_RETAIL_SERVICES: ["Services, online", "网上服务零售额"],
  TOTAL_RETAIL: ["Total retail sales", "社会消费品零售总额"],
  DIGITAL_PRODUCTS: ["Digital products", "数码产品"],
  ONLINE_ENTERTAINMENT: ["Online entertainment", "在线文娱"],
  INSTORE_DINING: ["In-store dining", "到店餐饮"],
  ONLINE_SERVICE_CONSUMPTION: ["Online services", "网络服务消费"],
  SMART_WEARABLES: ["Smart wearables", "智能穿戴"],
  SMART_ROBOTS: ["Smart robots", "智能机器人"],
  SMART_GLASSES: ["Smart glasses", "智能眼镜"],
  MOBILE_PHONES: ["Mobile phones", "手机"],
  HOME_APPLIANCES_ONLINE: ["Home appliances", "家电"],
  COMM_EQUIPMENT_ONLINE: ["Communication equipment", "通讯器材"],
  TRADEIN_15_CATEGORIES: ["Trade-in, 15 categories", "15类以旧换新"],
  TRADEIN_REFRIGERATORS: ["Refrigerators, trade-in", "以旧换新：冰箱"],
  TRADEIN_WASHING_MACHINES: ["Washing machines, trade-in", "以旧换新：洗衣机"],
  SERVICE_RETAIL: ["Retail of services", "服务零售额"],
  SILKROAD_VN_CASHEWS: ["Vietnamese cashews", "越南腰果"],
  SILKROAD_EVENTS: ["Silk Road events", "丝路电商活动"],
  SILKROAD_PARTNERS: ["Silk Road partners", "丝路电商伙伴国"],
  AGRI_ONLINE_RETAIL: ["Farm products, online", "农产品网络零售额"],
  CROSS_BORDER_ECOM_TRADE: ["Cross-border trade", "跨境电商进出口"],
};

const key = (code: IndicatorCode, show: KeyFigure["show"]): KeyFigure => {
  const [en, zh] = names[code] ?? [];
  const share = code === "ONLINE_RETAIL_PHYSICAL_SHARE";
  return {
    code,
    show,
    label: en && zh ? { en, zh } : indicatorOf(code).label,
    ...(share ? { note: { en: "of total retail", zh: "占社零总额比重" } } : {}),
  };
};

/** Key figures that show the indicators' own measures, with growth below. */
export const valuesOf = (...codes: readonly IndicatorCode[]): KeyFigure[] =>
  codes.map((code) => key(code, "value"));

/** Key figures that show growth. */
export const growthOf = (...codes: readonly IndicatorCode[]): KeyFigure[] =>
  codes.map((code) => key(code, "growth"));
