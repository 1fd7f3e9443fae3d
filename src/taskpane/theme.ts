import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from "@fluentui/tokens";
import { setTheme } from "@fluentui/web-components/theme/set-theme.js";
import { isDark, type OfficeTheme } from "./office-theme";

/**
 * Excel's green as Fluent's ramp of sixteen, darkest first. 80 is the colour of buttons (white on it 5.3:1), 100 the colour
 * of links on dark ground (5.6:1): both pass the 4.5:1 of WCAG 2.2 for text.
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

/** Segoe where Office brings it, then each system's own faces, Chinese ones among them: no font is loaded. */
const fontFamilyBase =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, 'Microsoft YaHei UI', 'PingFang SC', " +
  "'Noto Sans SC', Roboto, 'Helvetica Neue', sans-serif";

const light: Theme = { ...createLightTheme(excelGreen), fontFamilyBase };
const dark: Theme = { ...createDarkTheme(excelGreen), fontFamilyBase };

/**
 * Sets Fluent's tokens on the page and keeps them in step with the system. High contrast needs no tokens: the browser puts
 * the system's colours in their place (forced-colors), and the style sheets say where that is not enough.
 */
export function followTheme(office: OfficeTheme | undefined): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const isNowDark = isDark(office, system.matches);
    setTheme(isNowDark ? dark : light);
    document.documentElement.style.colorScheme = isNowDark ? "dark" : "light";
  };
  system.addEventListener("change", apply);
  apply();
}
