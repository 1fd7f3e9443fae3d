import { make } from "./dom";
import { withOptions } from "./options";
import type { Options } from "./options";
import type { Texts } from "./texts";

/**
 * The switches in the title bar: language, theme and imitated Excel. An add-in learns language and Excel only at its
 * start, so `restart` opens the changed address; the theme changes at once.
 */
export function drawSwitches(
  place: HTMLElement,
  options: Options,
  texts: Texts,
  restart: (address: string) => void,
): void {
  applyTheme(options.theme);
  place.replaceChildren(
    choice(
      texts("profile"),
      options.profile,
      // The server has a report only if it was started with one.
      ["web", "365", "2021", "strict", ...(options.profile === "report" ? ["report"] : [])].map((id) => [
        id,
        texts(`profile-${id}` as "profile-web"),
      ]),
      (profile) => restart(withOptions(location.href, { profile })),
    ),
    choice(
      texts("language"),
      options.locale,
      [
        ["en-US", "English"],
        ["zh-CN", "中文"],
      ],
      (locale) => restart(withOptions(location.href, { locale })),
    ),
    choice(
      texts("theme"),
      options.theme,
      [
        ["light", texts("light")],
        ["dark", texts("dark")],
      ],
      (theme) => {
        history.replaceState(null, "", withOptions(location.href, { theme }));
        applyTheme(theme);
      },
    ),
  );
}

/** The page's colour scheme reaches the pane too, where it counts as the system's. */
function applyTheme(theme: string): void {
  document.documentElement.style.colorScheme = theme;
}

/** A list of values to choose from; `now` is the chosen one. */
function choice(
  label: string,
  now: string,
  values: string[][],
  change: (value: string) => void,
): HTMLElement {
  const select = make("select", { "aria-label": label, title: label });
  for (const [value = "", text = ""] of values) {
    const option = make("option", { value }, text);
    option.selected = value === now;
    select.append(option);
  }
  select.addEventListener("change", () => change(select.value));
  return select;
}
