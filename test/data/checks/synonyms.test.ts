import { synonyms } from "../../../src/data/checks/synonyms";
import { found } from "../tables";

test.each([{ means: "submarines" }, { means: "" }, { word: "phones", means: "phones" }])(
  "A synonym with %j is found.",
  (cells) => {
    expect(found(synonyms, "synonyms", 2, cells)).toMatchObject([
      { file: "synonyms.csv", row: 2, rule: "synonyms" },
    ]);
  },
);
