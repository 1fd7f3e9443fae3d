import { readFileSync } from "node:fs";
import { themeCss, usedTokens } from "../../../src/taskpane/theme/make";

/** Without blanks: the formatter may lay the file out as it likes. */
const bare = (css: string) => css.replace(/\s+/g, "").replaceAll('"', "'");

describe("the theme's style sheet", () => {
  test("is what Fluent's tokens give in Excel's green, for all that the pane and its components use.", () => {
    expect(bare(readFileSync("src/taskpane/theme/theme.css", "utf8"))).toBe(bare(themeCss()));
  });

  test("has the tokens of text, ground and accent.", () => {
    expect(usedTokens()).toEqual(
      expect.arrayContaining([
        "colorNeutralForeground1",
        "colorNeutralBackground1",
        "colorBrandBackground",
        "fontFamilyBase",
      ]),
    );
  });
});
