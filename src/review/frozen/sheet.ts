import { liveStore, shownTitle } from "../../dataset";
import type { Language, Text2 } from "../../dataset";
import type { Origin } from "./record";

/** A frozen formula in the list. */
interface FrozenRow {
  sheet: string;
  address: string;
  formula: string;
  /** The value and number format of its first cell. */
  value: unknown;
  format: string;
  origins: readonly Origin[];
  version: string;
}

/** The columns: heading, and width in characters. */
const columns: readonly (readonly [Text2, number])[] = [
  [{ en: "Sheet", zh: "工作表" }, 16],
  [{ en: "Cell", zh: "单元格" }, 10],
  [{ en: "Formula", zh: "公式" }, 44],
  [{ en: "Value", zh: "数值" }, 16],
  [{ en: "Indicator", zh: "指标" }, 34],
  [{ en: "Period", zh: "时期" }, 16],
  [{ en: "Source", zh: "来源" }, 44],
  [{ en: "Publisher", zh: "发布机构" }, 28],
  [{ en: "Link", zh: "链接" }, 44],
  [{ en: "Released", zh: "发布日期" }, 12],
  [{ en: "Dataset version", zh: "数据版本" }, 18],
];

const note: Text2 = {
  en: "The cells below held ECOM formulas and now hold their values. Thaw, in the ECOM pane under Check, puts the formulas back.",
  zh: "下列单元格原为ECOM公式，现为数值。在ECOM窗格的“检查”中选择“解冻”可恢复公式。",
};

/** The list: rows of texts and numbers with the heading first, links, and number formats. */
export interface SourcesList {
  title: string;
  note: string;
  widths: readonly number[];
  rows: readonly (readonly unknown[])[];
  /** By index in `rows`; only http and https. */
  links: readonly (readonly [row: number, url: string])[];
  /** The values' number formats, one for each row. */
  formats: readonly string[];
}

/** The column of the formulas, as texts, from 0. */
export const formulaColumn = 2;
/** The column of the values, from 0. */
export const valueColumn = 3;
/** The column of the links, from 0. */
export const linkColumn = 8;
/** The name of the sheet and of its list. 0.1.0 used the English name in both languages. */
export const sourcesName: Text2 = { en: "ECOM sources", zh: "ECOM 来源" };

/**
 * Whether a sheet's first rows are those of the list. In either language, whatever the pane speaks now: a workbook
 * may come from somebody else.
 */
export const isListHead = (rows: readonly (readonly unknown[])[]): boolean =>
  Object.values(sourcesName).includes(String(rows[0]?.[0])) &&
  Object.values(note).includes(String(rows[1]?.[0]));

/** The sheet of sources: one row for each formula and source. */
export function sourcesList(frozen: readonly FrozenRow[], language: Language): SourcesList {
  const rows: unknown[][] = [columns.map(([heading]) => heading[language])];
  const formats = ["General"];
  const links: [number, string][] = [];
  for (const { sheet, address, formula, value, format, origins, version } of frozen) {
    const unknown: readonly Partial<Origin>[] = [[]];
    for (const [code, periods = "", id, released = ""] of origins.length > 0 ? origins : unknown) {
      const source = liveStore.sources.find((candidate) => candidate.id === id);
      const url = source?.url ?? "";
      if (/^https?:\/\//i.test(url)) links.push([rows.length, url]);
      const label =
        liveStore.indicators.find((indicator) => indicator.code === code)?.label[language] ?? code ?? "";
      const publisher = source?.publisherLabel[language] ?? "";
      rows.push([
        sheet,
        address,
        formula,
        value,
        label,
        periods,
        source ? shownTitle(source, language) : (id ?? ""),
        publisher,
        url,
        released,
        version,
      ]);
      formats.push(format);
    }
  }
  return {
    title: sourcesName[language],
    note: note[language],
    widths: columns.map(([, width]) => width),
    rows,
    links,
    formats,
  };
}
