import { dataset, joinTables as joinOwn } from "../../src/dataset";
import { parseRecord } from "../../src/excel/reading/blockRecord";
import { parseFrozen } from "../../src/review/frozen/record";
import type { Snapshot } from "../../src/workbench/host";
import type { OpenExcel } from "../excel/excel";
import { intendedPrints, intendedRecords } from "./intended";
import { actsAfter, openSaved, replay, writtenAs } from "./written";

/**
 * The names, sheet properties and settings in which 0.1.0 records what it must know of a workbook. Another form is noticed here.
 * 0.1.0 must still be able to read it (one field more is ignored), or it needs another version number, which 0.1.0 leaves alone.
 */
jest.setTimeout(60_000);

describe("A record in its literal text", () => {
  const block =
    '{"v":1,"id":"msyqladi","insertion":{"kind":"table","indicators":["DIGITAL_PRODUCTS","EXPRESS_VOLUME"],"period":"2025-Q1",' +
    '"live":true},"language":"en","version":"2026-09-15.d1c958","accent":"#4472C4","own":false,"before":{"widths":{"0":48,"1":90},' +
    '"heights":{"0":15,"5":15}},"rows":7,"columns":2,"cells":{"0":"0096xc","1":"007cxx018d3i"},"references":[[2,1,1,1]],' +
    '"spills":[[4,0,2,2]],"merges":[[5,0,2,2]],"tables":[{"name":"ECOM_figures_msyqladi","area":[1,0,4,2]}],"charts":[],' +
    '"heights":[0,1,5,6],"print":{"orientation":"portrait","area":[0,0,7,2],"footer":"ECOM for Excel"}}';
  const frozen =
    '{"v":1,"id":"nzjt3g63","language":"en","version":"2026-09-15.d1c958","items":{"0":{"formula":"=ECOM.SERIES(\\"physical\\",' +
    '\\"growth\\",\\"2023\\",\\"2025\\")","print":"9ph2","origins":[["ONLINE_RETAIL_PHYSICAL","2023","nbs-retail-2023","2024-01"]],' +
    '"formats":{"0.0%":[3,5,7]}}}}';

  test("of a block is read whole.", () => {
    expect(JSON.stringify(parseRecord(block))).toBe(block);
  });

  test("of what is frozen is read whole.", () => {
    expect(JSON.stringify(parseFrozen(frozen))).toBe(frozen);
  });

  test("of a later version, or cut off, is none.", () => {
    for (const [text, parse] of [
      [block, parseRecord],
      [frozen, parseFrozen],
    ] as const)
      for (const other of [text.replace('"v":1', '"v":2'), text.slice(0, -1), "[]", "null", ""])
        expect(parse(other)).toBeUndefined();
  });
});

/** All records of a workbook as texts. Ids and the data's version, which are new each time, are replaced by words. */
function textsIn({ state, sheets }: Snapshot, settings: Record<string, string>) {
  const blocks = state.names.flatMap(
    ({ name }) => /^ecom_(?:block|frozen)_([0-9a-z]{8})/i.exec(name)?.[1] ?? [],
  );
  const ids = new Map([
    ...sheets.map(({ id, name }) => [id, `<${name}>`] as const),
    ...[...new Set(blocks)].map((id, index) => [id, `id ${index + 1}`] as const),
  ]);
  const known = (text: string) =>
    [...ids]
      .reduce((all, [id, word]) => all.replaceAll(id, word), text)
      .replaceAll(/\d{4}-\d\d-\d\d\.[0-9a-f]{6}/g, "<version>");
  const fields = Object.entries(state.sheets).flatMap(([, { customProperties }]) =>
    Object.entries(customProperties),
  );
  const texts = (entries: readonly (readonly [string, string])[], form: RegExp) =>
    Object.fromEntries(
      entries.filter(([key]) => form.test(key)).map(([key, text]) => [known(key), known(text)]),
    );
  const all = [...fields, ...Object.entries(settings).map(([key, text]) => [key, textOf(text)] as const)];
  return {
    names: state.names.map(({ name, formula, comment, visible }) => [known(name), formula, comment, visible]),
    blocks: texts(all, /^ECOM\.block\./),
    frozen: texts(all, /^ECOM\.frozen\./),
    settings: texts(all, /^ECOM\.(?!block\.|frozen\.|own)/),
    keys: all.map(([key]) => known(key)),
  };
}

