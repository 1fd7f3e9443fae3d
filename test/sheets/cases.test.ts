import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataset, dateLabel, periodLabel, reach, type Period } from "../../src/dataset";
import { cases, casesFolder } from "./cases";
import { faults } from "./invariants";
import { planPicture } from "./planPicture";
import { planOf } from "./plans";

/**
 * Each insertion of test/cases/sheets/cases.json gives a plan without faults, and those that have a picture beside it
 * (NAME.txt) give that picture. Where one differs, what was made is left beside it as NAME-changed.txt: compare the two,
 * and where the change is meant, put the new one in the old one's place.
 */

/** Without the data's version and date, which change with every new row. */
const timeless = (text: string): string =>
  text
    .replaceAll(dataset.version, "{version}")
    .replaceAll(dateLabel(dataset.released, "en"), "{released}")
    .replaceAll(dateLabel(dataset.released, "zh"), "{released}")
    .replace(
      `figures, newest of ${periodLabel(reach() as Period, "en")}, as known on {released}`,
      "figures, newest of {reach}, as known on {released}",
    )
    .replace(`官方数据，最新为${periodLabel(reach() as Period, "zh")}，`, "官方数据，最新为{reach}，");

describe("every recorded insertion gives a plan without faults, and its picture", () => {
  test.each(Object.keys(cases))("%s", (name) => {
    const { insertion, circumstances } = cases[name]!;
    const plan = planOf(insertion, circumstances);
    expect(faults(plan)).toEqual([]);
    const recorded = join(casesFolder, `${name}.txt`);
    const changed = join(casesFolder, `${name}-changed.txt`);
    rmSync(changed, { force: true });
    if (!existsSync(recorded)) return;
    const picture = timeless(planPicture(plan));
    const former = readFileSync(recorded, "utf8");
    if (picture !== former) writeFileSync(changed, picture);
    expect(picture).toBe(former);
  });
});
