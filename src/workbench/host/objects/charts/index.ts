import { asInteger, asOneOf, asText, invalid, notFound } from "../../errors";
import { chartTypes, newChart } from "../../grid/chartDefaults";
import { requireUnprotected } from "../../grid/guard";
import type { Model } from "../../model";
import { ref } from "../define";
import type { ObjectType } from "../define";
import type { Ref } from "../kinds";
import { chart, setData } from "./chart";

function find(self: string, key: unknown, model: Model): Ref {
  const text = asText(key);
  const named = model.state
    .chartsOf(self)
    .find((state) => state.id === text || state.name.toLowerCase() === text.toLowerCase());
  if (!named) throw notFound();
  return ref(chart, named.id);
}

function freeName(self: string, model: Model): string {
  const takenNames = new Set(model.state.chartsOf(self).map((state) => state.name));
  for (let number = takenNames.size + 1; ; number++)
    if (!takenNames.has(`Chart ${number}`)) return `Chart ${number}`;
}

/** The charts of a sheet. */
export const charts: ObjectType<string> = {
  name: "ChartCollection",
  items: (self, model) => model.state.chartsOf(self).map((state) => ref(chart, state.id)),
  item: find,
  call: {
    GetItem: (self, [name], model) => find(self, name, model),
    GetItemAt: (self, [index], model) => {
      const state = model.state.chartsOf(self)[asInteger(index, 0)];
      if (!state) throw invalid();
      return ref(chart, state.id);
    },
  },
  act: {
    Add: async (self, [type, sourceData, seriesBy], model) => {
      requireUnprotected(model, self, "allowEditObjects");
      const chartType = asOneOf(type, chartTypes);
      await model.calculation.settle();
      const added = newChart(`{chart-${model.nextId()}}`, freeName(self, model), self, chartType);
      setData([sourceData, seriesBy], added, model);
      added.legend.visible = added.series.length > 1;
      model.state.data.charts.push(added);
      model.state.changed({ kind: "charts", sheetId: self, id: added.id });
      return ref(chart, added.id);
    },
  },
};