/** A setting that holds a text gives that text; any other stays as it is stored. */
function textOf(setting: string): string {
  const value = JSON.parse(setting) as unknown;
  return typeof value === "string" ? value : setting;
}

/** The fields of a record with the types of their values; all entries of a list or map count as one field. */
function shapeOf(value: unknown, at = ""): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((saved) => shapeOf(saved, `${at}[]`)))];
  if (typeof value !== "object" || value === null) return [`${at}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, saved]) =>
    shapeOf(saved, `${at}.${/^[a-zA-Z]+$/.test(key) ? key : "*"}`),
  );
}

describe.each(["renamed-and-copied", "without-sheet-properties", "frozen-selection", "frozen-workbook"])(
  "What is kept in %s",
  (name) => {
    const saved = writtenAs(name);
    const then = textsIn(saved.workbook, saved.workbook.state.settings);
    let excel: OpenExcel;
    let now: ReturnType<typeof textsIn>;
    const [moment, begin] = saved.before
      ? (["before", saved.before] as const)
      : (["live", saved.live] as const);
    beforeAll(async () => {
      if (!begin) throw new Error(`${name} was not kept before its records were written.`);
      excel = await openSaved(saved.sets, begin);
      await replay(excel, actsAfter(saved, moment));
      const settings = [...excel.saved].map(([key, value]) => [key, JSON.stringify(value)] as const);
      now = textsIn(await excel.model(), Object.fromEntries(settings));
    });
    afterAll(() => {
      excel.dispose();
      joinOwn(undefined);
    });

    test("has the names, with their cells, comments and visibility.", () => {
      expect(now.names).toEqual(then.names);
    });

    test("has the same keys, and settings in the same text.", () => {
      // Today the version of the data stands beside the data date.
      expect(now.keys.filter((key) => key !== "ECOM.version")).toEqual(then.keys);
      expect(now.settings).toEqual({ ...then.settings, ...dataDate(then.settings, begin?.state.settings) });
    });

    test("has records of what is frozen in the same text.", () => {
      const meant = (text: string) =>
        intendedRecords.reduce((other, { was, is }) => other.replaceAll(was, is), text);
      const before = Object.fromEntries(Object.entries(then.frozen).map(([key, text]) => [key, meant(text)]));
      expect(printsApart(now.frozen)).toEqual(printsApart(before));
    });

    test("has records of blocks in the same form, and with the same insertion, language and sizes as before.", () => {
      const records = (texts: Record<string, string>) =>
        Object.values(texts).map((text) => JSON.parse(text) as Record<string, unknown>);
      const form = (texts: Record<string, string>) => [
        ...new Set(records(texts).flatMap((text) => shapeOf(text))),
      ];
      // Additional fields, which 0.1.0 ignores.
      const more = [".tables[].filter: boolean", ".print.titleRows[]: number"];
      const fields = form(then.blocks);
      expect(form(now.blocks).filter((field) => fields.includes(field) || !more.includes(field))).toEqual(
        fields,
      );
      const known = (texts: Record<string, string>) =>
        records(texts).map(({ v, id, insertion, language, version, own, before }) =>
          JSON.stringify({ v, id, insertion, language, version, own, before }),
        );
      expect(known(now.blocks)).toEqual(known(then.blocks));
    });
  },
);

/** The data date and its version as today's add-in sets them, where a data date was set and none was there before. */
const dataDate = (settings: Record<string, string>, before: Record<string, string> = {}) =>
  "ECOM.asof" in settings && !("ECOM.asof" in before)
    ? { "ECOM.asof": dataset.released, "ECOM.version": dataset.release }
    : {};

/** Records of what is frozen as texts, without the fingerprints of formulas that are meant to answer otherwise. */
const printsApart = (records: Record<string, string>) =>
  Object.entries(records).map(([key, text]) => [
    key,
    intendedPrints.reduce((left, { formula }) => {
      const written = `"formula":${JSON.stringify(formula)},"print":"`;
      const at = left.indexOf(written);
      return at < 0 ? left : left.slice(0, at + written.length) + left.slice(at + written.length + 4);
    }, text),
  ]);
