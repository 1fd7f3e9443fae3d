import { unpack } from "../../src/data/compact/unpack";
import { packed } from "../../src/data/dataset";
import { details } from "../../src/data/details";
import type { Unpacked } from "../../src/data/rows";
import type { IndicatorCode } from "../../src/dataset";

/** How the data are multiplied: each indicator stands there so often, with so many times its periods. */
export interface Size {
  readonly indicators: number;
  readonly periods: number;
}

/** The real years are 2014 to 2026: shifted by this much no period is there twice, and all stay within 1990 to 2099. */
const SPAN = 13;
const shifts = [0, SPAN, 2 * SPAN, 3 * SPAN, -SPAN];

const again = (text: string, copy: number, between = " ") => (copy === 0 ? text : `${text}${between}${copy}`);

/**
 * The real tables several times over: copies of every indicator under other names, and of every figure in other years.
 * @param size at most five times the periods
 */
export function multiplied({ indicators, periods }: Size): Unpacked {
  const real = unpack({ ...packed, ...details });
  if (periods > shifts.length) throw new Error(`At most ${shifts.length} times the periods.`);
  const copies = Array.from({ length: indicators }, (_, copy) =>
    real.indicators.map((one) => ({
      ...one,
      code: again(one.code, copy, "_") as IndicatorCode,
      label: { en: again(one.label.en, copy), zh: again(one.label.zh, copy, "") },
      aliases: one.aliases.map((alias) => again(alias, copy)),
    })),
  ).flat();
  return {
    ...real,
    indicators: copies,
    count: real.count * indicators * periods,
    observations: (place) => {
      const indicator = copies[place]?.code as IndicatorCode;
      return shifts.slice(0, periods).flatMap((shift) =>
        real.observations(place % real.indicators.length).map((row) =>
          Object.assign(row, {
            indicator,
            timePeriod: `${Number(row.timePeriod.slice(0, 4)) + shift}${row.timePeriod.slice(4)}`,
          }),
        ),
      );
    },
  };
}
