/**
 * Makes theme.css: Fluent's tokens in Excel's green, light and dark, as far as the style sheets use them. Run it
 * after a change of the style sheets or of Fluent: `npx tsx src/taskpane/theme/make.ts`. It is not in the bundle.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from "@fluentui/tokens";

/**
 * Excel's green as Fluent's ramp of sixteen colours, darkest first. 80 is for buttons (white on it 5.3:1), 100 for
 * links on dark ground (5.6:1): both exceed the 4.5:1 of WCAG 2.2 for text.
 */
const excelGreen: BrandVariants = {
  10: "#04190c",
  20: "#082815",
  30: "#0a371d",
  40: "#0c4524",
  50: "#0d532b",
  60: "#0e6133",
  70: "#0f6f3a",
  80: "#107c41",
  90: "#218d51",
  100: "#4bb47c",
  110: "#62bd8c",
  120: "#7ac69c",
  130: "#92d0ae",
  140: "#abdabf",
  150: "#c6e6d4",
  160: "#e6f5ec",
};

/** Segoe, then each system's own fonts, also Chinese ones: no font is loaded. */
const fontFamilyBase =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, 'Microsoft YaHei UI', 'PingFang SC', " +
  "'Noto Sans SC', Roboto, 'Helvetica Neue', sans-serif";

const light: Theme = { ...createLightTheme(excelGreen), fontFamilyBase };
const dark: Theme = { ...createDarkTheme(excelGreen), fontFamilyBase };

const folder = "src/taskpane";

/**
 * The tokens that the style sheets use, in alphabetical order. Names that are no token of Fluent's themes are left
 * out; they are our own.
 */
export function usedTokens(): (keyof Theme)[] {
  const used = readdirSync(join(folder, "styles")).flatMap((file) =>
    [...readFileSync(join(folder, "styles", file), "utf8").matchAll(/var\(--(\w+)/g)].map(
      ([, name = ""]) => name,
    ),
  );
  return [...new Set(used)].filter((name): name is keyof Theme => name in light).sort();
}

/**
 * The text of theme.css. Light colours, then what differs in dark ones: by the theme that Office tells, and until
 * then by the system's.
 */
export function themeCss(): string {
  const names = usedTokens();
  const lines = (theme: Theme, tokens: (keyof Theme)[]) =>
    tokens.map((name) => `--${name}: ${theme[name]};`).join("\n");
  const different = names.filter((name) => light[name] !== dark[name]);
  const night = `color-scheme: dark;\n${lines(dark, different)}`;
  return [
    "/* Made by theme/make.ts; change it there. */",
    `:root {\ncolor-scheme: light;\n${lines(light, names)}\n}`,
    `:root[data-theme="dark"] {\n${night}\n}`,
    "/* Until the code has asked Office. */",
    `@media (prefers-color-scheme: dark) {\n:root:not([data-theme]) {\n${night}\n}\n}`,
    "",
  ].join("\n");
}

if (process.argv[1]?.endsWith("make.ts")) writeFileSync(join(folder, "theme", "theme.css"), themeCss());
