import { dataDiff } from "../../../.ci/dataDiff/dataDiff";
import type { Row, Tables } from "../../../src/data/table";
import { altered, rowWhere, tables, withCells } from "../tables";

/** Digital products have few figures: growth of 2025-Q1 is 7.4 % and of January to November 8.2 %. */
const digital = (cells: Row["cells"], period: string) =>
  cells["indicator_code"] === "DIGITAL_PRODUCTS" && cells["time_period"] === period;
const rowOf = (period: string) => rowWhere("observations", (cells) => digital(cells, period));
const with1 = (cells: Record<string, string>): Tables =>
  altered("observations", (rows) =>
    rows.flatMap((row) =>
      digital(row.cells, "2025-Q1") ? [row, { ...row, cells: { ...row.cells, ...cells } }] : [row],
    ),
  );
const lines = (before: Tables, after: Tables, title: RegExp): readonly string[] =>
  dataDiff(before, after).find((part) => title.test(part.title))?.lines ?? [];

test("The same tables have nothing to tell.", () => {
  expect(dataDiff(tables, tables)).toEqual([]);
});

test("A new figure is told with its value and release, and which formula has it.", () => {
  const before = altered("observations", (rows) => rows.filter(({ row }) => row !== rowOf("2025-11")));
  expect(lines(before, tables, /^New figures/)).toEqual([
    expect.stringMatching(/^DIGITAL_PRODUCTS growth 2025-11 YTD: 8\.2% \(.+, 20\d\d-.+\)$/),
  ]);
  expect(lines(before, tables, /latest period/)).toEqual([
    '=ECOM.GROWTH("DIGITAL_PRODUCTS","latest") moves from 2025-05 YTD to 2025-11 YTD.',
  ]);
  expect(lines(tables, before, /^Figures that are gone/)).toHaveLength(1);
});

test("A revision has its old and its new value, and the formula that changes once data are updated.", () => {
  const after = with1({ obs_value: "7.5", vintage: "2030-01-02" });
  expect(lines(tables, after, /^Revisions/)).toEqual([
    expect.stringMatching(/^DIGITAL_PRODUCTS growth 2025-Q1: 7\.4% \(.+\) → 7\.5% \(.+, 2030-01-02\)$/),
  ]);
  expect(lines(tables, after, /updated$/)).toEqual([
    expect.stringMatching(/^=ECOM\.GROWTH\("DIGITAL_PRODUCTS","2025-Q1"\) gave 7\.4% .+ and gives 7\.5%/),
  ]);
  // Released after the data date of every finished workbook.
  expect(lines(tables, after, /finished workbooks/)).toEqual([]);
  expect(lines(tables, after, /rewritten/)).toEqual([]);
});

test("A row that is rewritten changes finished workbooks, and is told first.", () => {
  const after = withCells("observations", rowOf("2025-Q1"), { obs_value: "7.6" });
  const [first, second] = dataDiff(tables, after);
  expect(first).toMatchObject({ title: expect.stringMatching(/rewritten/) as string });
  expect(first?.lines).toEqual([expect.stringMatching(/obs_value was 7\.4 and is 7\.6, in the same row\.$/)]);
  expect(second?.title).toMatch(/finished workbooks/);
  expect(second?.lines).toHaveLength(1);
  const gone = altered("observations", (rows) => rows.filter(({ row }) => row !== rowOf("2025-Q1")));
  expect(lines(tables, gone, /rewritten/)).toEqual([
    expect.stringMatching(/its row is gone \(it was 7\.4\)\.$/),
  ]);
});

test("Rows and cells of the other tables are told by their key.", () => {
  const row = rowWhere("themes", (cells) => cells["theme"] === "digital");
  expect(lines(tables, withCells("themes", row, { label_en: "Numbers" }), /Other tables/)).toEqual([
    "themes.csv: digital: label_en was “Digital goods, digital economy” and is “Numbers”.",
  ]);
  const more = altered("synonyms", (rows) => [
    ...rows,
    { file: "synonyms", row: 999, cells: { word: "handset", means: "phones" } },
  ]);
  expect(lines(tables, more, /Other tables/)).toEqual(["synonyms.csv: handset · phones is new."]);
  expect(lines(more, tables, /Other tables/)).toEqual(["synonyms.csv: handset · phones is gone."]);
});

test("Columns and tables that were not there yet are no change of what is in them.", () => {
  const heading = tables.themes.heading.filter((name) => name !== "label_zh");
  const rows = tables.themes.rows.map((row) => ({ ...row, cells: { ...row.cells, label_zh: "" } }));
  expect(lines({ ...tables, themes: { heading, rows } }, tables, /Other tables/)).toEqual([]);
});

test("A correction that names the versions changes no finished workbook, and is not told as rewritten.", () => {
  const corrected = (cells: Record<string, string>): Tables =>
    altered("observations", (rows) =>
      rows.flatMap((row) =>
        digital(row.cells, "2025-Q1")
          ? [
              { ...row, cells: { ...row.cells, withdrawn: "9.9.9" } },
              { ...row, cells: { ...row.cells, ...cells } },
            ]
          : [row],
      ),
    );
  const after = corrected({ obs_value: "7.5", added: "9.9.9" });
  expect(lines(tables, after, /rewritten/)).toEqual([]);
  expect(lines(tables, after, /finished workbooks/)).toEqual([]);
  expect(lines(tables, after, /^Revisions/)).toHaveLength(1);
  // Without its version the row would change finished workbooks.
  const careless = altered("observations", (rows) => rows.filter(({ row }) => row !== rowOf("2025-11")));
  expect(lines(careless, tables, /finished workbooks/)).toEqual([
    expect.stringMatching(
      /^=ECOM\.GROWTH\("DIGITAL_PRODUCTS","2025-11 YTD"\) gave no figure and gives 8\.2%/,
    ),
  ]);
});
