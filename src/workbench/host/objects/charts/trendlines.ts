import type { SeriesState, TrendlineState } from "../../../state";
import { asBoolean, asInteger, asNumber, asOneOf, asText, notFound } from "../../errors";
import { ref } from "../define";
import type { ObjectType } from "../define";
import { changePart, formatType, members, partOf, within } from "./parts";
import type { Part } from "./parts";

const types = ["Linear", "Exponential", "Logarithmic", "MovingAverage", "Polynomial", "Power"] as const;

interface TrendlinePart extends Part<TrendlineState> {
  id: string;
  series: Part<SeriesState>;
}

const trendlineRef = (series: Part<SeriesState>, id: string) =>
  ref(trendline, {
    ...within(series, (one) => {
      const found = one.trendlines.find((candidate) => candidate.id === id);
      if (!found) throw notFound();
      return found;
    }),
    id,
    series,
  });

const format = formatType<TrendlineState["format"]>("ChartTrendlineFormat", "Line");

const trendline: ObjectType<TrendlinePart> = {
  ...members<TrendlineState>({
    Type: ["type", (value) => asOneOf(value, types)],
    Name: ["name", asText],
    MovingAveragePeriod: ["movingAveragePeriod", (value) => asInteger(value, 2, 255)],
    PolynomialOrder: ["polynomialOrder", (value) => asInteger(value, 2, 6)],
    ForwardPeriod: ["forwardPeriod", asNumber],
    BackwardPeriod: ["backwardPeriod", asNumber],
    ShowEquation: ["showEquation", asBoolean],
    ShowRSquared: ["showRSquared", asBoolean],
  }),
  name: "ChartTrendline",
  check: partOf,
  id: (self) => self.id,
  go: {
    Format: (self) =>
      ref(
        format,
        within(self, (one) => one.format),
      ),
  },
  act: {
    Delete: (self, _args, model) => {
      changePart(self.series, model, (one) => {
        one.trendlines = one.trendlines.filter((candidate) => candidate.id !== self.id);
      });
    },
  },
};

/** The trend lines of a series. */
export const trendlines: ObjectType<Part<SeriesState>> = {
  name: "ChartTrendlineCollection",
  items: (self, model) => partOf(self, model).trendlines.map((one) => trendlineRef(self, one.id)),
  item: (self, index, model) => {
    const found = partOf(self, model).trendlines[asInteger(index, 0)];
    if (!found) throw notFound();
    return trendlineRef(self, found.id);
  },
  call: { GetCount: (self, _args, model) => partOf(self, model).trendlines.length },
  act: {
    Add: (self, [type], model) => {
      const id = String(model.nextId());
      const kind = type === undefined || type === null ? "Linear" : asOneOf(type, types);
      changePart(self, model, (one) => {
        one.trendlines.push({
          id,
          type: kind,
          name: "",
          movingAveragePeriod: 2,
          polynomialOrder: 2,
          forwardPeriod: 0,
          backwardPeriod: 0,
          showEquation: false,
          showRSquared: false,
          format: {},
        });
      });
      return trendlineRef(self, id);
    },
  },
};
