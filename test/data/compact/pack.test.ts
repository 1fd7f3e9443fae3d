import { moduleText } from "../../../src/data/compact/moduleTexts";
import { notYetLoaded } from "../../../src/data/compact/notYetLoaded";
import { pack } from "../../../src/data/compact/pack";
import { unpack } from "../../../src/data/compact/unpack";
import { packed as bundled } from "../../../src/data/dataset";
import { details } from "../../../src/data/details";
import { cell, type Row } from "../../../src/data/table";
import { altered, tables } from "../tables";

const packed = pack(tables, "abc");
const open = unpack(packed);

const observationKey = (row: Record<string, unknown>) => JSON.stringify(row, Object.keys(row).sort());

/** A row of the CSV in the shape that the program works with, made without any code of the packing. */
const wanted = ({ cells }: Row) => ({
  indicator: cells.indicator_code,
  measure: cells.measure,
  freq: cells.freq,
  timePeriod: cells.time_period,
  accumulation: cells.accumulation,
  obsValue: cells.obs_value,
  unitMeasure: cells.unit_measure,
  unitMult: Number(cells.unit_mult),
  qualifier: cells.qualifier,
  status: cells.obs_status,
  vintage: cells.vintage,
  source: cells.source_id,
  note: cells.note,
  added: cells.added,
  ...(cells.withdrawn === "" ? {} : { withdrawn: cells.withdrawn }),
});

/** The code of a release by its usual title in English. */
const releaseOf = (title: string) =>
  tables.releases.rows.find((row) => row.cells.title_en === title)?.cells.release ?? "";

test("Every cell of every observation comes back from the compact form.", () => {
  const back = open.indicators
    .flatMap((_, place) => open.observations(place))
    .map((row) => observationKey({ ...row, note: row.note?.en ?? "" }));
  expect(back.sort()).toEqual(tables.observations.rows.map((row) => observationKey(wanted(row))).sort());
  expect(open.count).toBe(tables.observations.rows.filter((row) => cell(row, "withdrawn") === "").length);
});

/** The cells of a row but for columns that nothing shows, which are left out of the compact form. */
const without = ({ cells }: Row, ...names: string[]) =>
  Object.entries(cells)
    .filter(([name]) => !names.includes(name))
    .map(([, text]) => text);

test("Every cell of the other tables that is shown anywhere comes back from the compact form.", () => {
  expect(
    open.indicators.map((one) => [
      one.code,
      one.label.en,
      one.label.zh,
      one.theme,
      one.nature,
      one.description.en,
      one.description.zh,
      one.aliases.join(";"),
      one.basis.en,
      one.added,
    ]),
  ).toEqual(tables.indicators.rows.map((row) => without(row, "unit_notes")));
  expect(
    open.sources
      .map((one) => [
        one.id,
        one.publisher,
        releaseOf(one.usual?.en ?? ""),
        one.of,
        one.title,
        one.url,
        one.published,
        one.relay,
        String(one.rank),
      ])
      .sort(),
  ).toEqual(tables.sources.rows.map((row) => without(row, "relay_url")).sort());
  expect(
    open.breaks.map((one) => [
      one.indicator,
      one.after,
      one.successor ?? "",
      one.text.en,
      one.text.zh,
      one.source,
      one.added,
    ]),
  ).toEqual(tables.breaks.rows.map((row) => Object.values(row.cells)));
  expect(
    open.events.map((one) => [
      one.date,
      one.theme,
      one.title.en,
      one.title.zh,
      one.description.en,
      one.description.zh,
      one.places,
      one.explains.join(";"),
      one.source,
      one.added,
    ]),
  ).toEqual(tables.events.rows.map((row) => without(row, "event_code", "actors")));
  expect(
    open.themes.map(({ code, label, aliases, former, added }) => [
      code,
      label.en,
      label.zh,
      aliases.join(";"),
      former?.label.en ?? "",
      former?.label.zh ?? "",
      former?.until ?? "",
      added,
    ]),
  ).toEqual(tables.themes.rows.map((row) => Object.values(row.cells)));
  expect(open.relations.map((one) => [one.of, one.kind, one.to])).toEqual(
    tables.relations.rows.map((row) => Object.values(row.cells)),
  );
  expect(open.synonyms.map((one) => [one.word, one.means])).toEqual(
    tables.synonyms.rows.map((row) => Object.values(row.cells)),
  );
  expect(open.former.map((one) => [one.indicator, one.field, one.name, one.until])).toEqual(
    tables.former.rows.map((row) => Object.values(row.cells)),
  );
});

