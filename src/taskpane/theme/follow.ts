import { isDark, type OfficeTheme } from "./office-theme";

/**
 * Applies the theme to the page and follows the system. theme.css follows the system by itself, so that the page is
 * right before any code runs. High contrast needs nothing: the browser replaces the colours (forced-colors), and the
 * style sheets handle exceptions.
 */
export function followTheme(office: OfficeTheme | undefined): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    document.documentElement.dataset.theme = isDark(office, system.matches) ? "dark" : "light";
  };
  system.addEventListener("change", apply);
  apply();
}
