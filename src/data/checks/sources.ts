import { cell, finding, type Check } from "../table";

/**
 * Every source has a publisher and says what it is of. Addresses are web addresses. Rank 1 has no relay. A
 * republished text, and no other, has a row in copies.csv. A release belongs to its publisher.
 */
export const sources: Check = (tables) =>
  tables.sources.rows.flatMap((row) => [
    ...["publisher", "of"]
      .filter((column) => cell(row, column) === "")
      .map((column) =>
        finding(
          row,
          "sources",
          `The source has no ${column}.`,
          column === "publisher"
            ? "Name the body whose figure it is."
            : "Say of which period, day or number the release is.",
        ),
      ),
    ...["url", "relay_url"]
      .filter((column) => !/^(https?:\/\/[^\s"<>]+)?$/.test(cell(row, column)))
      .map((column) =>
        finding(
          row,
          "sources",
          `The ${column} is no web address.`,
          "Begin it with https:// or leave it empty.",
        ),
      ),
    ...(/^\(/.test(cell(row, "title"))
      ? [finding(row, "sources", "A title of ours.", "Leave it empty: the release has a usual title.")]
      : []),
    ...(cell(row, "relay") !== "" || cell(row, "relay_url") === ""
      ? []
      : [
          finding(
            row,
            "sources",
            "An address of a relay, and no relay.",
            "Name the relay, or move it to url.",
          ),
        ]),
    ...((cell(row, "relay") !== "") ===
    tables.copies.rows.some((copy) => cell(copy, "source_id") === cell(row, "source_id"))
      ? []
      : [
          finding(
            row,
            "sources",
            "A text that another carried has a row of copies.csv, and no other has.",
            "Add or delete that row, or the relay.",
          ),
        ]),
    ...tables.releases.rows
      .filter((release) => cell(release, "release") === cell(row, "release"))
      .filter((release) => cell(release, "publisher") !== cell(row, "publisher"))
      .map((release) =>
        finding(
          row,
          "sources",
          `${cell(row, "release")} is a release of ${cell(release, "publisher")}.`,
          "Name the release of this publisher.",
        ),
      ),
    ...(cell(row, "rank") === "1" && cell(row, "relay") !== ""
      ? [finding(row, "sources", "Rank 1 is relayed.", "Give rank 2, or delete the relay.")]
      : []),
  ]);
