import { cell, finding, type Check } from "../table";

/** Every source has a publisher and a title; an address, where there is one, is a web address; rank 1 has no relay. */
export const sources: Check = (tables) =>
  tables.sources.rows.flatMap((row) => [
    ...["publisher", "title"]
      .filter((column) => cell(row, column) === "")
      .map((column) =>
        finding(
          row,
          "sources",
          `The source has no ${column}.`,
          column === "publisher"
            ? "Name the body whose figure it is."
            : "Give the title, or describe the text in parentheses.",
        ),
      ),
    ...(/^(https?:\/\/[^\s"<>]+)?$/.test(cell(row, "url"))
      ? []
      : [finding(row, "sources", "The url is no web address.", "Begin it with https:// or leave it empty.")]),
    ...(cell(row, "rank") === "1" && cell(row, "relay") !== ""
      ? [finding(row, "sources", "Rank 1 is relayed.", "Give rank 2, or delete the relay.")]
      : []),
  ]);
