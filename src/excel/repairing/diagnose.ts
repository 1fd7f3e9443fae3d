import { dataset } from "../../dataset";
import { followWorkbook, readSettings } from "../../functions";
import { judge } from "../../review/doctor/doctor";
import { markerGone, oldBlock, oldFrozen, partGone } from "../../review/doctor/findingTexts";
import { holdsOurs } from "../../review/frozen/formulas";
import { around, a1, areaOf, parseA1 } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { Finding } from "../../workbook/finding";
import type { Problem } from "../../workbook/problem";
import { frozenIn, recordsOf } from "../freezing/frozenRecords";
import { blockHandle } from "../reading/blockHandle";
import { asOnSheet, chartName, idOf, recordKey } from "../reading/blockRecord";
import type { BlockRecord } from "../reading/blockRecord";
import { recordIn } from "../reading/keptRecord";
import { cut, formulasOf, readSheets } from "../reading/readSheets";
import type { SheetSurvey, Survey } from "../reading/readSheets";
import { followRenamed } from "../reading/renamedTables";
import { runInContext } from "../session/context";
import { problemOf } from "../session/errors";
import type { Part } from "../session/parts";

/** Milliseconds after which #BUSY! counts as permanent: our functions answer in a fraction of that. */
const busyFor = 2_000;

type Examined = { ok: true; findings: readonly Finding[] } | { ok: false; problem: Problem };

/** Looks for problems; if cells are busy, again after a while. */
export async function examine(timeoutMs: number): Promise<Examined> {
  try {
    const first = await findProblems(timeoutMs);
    if (!first.some(({ kind }) => kind === "busy")) return { ok: true, findings: first };
    await new Promise((resolve) => setTimeout(resolve, Math.min(busyFor, timeoutMs)));
    return { ok: true, findings: await findProblems(timeoutMs) };
  } catch (error) {
    return { ok: false, problem: problemOf(error, { sheet: "", newSheet: false }) };
  }
}

/** Reads all sheets and gives what is wrong on each, in the order of the sheets. */
const findProblems = (timeoutMs: number): Promise<Finding[]> =>
  runInContext(timeoutMs, async (context) => {
    const survey = await readSheets(context, ["formulas", "values"]);
    const frozen = frozenFindings(survey);
    const blocks = await followRenamed(
      context,
      survey.sheets.map((sheet) => ({ id: sheet.id, tables: sheet.tables, blocks: blocksOn(sheet) })),
    );
    return survey.sheets.flatMap((sheet, index) => [
      ...cellFindings(sheet, survey),
      ...blockFindings(sheet, blocks[index] ?? []),
      ...frozen.filter((finding) => finding.sheet === sheet.name),
    ]);
  });

/** What is wrong with our formulas on a sheet. */
function cellFindings(sheet: SheetSurvey, { sheets }: Survey): Finding[] {
  followWorkbook();
  const settings = readSettings();
  const valueAt = (reference: string): unknown => {
    const parsed = parseA1(reference);
    const sheetOfCells =
      parsed?.sheet === undefined ? sheet : sheets.find(({ name }) => name === parsed.sheet);
    return parsed && sheetOfCells ? cut(sheetOfCells, "values", parsed.area)[0]?.[0] : undefined;
  };
  return formulasOf(sheet).flatMap(({ formula, area }) => {
    if (!holdsOurs(formula)) return [];
    const shown = cut(sheet, "values", area)[0]?.[0];
    const illness = judge(formula, shown, valueAt, settings);
    return illness ? [{ ...illness, sheet: sheet.name, address: a1(area), formula }] : [];
  });
}

/** A block's record with the present names of its tables; `place` is absent where its cells were deleted. */
interface BlockOn {
  record: BlockRecord;
  area: Area;
  gone?: true;
}

/** The blocks on a sheet, also those whose marker is gone. */
function blocksOn(sheet: SheetSurvey): BlockOn[] {
  const places = new Map(
    sheet.names.flatMap(({ name, value }) => {
      const id = idOf(name);
      const area = areaOf(value);
      return id === undefined ? [] : [[id, area] as const];
    }),
  );
  return recordsOn(sheet, [...places.keys()]).map((record) => {
    const area = places.get(record.id);
    return area
      ? { record: asOnSheet(record, sheet.tables), area }
      : { record: { ...record, tables: [] }, area: [0, 0, 1, 1], gone: true };
  });
}

/** What is wrong with the blocks on a sheet: markers, tables and charts that are gone, and old data. */
function blockFindings(sheet: SheetSurvey, blocks: readonly BlockOn[]): Finding[] {
  return blocks.flatMap(({ record, area, gone }): Finding[] => {
    const place = { sheet: sheet.name, address: gone ? "" : a1(area), mendable: true };
    const block = blockHandle(sheet.id, record.id);
    if (gone) return [{ ...place, kind: "marker-gone", cause: markerGone, block }];
    // Parts that Excel refused were reported when they were written. A part counts as gone only if Excel can tell.
    const refused = (part: Part) => record.left?.includes(part) === true;
    const whole =
      (refused("table") ||
        sheet.tablesUnsure ||
        record.tables.every(({ name }) => sheet.tables.includes(name))) &&
      (refused("chart") ||
        sheet.chartsUnsure ||
        record.charts.every(({ id }) => sheet.charts.includes(chartName(record.id, id))));
    if (!whole) return [{ ...place, kind: "part-gone", cause: partGone, block }];
    if (record.version === dataset.version) return [];
    return [{ ...place, kind: "old-block", cause: oldBlock(record.version), block }];
  });
}

function recordsOn({ properties }: SheetSurvey, ids: readonly string[]): BlockRecord[] {
  const prefix = recordKey("").toLowerCase();
  const recordIds = [...properties.keys()].flatMap((key) =>
    key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
  );
  return [...new Set([...recordIds, ...ids])].flatMap((id) => recordIn(properties, id) ?? []);
}

/** One for each sheet and version. */
function frozenFindings(survey: Survey): Finding[] {
  const old = frozenIn(survey, recordsOf(survey)).filter(({ record }) => record.version !== dataset.version);
  const groups = new Map<string, typeof old>();
  for (const frozen of old) {
    const key = `${frozen.recordSheet.id} ${frozen.record.version}`;
    groups.set(key, [...(groups.get(key) ?? []), frozen]);
  }
  return [...groups.values()].flatMap((group): Finding[] => {
    const [first] = group;
    const areas = group.flatMap(({ place, recordSheet }) =>
      place?.sheet === recordSheet ? [place.area] : [],
    );
    if (!first || areas.length === 0) return [];
    return [
      {
        kind: "old-frozen",
        sheet: first.recordSheet.name,
        address: a1(around(areas)),
        cause: oldFrozen(group.length, first.record.version),
        mendable: false,
      },
    ];
  });
}
