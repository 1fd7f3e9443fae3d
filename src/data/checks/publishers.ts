import { cell, finding, type Check, type Row, type Tables } from "../table";
import { hostOf, isOf } from "./hosts";

/** The texts in a cell that holds several; none without a row. */
const listIn = (row: Row | undefined, column: string) =>
  row === undefined
    ? []
    : cell(row, column)
        .split(";")
        .filter((part) => part !== "");
const byName = (rows: readonly Row[]) => new Map(rows.map((row) => [cell(row, "name"), row]));

/**
 * A publisher is an official body and a relay is none. A body has a Chinese name, a short name and the hosts of its
 * sites.
 */
export const bodies: Check = (tables) => {
  const { publishers, relays } = tables;
  const known = byName(publishers.rows);
  return [
    ...publishers.rows
      .filter((row) => ["name_zh", "short", "hosts"].some((column) => cell(row, column) === ""))
      .map((row) =>
        finding(
          row,
          "publishers",
          `${JSON.stringify(cell(row, "name"))} lacks its Chinese, its short name or its hosts.`,
          "A body has all three; who has none of its own is a relay.",
        ),
      ),
    ...relays.rows
      .filter((row) => known.has(cell(row, "name")))
      .map((row) =>
        finding(
          row,
          "publishers",
          `${JSON.stringify(cell(row, "name"))} is a body, and no relay.`,
          "Leave the relay of its own releases empty.",
        ),
      ),
  ];
};

/**
 * A release's address is on a host of its publisher, and that of a copy on a host of its relay. An empty address is
 * right: it is better than a wrong one.
 */
export const addresses: Check = ({ publishers, relays, sources }) => {
  const [bodyOf, relayOf] = [byName(publishers.rows), byName(relays.rows)];
  return sources.rows.flatMap((row) =>
    [["url", "publisher", bodyOf] as const, ["relay_url", "relay", relayOf] as const].flatMap(
      ([column, whose, rows]) => {
        const host = hostOf(cell(row, column));
        return host === "" || isOf(host, listIn(rows.get(cell(row, whose)), "hosts"))
          ? []
          : [
              finding(
                row,
                "publishers",
                `${column}: ${host} is no host of the ${whose}.`,
                "Name the relay whose page it is, with its host in relays.csv, or leave the address empty.",
              ),
            ];
      },
    ),
  );
};

/** The body that measures an indicator: with its short name the basis begins. */
const measuringBody = ({ publishers }: Tables, indicator: Row) =>
  publishers.rows.find((row) =>
    listIn(row, "short").some((short) => cell(indicator, "basis").startsWith(short)),
  );

/**
 * A basis begins with the body that measures. If a figure was read in another body's text, its note says so, as in
 * "MOFCOM quoting NBS".
 */
export const credit: Check = (tables) => {
  const bodyOf = new Map(
    tables.indicators.rows.map((row) => [cell(row, "indicator_code"), measuringBody(tables, row)]),
  );
  const publisherOf = new Map(
    tables.sources.rows.map((row) => [cell(row, "source_id"), cell(row, "publisher")]),
  );
  return [
    ...tables.indicators.rows
      .filter((row) => bodyOf.get(cell(row, "indicator_code")) === undefined)
      .map((row) =>
        finding(
          row,
          "publishers",
          "The basis begins with no body.",
          "Begin it with a short name of publishers.csv.",
        ),
      ),
    ...tables.observations.rows.flatMap((row) => {
      const body = bodyOf.get(cell(row, "indicator_code"));
      const publisher = publisherOf.get(cell(row, "source_id"));
      if (body === undefined || publisher === undefined || cell(row, "withdrawn") !== "") return [];
      const note = cell(row, "note");
      return publisher === cell(body, "name") || listIn(body, "short").some((short) => note.includes(short))
        ? []
        : [
            finding(
              row,
              "publishers",
              `${publisher} is credited with a figure of ${cell(body, "name")}.`,
              `Say in the note whose it is: … quoting ${listIn(body, "short")[0] ?? ""}.`,
            ),
          ];
    }),
  ];
};
