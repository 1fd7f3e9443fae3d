import type { Indicator } from "../../../dataset";
import { bars, mostBars } from "../../layout/drawings";
import type { Drawing } from "../../layout/drawings";
import type { Request } from "../../layout/request";
import { texts } from "../../layout/texts";
import type { Tile } from "../../layout/tiles";
import type { Row } from "./figures";

/** Growth by indicator, sorted, without Silk Road goods, which have their own chart. Undefined without any growth. */
export function growthBars(
  rows: readonly Row[],
  tiles: readonly Tile[],
  { language }: Request,
): { drawing: Drawing; drawn: number; of: number } | undefined {
  const figures = rows.flatMap(({ growth, indicator }) =>
    growth && !isSilkRoadGoods(indicator) ? [growth] : [],
  );
  if (figures.length === 0) return undefined;
  const dark = new Set(tiles.map(({ figure: shown }) => shown.indicator.code));
  return {
    drawing: bars("growth", texts.growthChart[language], figures, dark, language),
    drawn: Math.min(figures.length, mostBars),
    of: figures.length,
  };
}

/** Growth of partner countries' goods; undefined without any. */
export function silkRoadBars(rows: readonly Row[], { language }: Request): Drawing | undefined {
  const figures = rows.flatMap(({ growth, indicator }) =>
    growth && isSilkRoadGoods(indicator) ? [growth] : [],
  );
  return figures.length === 0
    ? undefined
    : bars("silkroad", texts.silkChart[language], figures, undefined, language);
}

const isSilkRoadGoods = ({ theme }: Indicator): boolean => theme === "silk_road";
