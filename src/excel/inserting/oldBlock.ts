import type { Area } from "../../workbook/a1";
import type { BlockRecord } from "../reading/blockRecord";
import type { SheetReading } from "../reading/placeReading";
import { asText, plainText } from "../session/cellText";
import { formulasIn } from "./placeContent";
import { tableStyle } from "./steps/tables";
import type { OldBlock } from "./target";

/** The block that is there now. If the host does not tell which tables are in a range, they are found by name. */
export function oldBlockOf(
  area: Area,
  record: BlockRecord,
  sheet: SheetReading,
  unfinished = false,
): OldBlock {
  const tablesNamed = record.tables
    .filter(({ name }) => sheet.allTables?.includes(name) ?? true)
    .map(({ name }) => ({ name, style: tableStyle, showBandedRows: false, showFilterButton: false }));
  // In an interrupted block, it is unknown which charts are as recorded.
  const known = unfinished ? { ...record, charts: [] } : record;
  const sample = sampleOf(area, sheet);
  return {
    sheetName: sheet.name,
    area,
    record: known,
    tables: sheet.tables ?? tablesNamed,
    ...((sheet.tables ?? sheet.allTables) ? {} : { tablesUnsure: true as const }),
    charts: sheet.charts,
    breaks: sheet.breaks,
    unfinished,
    ...(sample ? { sample } : {}),
  };
}

/** A cell that can be written unchanged: a number, or a text that is no formula. */
function sampleOf(area: Area, sheet: SheetReading): OldBlock["sample"] {
  for (const [r, row] of formulasIn(sheet, area).entries()) {
    for (const [c, value] of row.entries()) {
      const isText = typeof value === "string" && value !== "" && !value.startsWith("=");
      if (!isText && typeof value !== "number") continue;
      const formula = isText ? asText(plainText(value)) : value;
      return { area: [area[0] + r, area[1] + c, 1, 1], formula };
    }
  }
  return undefined;
}
