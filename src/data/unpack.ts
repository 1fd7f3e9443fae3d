import { numberAt } from "./alphabet";
import type {
  Accumulation,
  Freq,
  IndicatorCode,
  Measure,
  Nature,
  Qualifier,
  SourceId,
  Status,
  Unit,
} from "./dataset";
import type { Packed } from "./pack";
import type { Break, Indicator, ObservationRow, PolicyEvent, Source, ThemeRow, Unpacked } from "./rows";

const lines = (text: string | undefined): string[] => (text ?? "").split("\n");
const natures: Readonly<Record<string, Nature>> = { f: "flow", s: "stock", r: "rate" };
const languages: Readonly<Record<string, Source["language"]>> = { e: "en", z: "zh", j: "ja" };

/** Walks over packed columns side by side. */
function rows<T>(columns: readonly string[], make: (cells: readonly string[], index: number) => T): T[] {
  const split = columns.map(lines);
  return (split[0] ?? []).map((_, index) =>
    make(
      split.map((column) => column[index] ?? ""),
      index,
    ),
  );
}

/**
 * Opens the packed tables. The small tables are read at once (some 0.1 ms), observations when they are asked for.
 * The unions of codes are trusted: the checks of the build hold them.
 */
export function unpack(packed: Packed): Unpacked {
  const themes = rows(packed.themes, ([code, en, zh]) => ({ code, label: { en, zh } }) as ThemeRow);
  const at = (list: readonly string[], places: string, index: number, count: number) =>
    list[numberAt(places, index, count)] ?? "";

  const [
    codes = "",
    en = "",
    zh = "",
    aboutEn = "",
    aboutZh = "",
    aliases = "",
    theme = "",
    nature = "",
    ...rest
  ] = packed.indicators;
  const [unitNotes, unitLetters = "", bases, basisLetters = ""] = rest;
  const [noteList, basisList] = [lines(unitNotes), lines(bases)];
  const indicators = rows(
    [codes, en, zh, aboutEn, aboutZh, aliases],
    (
      [code = "", labelEn = "", labelZh = "", descriptionEn = "", descriptionZh = "", names = ""],
      index,
    ): Indicator => ({
      code: code as IndicatorCode,
      label: { en: labelEn, zh: labelZh },
      theme: (themes[numberAt(theme, index, nature.length)] as ThemeRow).code,
      nature: natures[nature[index] ?? ""] ?? "flow",
      description: { en: descriptionEn, zh: descriptionZh },
      aliases: names.split(";"),
      unitNotes: at(noteList, unitLetters, index, nature.length),
      basis: at(basisList, basisLetters, index, nature.length),
    }),
  );

  const [
    ids = "",
    titles = "",
    urls = "",
    published = "",
    bodies,
    bodiesZh,
    publisher = "",
    relay = "",
    ...more
  ] = packed.sources;
  const [language = "", rank = ""] = more;
  const [bodyList, bodyZhList] = [lines(bodies), lines(bodiesZh)];
  const body = (letters: string, index: number) => {
    const name = at(bodyList, letters, index, rank.length);
    return { name, label: { en: name, zh: at(bodyZhList, letters, index, rank.length) || name } };
  };
  const sources = rows(
    [ids, titles, urls, published],
    ([id, title = "", url = "", date = ""], index): Source => {
      const [by, via] = [body(publisher, index), body(relay, index)];
      return {
        id: id as SourceId,
        publisher: by.name,
        publisherLabel: by.label,
        relay: via.name,
        relayLabel: via.label,
        title,
        url,
        published: date,
        language: languages[language[index] ?? ""] ?? "en",
        rank: Number(rank[index]),
      };
    },
  );

  return {
    version: packed.version,
    themes,
    indicators,
    sources,
    breaks: rows(packed.breaks, ([indicator, after, successor, textEn, textZh, source]) => ({
      indicator,
      after,
      successor: successor === "" ? undefined : successor,
      text: { en: textEn, zh: textZh },
      source,
    })) as Break[],
    events: rows(
      packed.events,
      ([code, date, about, titleEn, titleZh, moreEn, moreZh, actors, places, source]) => ({
        code,
        date,
        theme: about,
        title: { en: titleEn, zh: titleZh },
        description: { en: moreEn, zh: moreZh },
        actors,
        places,
        source,
      }),
    ) as PolicyEvent[],
    synonyms: rows(packed.synonyms, ([word = "", means = ""]) => ({ word, means })),
    ...observationReader(packed.observations, indicators, sources),
  };
}

function observationReader(
  columns: readonly string[],
  indicators: readonly Indicator[],
  sources: readonly Source[],
): Pick<Unpacked, "count" | "observations"> {
  const [
    counts = "",
    kinds,
    kind = "",
    slots,
    slot = "",
    years = "",
    values = "",
    from = "",
    dates = "",
    notes,
    note = "",
  ] = columns;
  const starts = [0];
  for (const count of counts.split(",")) starts.push((starts[starts.length - 1] ?? 0) + Number(count));
  const total = starts[starts.length - 1] ?? 0;
  let lists:
    | { kinds: string[]; slots: string[]; values: string[]; notes: string[]; dates: Map<number, string> }
    | undefined;
  const open = () =>
    (lists ??= {
      kinds: lines(kinds),
      slots: lines(slots),
      values: values.split(","),
      notes: lines(notes),
      dates: new Map(
        dates.split(",").map((one) => {
          const [index, date = ""] = one.split(":");
          return [Number(index), date] as const;
        }),
      ),
    });
  const read = (index: number, indicator: IndicatorCode): ObservationRow => {
    const list = open();
    const letter = (text: string) => numberAt(text, index, total);
    const [measure, unit, mult, qualifier, status] = (list.kinds[letter(kind)] ?? "").split(",");
    const [freq, within = "", accumulation] = (list.slots[letter(slot)] ?? "").split(",");
    const source = sources[letter(from)] as Source;
    return {
      indicator,
      measure: measure as Measure,
      freq: freq as Freq,
      timePeriod: `${1990 + letter(years)}${within}`,
      accumulation: accumulation as Accumulation,
      obsValue: list.values[index] ?? "",
      unitMeasure: unit as Unit,
      unitMult: Number(mult),
      qualifier: qualifier as Qualifier,
      status: status as Status,
      vintage: list.dates.get(index) ?? source.published,
      source: source.id,
      note: list.notes[letter(note)] ?? "",
    };
  };
  return {
    count: total,
    observations: (place) => {
      const code = indicators[place]?.code;
      if (code === undefined) return [];
      const made: ObservationRow[] = [];
      for (let index = starts[place] ?? 0; index < (starts[place + 1] ?? 0); index++)
        made.push(read(index, code));
      return made;
    },
  };
}
