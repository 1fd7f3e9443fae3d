import { indicators, themes, valueMeasure } from "../../../dataset";
import type { Figure, Indicator } from "../../../dataset";
import { growthOf, valuesOf } from "../../layout/keys";
import { ask } from "../../layout/request";
import type { Request } from "../../layout/request";
import { missingOf, mostTiles, tileOf } from "../../layout/tiles";
import type { KeyFigure, Missing, Tile } from "../../layout/tiles";

/** An indicator with value, growth or both for the period. */
export interface Row {
  indicator: Indicator;
  value?: Figure;
  growth?: Figure;
}

/**
 * All indicators with a figure for the period, by theme, else in the data's order. An indicator has a row with either
 * its value or its growth, at the request's data date.
 */
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
  const themePlace = (row: Row): number => place.get(row.indicator.theme) ?? 0;
  return rows.sort((a, b) => themePlace(a) - themePlace(b));
}

/** The preferred tiles, in order. */
const wanted: readonly KeyFigure[] = [
  ...valuesOf("ONLINE_RETAIL_TOTAL"),
  ...growthOf("ONLINE_RETAIL_PHYSICAL"),
  ...valuesOf("ONLINE_RETAIL_PHYSICAL_SHARE"),
  ...growthOf("DIGITAL_PRODUCTS", "ONLINE_ENTERTAINMENT", "INSTORE_DINING"),
];

/** Replacements for preferred ones without a figure; the first from the same theme is taken. */
const instead: readonly KeyFigure[] = [
  ...valuesOf("ONLINE_RETAIL_GOODS_SERVICES"),
  ...growthOf(
    "ONLINE_RETAIL_SERVICES",
    "ONLINE_SERVICE_CONSUMPTION",
    "ONLINE_TRAVEL",
    "ONLINE_CATERING",
    "SMART_WEARABLES",
    "TOTAL_RETAIL",
    "RURAL_ONLINE_RETAIL",
    "AGRI_ONLINE_RETAIL",
    "CROSS_BORDER_ECOM_TRADE",
    "EXPRESS_VOLUME",
    "ONLINE_RETAIL_FOOD",
    "ONLINE_RETAIL_CLOTHING",
    "SERVICE_RETAIL",
  ),
];

/**
 * Six tiles if the period has enough figures, and the preferred ones that are missing. Preferred ones come first; the
 * place of a missing one goes to another. A discontinued total is replaced by its successor.
 */
export function tilesFor(request: Request): { tiles: Tile[]; missing: Missing[] } {
  const tile = (key: KeyFigure): Tile[] => {
    const keyTile = tileOf(key, request);
    return keyTile ? [keyTile] : [];
  };
  const missing = wanted.flatMap((key) => missingOf(key, request));
  const successor = tile(wanted[0] as KeyFigure).length > 0 ? [] : instead.slice(0, 1).flatMap(tile);
  const first = [...successor, ...wanted.flatMap(tile)];
  const more = instead.flatMap(tile).filter(({ key }) => !first.some((other) => other.key.code === key.code));
  return { tiles: [...first, ...more].slice(0, mostTiles), missing };
}
