import { columns } from "../../../src/data/checks/columns";
import { readTable } from "../../../src/data/table";
import { tables } from "../tables";

test("A heading with another name is found in row 1.", () => {
  const changed = { ...tables, themes: readTable("themes", "theme,name_en,label_zh\nrural,Rural,农村\n") };
  expect(columns(changed)).toEqual([
    {
      file: "themes.csv",
      row: 1,
      rule: "columns",
      message: "The heading is theme,name_en,label_zh.",
      mend: "Make it theme,label_en,label_zh.",
    },
  ]);
});

test("A row with a cell too many or too few is found.", () => {
  const text = "theme,label_en,label_zh\nrural,Rural,of China,农村\nusers,Users\n";
  const found = columns({ ...tables, themes: readTable("themes", text) });
  expect(found.map(({ row, message }) => [row, message])).toEqual([
    [2, "The row has 4 cells where the heading has 3."],
    [3, "The row has 2 cells where the heading has 3."],
  ]);
});
