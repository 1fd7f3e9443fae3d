import { headlines } from "../../../src/data/checks/headlines";
import { found, observation, rowWhere, tables } from "../tables";

const retail = (period: string) =>
  observation({
    indicator_code: "TOTAL_RETAIL",
    measure: "YOY_GROWTH",
    time_period: period,
    accumulation: "period",
  });
const source = (id: string) => rowWhere("sources", (cells) => cells.source_id === id);

test("Every headline that names a growth has it among the figures.", () => {
  expect(headlines(tables)).toEqual([]);
});

test("A growth misread beside its release's headline is found at the source.", () => {
  // 2025年3月份社会消费品零售总额增长5.9%
  expect(found(headlines, "observations", retail("2025-03"), { obs_value: "9.5" })).toMatchObject([
    { file: "sources.csv", row: source("nbs-retail-2025-03"), rule: "headlines" },
  ]);
});

test("A title of another release is found, of a month, a sum, a part of the year or a year; a fall is below zero.", () => {
  const row = source("nbs-retail-2025-03");
  const titled = (title: string) => found(headlines, "sources", row, { title });
  for (const title of [
    "2024年12月份社会消费品零售总额增长3.8%",
    "2022年1—4月份社会消费品零售总额增长0.2%",
    "2019年前三季度社会消费品零售总额增长8.3%",
    "2021年社会消费品零售总额增长12.6%",
  ])
    expect(titled(title)).toHaveLength(1);
  expect(titled("2022年1—4月份社会消费品零售总额下降0.2%")).toEqual([]);
  expect(titled("2021年社会消费品零售总额主要数据")).toEqual([]);
});
