import { cell, finding, type Check, type Finding } from "../table";

/**
 * Every source has a publisher and says what it is of. Addresses are web addresses. Rank 1 has no relay. A
 * republished text, and no other, has a row in copies.csv. A release belongs to its publisher.
 */
export const sources: Check = (tables) =>
  tables.sources.rows.flatMap((row) => {
    const when = (isWrong: boolean, message: string, mend: string): Finding[] =>
      isWrong ? [finding(row, "sources", message, mend)] : [];
    const isRelayed = cell(row, "relay") !== "";
    const hasCopy = tables.copies.rows.some((copy) => cell(copy, "source_id") === cell(row, "source_id"));
    return [
      ...when(
        cell(row, "publisher") === "",
        "The source has no publisher.",
        "Name the body whose figure it is.",
      ),
      ...when(
        cell(row, "of") === "",
        `The column "of" is empty.`,
        "Say of which period, day or number the release is.",
      ),
      ...["url", "relay_url"].flatMap((column) =>
        when(
          !/^(https?:\/\/[^\s"<>]+)?$/.test(cell(row, column)),
          `The ${column} is no web address.`,
          "Begin it with https:// or leave it empty.",
        ),
      ),
      ...when(
        cell(row, "title").startsWith("("),
        "A title of ours.",
        "Leave it empty: the release has a usual title.",
      ),
      ...when(
        !isRelayed && cell(row, "relay_url") !== "",
        "An address of a relay, and no relay.",
        "Name the relay, or move it to url.",
      ),
      ...when(
        isRelayed !== hasCopy,
        "A text that another carried has a row of copies.csv, and no other has.",
        "Add or delete that row, or the relay.",
      ),
      ...tables.releases.rows
        .filter((release) => cell(release, "release") === cell(row, "release"))
        .flatMap((release) =>
          when(
            cell(release, "publisher") !== cell(row, "publisher"),
            `${cell(row, "release")} is a release of ${cell(release, "publisher")}.`,
            "Name the release of this publisher.",
          ),
        ),
      ...when(
        cell(row, "rank") === "1" && isRelayed,
        "Rank 1 is relayed.",
        "Give rank 2, or delete the relay.",
      ),
    ];
  });
