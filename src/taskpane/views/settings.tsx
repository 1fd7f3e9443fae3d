import type { JSX } from "preact";
import { dataset, dateLabel, periodLabel, type Period } from "../../dataset";
import { allPeriods } from "../model/figures";
import { Section, Select, Toggle } from "../parts/controls";
import { referenceOf } from "../state";
import { DataDate } from "./data-date";
import type { ViewProps } from "./frame";
import { TestExcel } from "./test-excel";
import { UserTables } from "./user-tables";

/**
 * The workbook's settings, and information about the add-in. Each is saved when it is chosen; a failure shows as a
 * notice.
 */
export function Settings(props: ViewProps): JSX.Element {
  const { words, language } = props;
  const newest = dateLabel(dataset.released, language);
  return (
    <div class="view">
      <h2 class="unseen">{words.settings}</h2>
      <Fields {...props} />
      <DataDate {...props} />
      <UserTables {...props} />
      <TestExcel {...props} />
      <Section title={words.dataset}>
        <p>{words.datasetVersion(dataset.version, newest)}</p>
        <p class="hint">
          {words.datasetCounts(
            dataset.counts.observations,
            dataset.counts.indicators,
            dataset.counts.sources,
          )}
        </p>
      </Section>
      <Section title={words.aboutHeading}>
        <p>{words.aboutText}</p>
        <p>{words.privacyText}</p>
      </Section>
    </div>
  );
}

/** The settings that hold for all functions of the workbook. */
function Fields({ state, words, language, controller }: ViewProps): JSX.Element {
  const { settings, hostLanguage } = state;
  const saved = (now: typeof words) => now.settingSaved;
  const chosenLanguage =
    settings.language === "en" || settings.language === "zh" ? settings.language : "auto";
  return (
    <div class="fields">
      <Select<Period | "latest">
        label={words.referencePeriod}
        hint={words.referencePeriodHint}
        value={referenceOf(state)}
        options={[
          { value: "latest", label: words.latest },
          ...allPeriods().map((value) => ({ value, label: periodLabel(value, language) })),
        ]}
        onChange={(value) => void controller.save("ECOM.period", value, saved)}
      />
      <Select<"auto" | "en" | "zh">
        label={words.language}
        hint={words.languageHint}
        value={chosenLanguage}
        options={[
          { value: "auto", label: words.automatic(hostLanguage === "zh" ? words.chinese : words.english) },
          { value: "en", label: words.english },
          { value: "zh", label: words.chinese },
        ]}
        onChange={(value) =>
          void controller.save("ECOM.language", value === "auto" ? undefined : value, saved)
        }
      />
      <Toggle
        label={words.plainNumbers}
        hint={words.plainNumbersHint}
        checked={settings.plain === true}
        onChange={(on) => void controller.save("ECOM.plain", on || undefined, saved)}
      />
      <Toggle
        label={words.date1904}
        hint={words.date1904Hint}
        checked={settings.date1904 === true}
        onChange={(on) => void controller.save("ECOM.date1904", on || undefined, saved)}
      />
    </div>
  );
}
