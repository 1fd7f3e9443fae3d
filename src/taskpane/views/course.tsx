import type { JSX } from "preact";
import { useState } from "preact/hooks";
import {
  figureText,
  periodLabel,
  periodOf,
  periodParts,
  type Figure,
  type Frequency,
  type MeasureName,
  type Period,
} from "../../dataset";
import { monthIndex, planLine, type LinePlan } from "../chart/line";
import { LineChart } from "../chart/line-chart";
import { measureWord } from "../messages/measure";
import { axisUnit } from "../model/axis";
import { courseOf, freqsOf, onOneBasis, type Course as Shown } from "../model/figures";
import type { Opened } from "../model/opened";
import { shortPeriod } from "../model/period";
import { Choice } from "../parts/controls";
import type { ViewProps } from "./frame";

/**
 * The chart of an indicator's published figures in one frequency. A sentence in its place if there are fewer than
 * two; a switch puts levels on one basis where chaining allows it.
 */
export function Course(props: ViewProps & { view: Opened }): JSX.Element | null {
  const { state, words, language, show, view } = props;
  const { indicator, measure } = view;
  const [wanted, setWanted] = useState(false);
  const published = courseOf(view, measure, state.freq);
  const chained = published && onOneBasis(view, measure, published.freq);
  const course = wanted && chained ? chained : published;
  const figures = course?.figures ?? [];
  const first = figures[0];
  const last = figures.at(-1);
  if (!course || !first || !last || first === last) return <p class="hint">{words.onePoint}</p>;

  const unit = axisUnit(figures, language);
  const label = (figure: Figure) => periodLabel(figure.period, language, indicator.nature);
  const plan = lineOf(view, course, unit.divisor, language);
  const measured = headingOf(measure, course.basis, words);
  const heading = unit.label ? words.inUnit(measured, unit.label) : measured;
  return (
    <figure class="course">
      <figcaption>
        <span>{heading}</span>
        {plan.breaks.map((at) => (
          <span class="break-note" key={at}>
            {words.breakAfter(monthText(at, language))}
          </span>
        ))}
      </figcaption>
      <LineChart
        plan={plan}
        title={words.chartOf(heading, label(first), label(last))}
        pointsLabel={words.chartKeys}
        selected={view.period}
        describe={(point) => {
          const figure = figures.find((candidate) => candidate.period === point.period);
          return figure ? `${label(figure)}: ${figureText(figure, language)}` : "";
        }}
        axisText={unit.text}
        breakText={(at) => words.breakAfter(monthText(at, language))}
        onSelect={(period) => show({ period })}
      />
      <FrequencyChoice {...props} freq={course.freq} />
      {chained && (
        <Choice
          label={words.levelsShown}
          hideLabel
          value={wanted ? "chained" : "published"}
          options={[
            { value: "published", label: words.asPublished },
            { value: "chained", label: words.onOneBasis },
          ]}
          onChange={(value) => setWanted(value === "chained")}
        />
      )}
    </figure>
  );
}

/** The choice among the frequencies in which there is a line; nothing if there is only one. */
function FrequencyChoice({
  words,
  show,
  view,
  freq,
}: ViewProps & { view: Opened; freq: Frequency }): JSX.Element | null {
  const freqs = freqsOf(view, view.measure);
  if (freqs.length < 2) return null;
  return (
    <Choice
      label={words.frequency}
      hideLabel
      value={freqs.find((value) => value === freq) ?? "ytd"}
      options={freqs.map((value) => ({ value, label: words[value] }))}
      onChange={(value) => show({ freq: value })}
    />
  );
}

/** The line of a measure, interrupted where periods are missing and at breaks. */
function lineOf(
  { indicator, measure }: Opened,
  { figures, freq, breaks }: Shown,
  divisor: number,
  language: ViewProps["language"],
): LinePlan<Period> {
  return planLine(
    figures.map((figure) => ({
      period: figure.period,
      at: monthOf(figure.period),
      value: figure.value / divisor,
      provisional: figure.provisional,
    })),
    {
      // Cumulative amounts restart each year; their growth and shares do not.
      restartsEachYear:
        freq === "ytd" && (measure === "level" || measure === "count") && indicator.nature === "flow",
      isNext: (before, { at }) => isNextOf(freq, before.at, at),
      monthText: (at) => shortMonth(at, language),
      breaks: breaks.map((entry) => afterMonth(entry.after)),
    },
  );
}

/** The heading above the chart. */
function headingOf(measure: MeasureName, basis: Shown["basis"], words: ViewProps["words"]): string {
  if (basis !== undefined) return words.onBasisOf(basis);
  return measure === "growth" ? words.growthOnYear : measureWord(measure, words);
}

/** The months from one period to the next. */
const steps: Partial<Record<Frequency, number>> = { annual: 12, quarter: 3, month: 1, ytd: 1 };

/**
 * Whether a period directly follows another. Figures that are further apart are drawn as dots, as in inserted charts.
 */
function isNextOf(freq: Frequency, before: number, at: number): boolean {
  const step = steps[freq];
  if (step === undefined) return true;
  // January is published only together with February.
  const january = freq === "ytd" && before % 12 === 11 && at % 12 === 1;
  return at - before <= step || january;
}

function monthOf(period: Figure["period"]): number {
  const { year, last } = periodParts(period);
  return monthIndex(year, last);
}

/** The end of the month before a break, "2014-12", on the axis. */
function afterMonth(month: string): number {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return monthIndex(year, number);
}

/** A short name of a month on the axis. */
function shortMonth(at: number, language: ViewProps["language"]): string {
  const period = periodOf(Math.floor(at / 12), (at % 12) + 1, (at % 12) + 1);
  return period ? shortPeriod(period, language) : "";
}

/** The full name of a month on the axis. */
function monthText(at: number, language: ViewProps["language"]): string {
  const month = Math.floor(at) % 12;
  const period = periodOf(Math.floor(at / 12), month + 1, month + 1);
  return period ? periodLabel(period, language) : "";
}
