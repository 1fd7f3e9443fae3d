import { unpack } from "../../src/data/compact/unpack";
import { packed } from "../../src/data/dataset";
import { details } from "../../src/data/details";
import {
  breaks,
  liveStore,
  createStore,
  dataset,
  liveOfficial,
  figure,
  findIndicator,
  indicatorOf,
  indicators,
  everyFigureOf,
  series,
  sourceOf,
  sources,
  themes,
  type IndicatorCode,
} from "../../src/dataset";
import { csv } from "./rows";

test("The dataset says how much is in it and how new it is.", () => {
  expect(dataset.counts).toEqual({ observations: 1629, indicators: 91, sources: 258, events: 18, breaks: 3 });
  expect(dataset.released).toBe("2026-09-15");
  expect(dataset.version).toMatch(/^2026-09-15\.[0-9a-f]{6}$/);
  expect([indicators.length, sources.length, liveOfficial.events.length, breaks.length]).toEqual([
    91, 258, 18, 3,
  ]);
});

test("Indicators and themes stand in the order of the tables, sources in the order in which figures name them.", () => {
  expect(indicators.map(({ code }) => code)).toEqual(csv("indicators").map((row) => row.indicator_code));
  const named = indicators.flatMap(({ code }) => everyFigureOf(code).map(({ source }) => source));
  expect(new Set(named)).toEqual(new Set(csv("observations").map((row) => row.source_id)));
  expect(sources.map(({ id }) => id).sort()).toEqual(
    csv("sources")
      .map((row) => row.source_id)
      .sort(),
  );
  expect(themes.map(({ code }) => code)).toEqual(csv("themes").map((row) => row.theme));
});

test("A code and an id lead to their row.", () => {
  for (const indicator of indicators) expect(indicatorOf(indicator.code)).toBe(indicator);
  for (const source of sources) expect(sourceOf(source.id)).toBe(source);
});

test("A figure that was asked for twice is the same object: nothing is made again.", () => {
  const question = { indicator: indicatorOf("DIGITAL_PRODUCTS"), measure: "growth" } as const;
  const [a, b] = [figure(question), figure(question)];
  expect(a.ok && b.ok && a.value === b.value).toBe(true);
});

test("Data of a hundred times the size answer the same questions.", () => {
  const open = unpack({ ...packed, ...details });
  const many = Array.from({ length: 100 }, (_, copy) =>
    open.indicators.map((one) => ({
      ...one,
      code: (copy === 0 ? one.code : `${one.code}_${copy}`) as IndicatorCode,
      aliases: copy === 0 ? one.aliases : one.aliases.map((alias) => `${alias} ${copy}`),
      label: copy === 0 ? one.label : { en: `${one.label.en} ${copy}`, zh: `${one.label.zh}${copy}` },
    })),
  ).flat();
  const large = createStore({
    ...open,
    indicators: many,
    observations: (place) => open.observations(place % open.indicators.length),
  });
  const found = findIndicator("digital 77", large);
  if (!found.ok) throw new Error(found.reason.name);
  expect(found.value.code).toBe("DIGITAL_PRODUCTS_77");
  expect(figure({ indicator: found.value, measure: "growth" }, large)).toMatchObject({
    value: { value: 0.074 },
  });
  expect(series({ indicator: found.value }, large)).toMatchObject({ value: { points: { length: 3 } } });
});

test("Two stores do not mix: the live one answers as before.", () => {
  expect(findIndicator("digital 77")).toMatchObject({ ok: false });
  expect(liveStore.indicators).toBe(indicators);
});
