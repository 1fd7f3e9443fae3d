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
} from "../../dataset";
import { changes, refused, renamed } from "../../dataset/changes";
import { shortPeriod } from "../model/period";
import { Button, Section } from "../parts/controls";
import { useFew } from "../parts/few";
import type { ViewProps } from "./frame";

/** How many changes are listed before the rest is asked for. */
const few = 8;

/** Which releases this workbook knows, what newer ones would change in it, and the button that lets them. */
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

/** What an update would change, before it is pressed. */
function Changes({
  asof,
  version,
  words,
  language,
}: { asof: string; version: string } & Pick<ViewProps, "words" | "language">): JSX.Element {
  // Figures that become others come before those that are new: they change what stands in the workbook.
  const older = officialOf(version);
  const names = renamed(older, official, language);
  const found = changes({ asof, store: older }, { store: official })
    .reverse()
    .sort((a, b) => Number(!a.before) - Number(!b.before));
  const lost = refused({ asof, store: older }, { store: official });
  const text = (figure: Figure | undefined) => (figure ? figureText(figure, language) : "");
  const { shown, more } = useFew(found, few, words);
  return (
    <>
      {names.length > 0 && (
        <>
          <p class="hint">{words.nameChanges(names.length)}</p>
          <ul class="changes">
            {names.map(({ before, after }) => (
              <li key={after.code}>
                {before.label[language]} → {after.label[language]}
              </li>
            ))}
          </ul>
        </>
      )}
      {lost.length > 0 && (
        <>
          <p class="hint">{words.refusedChanges}</p>
          <ul class="changes">
            {lost.map(({ indicator, periods }) => (
              <li key={indicator.code}>
                {indicator.label[language]}: {words.periodCount(periods.length)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="hint">{found.length === 0 ? words.noDataChanges : words.dataChanges(found.length)}</p>
      <ul class="changes">
        {shown.map(({ indicator, measure, period, before, after }) => (
          <li key={indicator.code + measure + period}>
            {indicator.label[language]}, {shortPeriod(period, language, indicator.nature)}:{" "}
            {before ? `${text(before)} → ${text(after)}` : `${text(after)} (${words.newFigure})`}
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