test("Publishers and relays bear their Chinese names.", () => {
  const { publishers, relays } = tables;
  const zh = new Map(
    [...publishers.rows, ...relays.rows].map((row) => [cell(row, "name"), cell(row, "name_zh")]),
  );
  for (const source of open.sources) {
    expect(source.publisherLabel).toEqual({
      en: source.publisher,
      zh: zh.get(source.publisher),
    });
    expect(source.relayLabel).toEqual({ en: source.relay, zh: zh.get(source.relay) ?? "" });
  }
});

test("Every place of an event bears its Chinese name.", () => {
  for (const event of open.events) {
    expect(event.placesLabel.en).toBe(event.places);
    expect(event.placesLabel.zh).not.toMatch(/[A-Za-z;]/);
  }
});

test("The bundled dataset was made from the tables as they stand now.", () => {
  expect({ ...bundled, ...details, version: "" }).toEqual({ ...packed, version: "" });
});

test("What no first answer needs comes in the details; until then it throws, and all else answers.", () => {
  const columns: Record<string, string> = { ...bundled };
  const early = unpack(columns);
  expect(Object.keys(columns).filter((name) => name in details)).toEqual([]);
  const [first] = early.indicators;
  expect(first?.label).toEqual(open.indicators[0]?.label);
  expect(early.observations(0)).toEqual(open.observations(0));
  for (const ask of [() => early.events, () => early.synonyms, () => first?.description])
    expect(ask).toThrow(notYetLoaded);
  Object.assign(columns, details);
  expect([early.events, early.synonyms, early.indicators]).toEqual([
    open.events,
    open.synonyms,
    open.indicators,
  ]);
});

test("The version begins with the newest release date.", () => {
  expect(packed.version).toBe("2026-09-15.abc");
});

test("The release is the newest version in which a figure was added.", () => {
  expect(packed.release).toBe("0.2.0");
  expect(open.release).toBe("0.2.0");
});

test("The module names every code in a union.", () => {
  const text = moduleText(tables, packed);
  for (const row of tables.indicators.rows) expect(text).toContain(`"${cell(row, "indicator_code")}"`);
  expect(text).toContain('export type Qualifier = "exact" | "approx" | "at_least";');
});

test("The compact form holds a thousand sources, twice as many notes and long runs of figures.", () => {
  const first = tables.sources.rows[0] as Row;
  const one = tables.observations.rows[0] as Row;
  const many = Array.from({ length: 1000 }, (_, index) => `source-${index}`);
  const grown = altered("sources", () =>
    many.map((id) => ({ ...first, cells: { ...first.cells, source_id: id } })),
  );
  const observations = many.flatMap((id, index) =>
    ["a", "b"].map((tail) => ({ ...one, cells: { ...one.cells, source_id: id, note: `${tail}${index}` } })),
  );
  const notes = observations.map(({ cells: { note } }, index) => ({
    file: "notes" as const,
    row: index + 2,
    cells: { note, note_zh: `${note}的中文` },
  }));
  const all = {
    ...grown,
    observations: { ...tables.observations, rows: observations },
    notes: { ...tables.notes, rows: notes },
  };
  const back = unpack(pack(all, ""));
  const place = back.indicators.findIndex(({ code }) => code === cell(one, "indicator_code"));
  const keys = back.observations(place).map(({ source, note }) => `${source} ${note?.en} ${note?.zh}`);
  expect(keys.sort()).toEqual(
    observations
      .map((row) => [cell(row, "source_id"), cell(row, "note"), `${cell(row, "note")}的中文`].join(" "))
      .sort(),
  );
});

test("An indicator that is not there has no observations.", () => {
  expect(open.observations(-1)).toEqual([]);
});

test("A note and a basis have their Chinese.", () => {
  const zh = new Map(tables.notes.rows.map((row) => [cell(row, "note"), cell(row, "note_zh")]));
  const notes = open.indicators
    .flatMap((_, place) => open.observations(place))
    .flatMap(({ note }) => note ?? []);
  const bases = open.indicators.map(({ basis }) => basis);
  expect(new Set([...notes, ...bases].map(({ en }) => en))).toEqual(new Set(zh.keys()));
  for (const note of [...notes, ...bases]) expect(note.zh).toBe(zh.get(note.en));
});
