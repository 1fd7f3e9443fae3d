import { indicators, themes, valueMeasure } from "../../dataset";
import type { Figure, Indicator } from "../../dataset";
import { ask } from "../page/request";
import type { Request } from "../page/request";
import { missingOf, mostTiles, tileOf } from "../page/tiles";
import type { KeyFigure, Missing, Tile } from "../page/tiles";

/** An indicator with a figure for the period; at least one of the two. */
export interface Row {
  indicator: Indicator;
  value?: Figure;
  growth?: Figure;
}

/** All indicators with a figure for the period, by theme, else in the data's order. */
export function rowsFor(request: Request): Row[] {
  const { period } = request;
  const rows = indicators.flatMap((indicator): Row[] => {
    const measure = valueMeasure(indicator);
    const value = ask(indicator, measure, period, request);
    const growth = ask(indicator, "growth", period, request);
    if (!value && !growth) return [];
    return [{ indicator, ...(value ? { value } : {}), ...(growth ? { growth } : {}) }];
  });
  const place = new Map(themes.map(({ code }, index) => [code, index]));
  const of = (row: Row): number => place.get(row.indicator.theme) ?? 0;
  return rows.sort((a, b) => of(a) - of(b));
}

/** The six that are wanted, in this order. */
export const wanted: readonly KeyFigure[] = [
  {
    code: "ONLINE_RETAIL_TOTAL",
    show: "value",
    label: { en: "Online retail sales", zh: "网上零售额" },
  },
  {
    code: "ONLINE_RETAIL_PHYSICAL",
    show: "growth",
    label: { en: "Physical goods, online", zh: "实物商品网零" },
  },
  {
    code: "ONLINE_RETAIL_PHYSICAL_SHARE",
    show: "value",
    label: { en: "Physical goods’ share", zh: "实物商品网零占比" },
    note: { en: "of total retail", zh: "占社零总额比重" },
  },
  { code: "DIGITAL_PRODUCTS", show: "growth", label: { en: "Digital products", zh: "数码产品" } },
  { code: "ONLINE_ENTERTAINMENT", show: "growth", label: { en: "Online entertainment", zh: "在线文娱" } },
  { code: "INSTORE_DINING", show: "growth", label: { en: "In-store dining", zh: "到店餐饮" } },
];

/** What takes the place of a wanted one without a figure; the first from the same field. */
const instead: readonly KeyFigure[] = [
  {
    code: "ONLINE_RETAIL_GOODS_SERVICES",
    show: "value",
    label: { en: "Online retail, goods and services", zh: "网上商品和服务零售额" },
  },
  {
    code: "ONLINE_RETAIL_SERVICES",
    show: "growth",
    label: { en: "Services, online", zh: "网上服务零售额" },
  },
  {
    code: "ONLINE_SERVICE_CONSUMPTION",
    show: "growth",
    label: { en: "Online services", zh: "网络服务消费" },
  },
  { code: "ONLINE_TRAVEL", show: "growth", label: { en: "Online travel", zh: "在线旅游" } },
  { code: "ONLINE_CATERING", show: "growth", label: { en: "Online catering", zh: "在线餐饮" } },
  { code: "SMART_WEARABLES", show: "growth", label: { en: "Smart wearables", zh: "智能穿戴" } },
  { code: "TOTAL_RETAIL", show: "growth", label: { en: "Total retail sales", zh: "社会消费品零售总额" } },
  { code: "RURAL_ONLINE_RETAIL", show: "growth", label: { en: "Rural online retail", zh: "农村网络零售额" } },
  {
    code: "AGRI_ONLINE_RETAIL",
    show: "growth",
    label: { en: "Farm products, online", zh: "农产品网络零售额" },
  },
  {
    code: "CROSS_BORDER_ECOM_TRADE",
    show: "growth",
    label: { en: "Cross-border trade", zh: "跨境电商进出口" },
  },
  { code: "EXPRESS_VOLUME", show: "growth", label: { en: "Express parcels", zh: "快递业务量" } },
  { code: "ONLINE_RETAIL_FOOD", show: "growth", label: { en: "Food, online", zh: "实物网零：吃类" } },
  { code: "ONLINE_RETAIL_CLOTHING", show: "growth", label: { en: "Clothing, online", zh: "实物网零：穿类" } },
  { code: "SERVICE_RETAIL", show: "growth", label: { en: "Retail of services", zh: "服务零售额" } },
];

/** Six tiles if the period has as many figures, and which of the wanted ones are missing. */
export function tilesFor(request: Request): { tiles: Tile[]; missing: Missing[] } {
  const tile = (key: KeyFigure): Tile[] => {
    const made = tileOf(key, request);
    return made ? [made] : [];
  };
  const missing = wanted.flatMap((key) => missingOf(key, request));
  const successor = tile(wanted[0] as KeyFigure).length > 0 ? [] : instead.slice(0, 1).flatMap(tile);
  const first = [...successor, ...wanted.flatMap(tile)];
  const more = instead.flatMap(tile).filter(({ key }) => !first.some((other) => other.key.code === key.code));
  return { tiles: [...first, ...more].slice(0, mostTiles), missing };
}
