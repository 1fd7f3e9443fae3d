import type { JSX } from "preact";
import {
  compareVersions,
  dataset,
  dateLabel,
  figureText,
  FIRST_VERSION,
  official,
  officialOf,
  type Figure,
  type Text2,
} from "../../dataset";
import { changes, moved, refused, renamed, addsToCards, type Pair } from "../../dataset/changes";
import { shortPeriod } from "../model/period";
import { Button, Section } from "../parts/controls";
import { useFew } from "../parts/few";
import type { ViewProps } from "./frame";

/** The number of changes listed at first. */
const few = 8;

/**
 * The workbook's data date, what newer data would change, and the button that updates. Without a date the workbook
 * follows the newest data.
 */
export function DataDate({ state, words, language, controller }: ViewProps): JSX.Element {
  const { asof, version = FIRST_VERSION } = state.settings;
  const older = compareVersions(version, dataset.release) < 0;
  const behind = asof !== undefined && (older || asof < dataset.released);
  return (
    <Section title={words.dataDate}>
      <p>{asof ? words.dataDateFixed(dateLabel(asof, language)) : words.dataDateOpen}</p>
      {asof && !behind && <p class="hint">{words.dataDateCurrent}</p>}
      {behind && (
        <>
          <p>{words.dataDateNewer(dateLabel(dataset.released, language))}</p>
          <Changes asof={asof} version={version} words={words} language={language} />
          <Button
            class="start-plain"
            onClick={() =>
              void controller.save("ECOM.asof", dataset.released, (now, inLanguage) =>
                now.dataUpdated(dateLabel(dataset.released, inLanguage)),
              )
            }
          >
            {words.updateData}
          </Button>
        </>
      )}
    </Section>
  );
}

/** A list of changes of one kind, each with a key; nothing if there are none. */
function ChangeList({
  heading,
  lines,
}: {
  heading: string;
  lines: readonly (readonly [key: string, text: string])[];
}): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <>
      <p class="hint">{heading}</p>
      <ul class="changes">
        {lines.map(([key, text]) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </>
  );
}

/** The lines of changed names, before and after. */
const nameLines = (
  pairs: readonly Pair<{ readonly code: string; readonly label: Text2 }>[],
  language: ViewProps["language"],
): (readonly [key: string, text: string])[] =>
  pairs.map(({ before, after }) => [after.code, `${before.label[language]} → ${after.label[language]}`]);

/** What an update would change. */
function Changes({
  asof,
  version,
  words,
  language,
}: { asof: string; version: string } & Pick<ViewProps, "words" | "language">): JSX.Element {
  // Changed figures come before new ones, because they change what is in the workbook.
  const older = officialOf(version);
  const names = renamed(older.indicators, official.indicators, language);
  const themes = renamed(older.themes, official.themes, language);
  const under = moved(older, official);
  const changed = changes({ asof, store: older }, { store: official })
    .reverse()
    .sort((a, b) => Number(!a.before) - Number(!b.before));
  const lost = refused({ asof, store: older }, { store: official });
  const text = (figure: Figure | undefined) => (figure ? figureText(figure, language) : "");
  const [comma, colon] = language === "zh" ? ["，", "："] : [", ", ": "];
  const { shown, more } = useFew(changed, few, words);
  return (
    <>
      <ChangeList heading={words.nameChanges(names.length)} lines={nameLines(names, language)} />
      <ChangeList heading={words.themeChanges(themes.length)} lines={nameLines(themes, language)} />
      <ChangeList
        heading={words.movedChanges(under.length)}
        lines={under.map(({ indicator, before, after }) => [
          indicator.code,
          `${indicator.label[language]}${colon}${before[language]} → ${after[language]}`,
        ])}
      />
      {addsToCards(older, official) && <p class="hint">{words.addsToCards}</p>}
      <ChangeList
        heading={words.refusedChanges}
        lines={lost.map(({ indicator, periods }) => [
          indicator.code,
          indicator.label[language] + colon + words.periodCount(periods.length),
        ])}
      />
      <p class="hint">{changed.length === 0 ? words.noDataChanges : words.dataChanges(changed.length)}</p>
      <ul class="changes">
        {shown.map(({ indicator, measure, period, before, after }) => (
          <li key={indicator.code + measure + period}>
            {indicator.label[language] + comma + shortPeriod(period, language, indicator.nature) + colon}
            {before ? `${text(before)} → ${text(after)}` : `${text(after)} (${words.newFigure})`}
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
