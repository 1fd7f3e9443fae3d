import type { Language } from "../../dataset";
import { sourcesList } from "../../review/frozen/sheet";
import type { SourcesList } from "../../review/frozen/sheet";
import { a1 } from "../../workbook/a1";
import { cut } from "../reading/readSheets";
import type { Survey } from "../reading/readSheets";
import { frozenIn } from "./frozenRecords";
import type { FrozenRecords } from "./frozenRecords";

/**
 * The list of everything that is frozen, with the values in the cells; undefined if nothing is.
 * @param language default: that of what was frozen last
 */
export function listOf(survey: Survey, records: FrozenRecords, language?: Language): SourcesList | undefined {
  const frozen = frozenIn(survey, records);
  const spoken = language ?? frozen.at(-1)?.record.language;
  if (spoken === undefined) return undefined;
  const rows = frozen.flatMap(({ record: { version, id }, number, item, place }) => {
    if (!place) return [];
    const { sheet, area } = place;
    const first = [area[0], area[1], 1, 1] as const;
    const one = area[2] * area[3] === 1;
    const [carried] = Object.entries(item.formats ?? {}).find(([, cells]) => cells.includes(0)) ?? [];
    const format = cut(sheet, "numberFormat", first)[0]?.[0] ?? "General";
    return {
      key: `${id} ${number}`,
      at: area,
      order: survey.sheets.indexOf(sheet),
      sheet: sheet.name,
      address: a1(area),
      formula: item.formula,
      value: one ? cut(sheet, "values", first)[0]?.[0] : `${area[2]} × ${area[3]}`,
      format: format === "General" ? (carried ?? format) : format,
      origins: item.origins,
      version,
    };
  });
  rows.sort((a, b) => a.order - b.order || a.at[0] - b.at[0] || a.at[1] - b.at[1]);
  return rows.length > 0 ? sourcesList(rows, spoken) : undefined;
}
