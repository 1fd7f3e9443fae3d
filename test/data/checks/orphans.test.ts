import { orphans } from "../../../src/data/checks/orphans";
import type { FileName } from "../../../src/data/schema";
import type { Row } from "../../../src/data/table";
import { altered, tables } from "../tables";

test.each([
  ["indicators", "indicator_code"],
  ["sources", "source_id"],
  ["themes", "theme"],
  ["names", "name"],
  ["notes", "note"],
] as [FileName, string][])("A row of %s that nothing uses is found.", (file, key) => {
  const first = tables[file].rows[0] as Row;
  const alone = { ...first, row: 500, cells: { ...first.cells, [key]: "alone" } };
  expect(orphans(altered(file, (rows) => [...rows, alone]))).toMatchObject([
    { file: `${file}.csv`, row: 500, rule: "orphans", message: 'Nothing uses "alone".' },
  ]);
});
