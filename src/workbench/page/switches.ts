import { make } from "./dom";
import { withOptions } from "./options";
import type { Options } from "./options";
import type { Texts } from "./texts";

/**
 * The switches in the title bar: language, theme and the Excel that is played. Language and profile are known to an
 * add-in only when it starts, so `restart` opens the page again with the changed address; the theme changes at once.
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
      // A report is there only where the server was given one.
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

/** The colour scheme of the page reaches the pane too: a frame sees it as the system's preference. */
function applyTheme(theme: string): void {
  document.documentElement.style.colorScheme = theme;
}

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
