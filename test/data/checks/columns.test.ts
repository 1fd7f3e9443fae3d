import { columns } from "../../../src/data/checks/columns";
import { readTable } from "../../../src/data/table";
import { tables } from "../tables";

test("A heading with another name is found in row 1.", () => {
  const changed = { ...tables, names: readTable("names", "name,name_cn\nShanghai,上海\n") };
  expect(columns(changed)).toEqual([
    {
      file: "names.csv",
      row: 1,
      rule: "columns",
      message: "The heading is name,name_cn.",
      mend: "Make it name,name_zh.",
    },
  ]);
});

test("A row with a cell too many or too few is found.", () => {
  const text = "name,name_zh\nShanghai,of China,上海\nBeijing\n";
  const found = columns({ ...tables, names: readTable("names", text) });
  expect(found.map(({ row, message }) => [row, message])).toEqual([
    [2, "The row has 3 cells where the heading has 2."],
    [3, "The row has 1 cells where the heading has 2."],
  ]);
});
