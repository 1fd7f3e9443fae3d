import { themeWords } from "../../../src/data/checks/themes";
import { found, rowWhere, tables } from "../tables";

const theme = (code: string) => rowWhere("themes", (cells) => cells.theme === code);

test.each([
  ["a word of another theme", { aliases: "快递" }, "rural"],
  ["what another was once called", { label_en: "Digital" }, "users"],
  ["an empty word", { aliases: "village;;" }, "rural"],
])("%s is found.", (_, cells, code) => {
  expect(found(themeWords, "themes", theme(code), cells)[0]).toMatchObject({
    file: "themes.csv",
    rule: "themes",
  });
});

test("An indicator's former theme that is none is found.", () => {
  const row = rowWhere("former", ({ field }) => field === "theme");
  expect(found(themeWords, "former", row, { name: "shops" })).toMatchObject([
    { file: "former.csv", row, rule: "themes" },
  ]);
});

test("The themes as they stand are right.", () => {
  expect(themeWords(tables)).toEqual([]);
});
