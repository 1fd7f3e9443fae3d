import { open, shown } from "./excel";
import {
  broken,
  chosen,
  columns,
  exact,
  figures,
  indicators,
  lastDay,
  levelIn,
  monthsOf,
  rows,
  written,
  type Row,
} from "./rows";

// Every answer compared with a plain scan of the tables that shares no code with the product.

beforeEach(() => open());

const ofFigure = (list: readonly Row[]) => {
  const first = list[0] as Row;
  return { first, code: first.indicator_code, period: written(monthsOf(first)) };
};
const growths = figures.filter(([row]) => row?.measure === "YOY_GROWTH");
const others = figures.filter(([row]) => row?.measure !== "YOY_GROWTH");

test("There is enough to compare.", () => {
  expect(growths.length + others.length).toBeGreaterThan(500);
});

test("GROWTH gives every published growth.", () => {
  const wrong = growths.filter((list) => {
    const { code, period } = ofFigure(list);
    return shown("GROWTH", code, period) !== exact(chosen(list) as Row);
  });
  expect(wrong).toEqual([]);
});

test("VALUE gives every other figure, in base units and in billions.", () => {
  for (const list of others) {
    const { first, code, period } = ofFigure(list);
    const one = chosen(list) as Row;
    expect([code, period, shown("VALUE", code, period)]).toEqual([code, period, exact(one)]);
    const amount = first.measure === "LEVEL" || first.measure === "COUNT";
    expect(shown("VALUE", code, period, "billion")).toBe(amount ? exact(one, -9) : "#VALUE!");
  }
});

test("With asof both give what was known on the day before each release, and on its day.", () => {
  for (const list of figures) {
    const { first, code, period } = ofFigure(list);
    const id = first.measure === "YOY_GROWTH" ? "GROWTH" : "VALUE";
    for (const { vintage } of list) {
      const day = lastDay(vintage);
      const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
      for (const asof of [before, day]) {
        const known = chosen(list, asof);
        const expected = known === undefined ? "#N/A" : exact(known);
        expect([code, period, asof, shown(id, code, period, null, asof)]).toEqual([
          code,
          period,
          asof,
          expected,
        ]);
      }
    }
  }
});

test("INFO's figures give every row of the data back, cell by cell.", () => {
  for (const { indicator_code: code = "" } of indicators) {
    const [head = [], ...body] = shown("INFO", code, "figures") as unknown[][];
    expect(head.slice(0, columns.length)).toEqual(columns);
    const back = body.map((row) => row.slice(0, columns.length).map(String).join("|")).sort();
    const own = rows
      .filter((row) => row.indicator_code === code)
      .map((row) => columns.map((name) => (row as unknown as Record<string, string>)[name]).join("|"))
      .sort();
    expect(back).toEqual(own);
    for (const row of body) {
      const source = rows.find((one) =>
        columns.every((name, at) => (one as unknown as Record<string, string>)[name] === String(row[at])),
      );
      expect(row[head.indexOf("value")]).toBe(exact(source as Row));
    }
  }
});

test("Computed growth is level over level a year earlier minus 1, to 1e-12, and refused over a gap or break, or levels of two bases.", () => {
  let [answered, refused] = [0, 0];
  for (const list of others) {
    const { first, code, period } = ofFigure(list);
    if (first.measure !== "LEVEL" && first.measure !== "COUNT") continue;
    const months = monthsOf(first);
    const [now, before] = [levelIn(code, months), levelIn(code, [months[0] - 12, months[1] - 12])];
    const found = shown("GROWTH", code, period, "computed");
    if (before === undefined || broken(code, months[1] - 12, months[1])) {
      expect([code, period, found]).toEqual([code, period, "#N/A"]);
    } else if (found === "#N/A") {
      // Levels that are too rough or of two bases: test/dataset/figures says which.
      refused++;
    } else {
      answered++;
      expect(Math.abs((found as number) - (exact(now as Row) / exact(before) - 1))).toBeLessThan(1e-12);
    }
  }
  expect(answered).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(150);
});

test("A single quarter or month in SERIES is the difference of cumulative levels, to 1e-12 of the size.", () => {
  let answered = 0;
  for (const { indicator_code: code = "", nature } of indicators) {
    if (nature !== "flow" || !others.some(([row]) => row?.indicator_code === code && row.measure === "LEVEL"))
      continue;
    for (const freq of ["month", "quarter"]) {
      const table = shown("SERIES", code, "single", null, null, false, freq);
      if (!Array.isArray(table)) continue;
      for (const [period, value] of table as [string, number | string][]) {
        if (typeof value !== "number") continue;
        const [year, rest] = [Number(period.slice(0, 4)), period.slice(5)];
        const last = year * 12 + (rest.startsWith("Q") ? Number(rest[1]) * 3 : Number(rest));
        const begin = last - (rest.startsWith("Q") ? 3 : 1);
        const own = levelIn(code, [begin + 1, last]);
        const [upTo, before] = [levelIn(code, [year * 12 + 1, last]), levelIn(code, [year * 12 + 1, begin])];
        const expected = own ? exact(own) : exact(upTo as Row) - exact(before as Row);
        expect(Math.abs(value - expected)).toBeLessThanOrEqual(Math.abs(expected) * 1e-12);
        answered++;
      }
    }
  }
  expect(answered).toBeGreaterThan(100);
});

test("CAGR between all pairs of annual levels is the root of their ratio minus 1, to 1e-12, where they are of one basis.", () => {
  let answered = 0;
  const annual = others.filter(([row]) => row?.measure === "LEVEL" && row.freq === "A");
  for (const earlier of annual) {
    for (const later of annual) {
      const [a, b] = [ofFigure(earlier), ofFigure(later)];
      const years = Number(b.period) - Number(a.period);
      if (a.code !== b.code || years <= 0) continue;
      const found = shown("CAGR", a.code, Number(a.period), b.period);
      if (broken(a.code, Number(a.period) * 12 + 12, Number(b.period) * 12 + 12)) {
        expect(found).toBe("#N/A");
      } else if (found !== "#N/A") {
        const ratio = exact(chosen(later) as Row) / exact(chosen(earlier) as Row);
        expect(Math.abs((found as number) - (ratio ** (1 / years) - 1))).toBeLessThan(1e-12);
        answered++;
      }
    }
  }
  expect(answered).toBeGreaterThan(10);
});

test("What is counted since another month than January is answered by no period, and listed.", () => {
  const since = rows.filter(({ accumulation }) => accumulation === "since");
  expect(since.map(({ indicator_code }) => indicator_code)).toEqual(["FOREIGN_TRADE_ZONE_SALES"]);
  for (const period of ["2025-05", "2025-05 YTD", "2025-04", "2025", "latest"])
    expect([period, shown("VALUE", "外贸专区", period)]).toEqual([period, "#N/A"]);
  expect(shown("INFO", "外贸专区", "count")).toBe(1);
  expect(shown("INFO", "外贸专区", "latest")).toBe("");
});
