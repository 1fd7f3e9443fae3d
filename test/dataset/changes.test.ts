import { pack } from "../../src/data/compact/pack";
import { unpack } from "../../src/data/compact/unpack";
import { packed } from "../../src/data/dataset";
import { details } from "../../src/data/details";
import type { Row } from "../../src/data/table";
import { liveStore, canonicalPeriod, createStore, figure, indicatorOf, type Store } from "../../src/dataset";
import { changes } from "../../src/dataset/changes";
import { altered } from "../data/tables";

/** The data with other rows of observations. */
const storeOf = (change: (rows: Row[]) => Row[]): Store =>
  createStore(unpack(pack(altered("observations", change), "other")));

const told = (list: ReturnType<typeof changes>) =>
  list.map(({ indicator, measure, period, before, after }) => [
    indicator.code,
    measure,
    period,
    before?.observation.obsValue,
    after?.observation.obsValue,
  ]);

test("Between the same data nothing changes.", () => {
  expect(changes({}, {})).toEqual([]);
  expect(changes({ asof: "2025-06-30" }, { asof: "2025-06-30" })).toEqual([]);
});

test("Two versions of the data: a new figure, a revised one and one that is gone are told, and nothing else.", () => {
  const now = storeOf((rows) => {
    const [first, second, third, ...rest] = rows.filter(
      ({ cells }) => cells.indicator_code === "DIGITAL_PRODUCTS",
    );
    if (!first || !second || !third || rest.length > 0) throw new Error("The example needs three rows.");
    const others = rows.filter(({ cells }) => cells.indicator_code !== "DIGITAL_PRODUCTS");
    const revised = { ...second, cells: { ...second.cells, obs_value: "8.3" } };
    const later = { ...third, cells: { ...third.cells, time_period: "2025-Q3", accumulation: "ytd" } };
    return [...others, first, revised, later];
  });
  expect(told(changes({}, { store: now }))).toEqual([
    ["DIGITAL_PRODUCTS", "growth", "2025-Q1", "7.4", undefined],
    ["DIGITAL_PRODUCTS", "growth", "2025-09 YTD", undefined, "7.4"],
    ["DIGITAL_PRODUCTS", "growth", "2025-11 YTD", "8.2", "8.3"],
  ]);
});

test("A corrected vintage beside the old one changes the figure only for who sees it.", () => {
  const now = storeOf((rows) =>
    rows.flatMap((row) => {
      const { cells } = row;
      const one =
        cells.indicator_code === "DIGITAL_PRODUCTS" &&
        cells.time_period === "2025-Q1" &&
        cells.measure === "YOY_GROWTH";
      if (!one) return [row];
      return [row, { ...row, cells: { ...cells, obs_value: "7.5", vintage: "2025-06-01" } }];
    }),
  );
  expect(told(changes({}, { store: now }))).toEqual([
    ["DIGITAL_PRODUCTS", "growth", "2025-Q1", "7.4", "7.5"],
  ]);
  expect(changes({}, { store: now, asof: "2025-05-31" }, [indicatorOf("ONLINE_ENTERTAINMENT")])).toEqual([]);
  const digital = { indicator: indicatorOf("DIGITAL_PRODUCTS"), measure: "growth" } as const;
  expect(figure({ ...digital, asof: "2025-05-31" }, now)).toMatchObject({ value: { value: 0.074 } });
  expect(figure(digital, now)).toMatchObject({ value: { value: 0.075, others: [{ obsValue: "7.4" }] } });
});

test("From one data date to a later one, all that was released between is told.", () => {
  const list = changes({ asof: "2026-01-10" }, { asof: "2026-01-22" }, [indicatorOf("EXPRESS_VOLUME")]);
  expect(told(list)).toEqual(
    expect.arrayContaining([
      ["EXPRESS_VOLUME", "level", "2025", "199", "198.95"],
      ["EXPRESS_VOLUME", "growth", "2025", "13.7", "13.6"],
    ]),
  );
});

test("What changes from a day before all data is every figure there is.", () => {
  const cells = liveStore.indicators.flatMap(({ code }) =>
    [...liveStore.book(code).cells.values()].flatMap((byKey) => [...byKey.keys()]),
  );
  expect(changes({ asof: "2000-01-01" }, {})).toHaveLength(cells.length);
});

test("An indicator that one version lacks is new in the other.", () => {
  const open = unpack({ ...packed, ...details });
  const less = createStore({ ...open, indicators: open.indicators.slice(0, 1), observations: () => [] });
  const list = changes({ store: less }, {}, [indicatorOf("DIGITAL_PRODUCTS")]);
  expect(told(list).map(([, , , before]) => before)).toEqual([undefined, undefined, undefined]);
});

test("Rows written differently for the same months are one period.", () => {
  const period = (timePeriod: string, accumulation: "ytd" | "period") =>
    canonicalPeriod({ timePeriod, accumulation });
  expect(period("2025-Q1", "period")).toBe(period("2025-03", "ytd"));
  expect(period("2025-Q2", "ytd")).toBe(period("2025-06", "ytd"));
  expect(period("2025-12", "ytd")).toBe(period("2025", "period"));
  expect(period("2025-03", "period")).toBe("2025-03");
});
