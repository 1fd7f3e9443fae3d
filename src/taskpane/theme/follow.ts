import { isDark, type OfficeTheme } from "./office-theme";

/**
 * Puts the theme on the page and keeps it in step with the system. Its colours stand in theme.css, which by itself follows
 * the system, so that the page is right before any code runs. High contrast needs nothing: the browser puts the system's
 * colours in their place (forced-colors), and the style sheets say where that is not enough.
 */
export function followTheme(office: OfficeTheme | undefined): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    document.documentElement.dataset.theme = isDark(office, system.matches) ? "dark" : "light";
  };
  system.addEventListener("change", apply);
  apply();
}
