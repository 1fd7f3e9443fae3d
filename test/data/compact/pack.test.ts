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

/** The texts of these members of some rows: "label.en" is the English of a label. */
const textsOf = (rows: readonly object[], ...members: string[]): string[][] =>
  rows.map((row) =>
    members.map((member) => {
      let value: unknown = row;
      for (const part of member.split(".")) value = (value as Record<string, unknown> | undefined)?.[part];
      return Array.isArray(value) ? value.join(";") : String((value as string | number | undefined) ?? "");
    }),
  );

test("Every cell of the other tables that is shown anywhere comes back from the compact form.", () => {
  const whole = (name: "breaks" | "themes" | "relations" | "synonyms" | "former") =>
    tables[name].rows.map((row) => without(row));
  const descriptions = ["description.en", "description.zh"] as const;
  expect(
    textsOf(
      open.indicators,
      ...["code", "label.en", "label.zh", "theme", "nature"],
      ...descriptions,
      ...["aliases", "basis.en", "added"],
    ),
  ).toEqual(tables.indicators.rows.map((row) => without(row, "unit_notes")));
  const sources = open.sources.map((source) => ({ ...source, release: releaseOf(source.usual?.en ?? "") }));
  const ofSources = ["id", "publisher", "release", "of", "title", "url", "published", "relay", "rank"];
  expect(textsOf(sources, ...ofSources).sort()).toEqual(
    tables.sources.rows.map((row) => without(row, "relay_url")).sort(),
  );
  const ofEvents = ["date", "theme", "title.en", "title.zh", ...descriptions, "places", "explains", "source"];
  expect(textsOf(open.events, ...ofEvents, "added")).toEqual(
    tables.events.rows.map((row) => without(row, "event_code", "actors")),
  );
  const ofBreaks = ["indicator", "after", "successor", "text.en", "text.zh", "source", "added"];
  expect(textsOf(open.breaks, ...ofBreaks)).toEqual(whole("breaks"));
  const formerNames = ["former.label.en", "former.label.zh", "former.until"];
  const ofThemes = ["code", "label.en", "label.zh", "aliases", ...formerNames, "added"];
  expect(textsOf(open.themes, ...ofThemes)).toEqual(whole("themes"));
  expect(textsOf(open.relations, "of", "kind", "to")).toEqual(whole("relations"));
  expect(textsOf(open.synonyms, "word", "means")).toEqual(whole("synonyms"));
  expect(textsOf(open.former, "indicator", "field", "name", "until")).toEqual(whole("former"));
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
  const figure = tables.observations.rows[0] as Row;
  const many = Array.from({ length: 1000 }, (_, index) => `source-${index}`);
  const grown = altered("sources", () =>
    many.map((id) => ({ ...first, cells: { ...first.cells, source_id: id } })),
  );
  const observations = many.flatMap((id, index) =>
    ["a", "b"].map((tail) => ({
      ...figure,
      cells: { ...figure.cells, source_id: id, note: `${tail}${index}` },
    })),
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
  const place = back.indicators.findIndex(({ code }) => code === cell(figure, "indicator_code"));
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
