/** The languages of workbench, grid and add-in. */
export type Locale = "en-US" | "zh-CN";

/** The theme of the page; the grid stays light, as Excel's does. */
type Theme = "light" | "dark";

/** The Excel that the workbench imitates; "report": the one of the report in `npm start -- --profile`. */
type Profile = "web" | "365" | "2021" | "strict" | "report";

/** The workbench's options, from its address. */
export interface Options {
  locale: Locale;
  theme: Theme;
  profile: Profile;
  /** Whether the pane is open at the start; the add-in runs in any case. */
  pane: boolean;
  /** Whether the workbook is read-only. */
  readOnly: boolean;
  /** The add-in's folder on the workbench's origin, ending in "/". */
  addin: string;
  /** The name of a file on the server to open at the start. */
  open?: string;
  /** Requirement sets (`sets=ExcelApi:1.9,SharedRuntime:1.1`) that replace the profile's. */
  sets?: Record<string, string>;
}

const choices = {
  locale: ["en-US", "zh-CN"],
  theme: ["light", "dark"],
  profile: ["web", "365", "2021", "strict", "report"],
} as const;

/**
 * Reads the options from an address's query: `locale`, `theme`, `profile`, `pane=closed`, `mode=read`, `addin` (a
 * folder such as `/old/`), `open` (a file's name) and `sets`. Missing and unknown values take the default.
 * @param languages the browser's, for an address without `locale`
 */
export function readOptions(query: string, languages: readonly string[] = []): Options {
  const parameters = new URLSearchParams(query);
  const choose = <K extends keyof typeof choices>(key: K, fallback: (typeof choices)[K][number]) =>
    (choices[key] as readonly string[]).includes(parameters.get(key) ?? "")
      ? (parameters.get(key) as (typeof choices)[K][number])
      : fallback;
  const chinese = languages[0]?.toLowerCase().startsWith("zh") ?? false;
  const sets = readSets(parameters.get("sets"));
  return {
    locale: choose("locale", chinese ? "zh-CN" : "en-US"),
    theme: choose("theme", "light"),
    profile: choose("profile", "web"),
    pane: parameters.get("pane") !== "closed",
    readOnly: parameters.get("mode") === "read",
    addin: folder(parameters.get("addin")),
    ...(parameters.get("open") && { open: parameters.get("open") ?? "" }),
    ...(sets && { sets }),
  };
}

/** The workbench's address with other options, for the switches in its title bar. Options that are not named stay. */
export function withOptions(address: string, changes: Partial<Record<keyof typeof choices, string>>): string {
  const url = new URL(address);
  for (const [key, value] of Object.entries(changes)) url.searchParams.set(key, value);
  return url.href;
}

/** The requirement sets of a profile, from Microsoft's tables; undefined for "web": all of the host's. */
export function requirementSets({ profile, sets }: Pick<Options, "profile" | "sets">) {
  return sets ?? profiles[profile];
}

const profiles: Record<Profile, Record<string, string> | undefined> = {
  web: undefined,
  strict: undefined,
  report: undefined,
  "365": {
    ExcelApi: "1.20",
    CustomFunctionsRuntime: "1.5",
    SharedRuntime: "1.2",
    RibbonApi: "1.2",
    KeyboardShortcuts: "1.1",
    ContextMenuApi: "1.1",
  },
  "2021": { ExcelApi: "1.14", CustomFunctionsRuntime: "1.3", SharedRuntime: "1.1", RibbonApi: "1.1" },
};

function readSets(text: string | null): Record<string, string> | undefined {
  if (!text) return undefined;
  const pairs = text.split(",").map((pair) => pair.split(":"));
  return Object.fromEntries(pairs.map(([name = "", version = "1.1"]) => [name.trim(), version.trim()]));
}

/** Accepts only a folder of the workbench's own origin. */
function folder(address: string | null): string {
  if (!address || !/^\/?[\w./-]+$/.test(address) || address.includes("//")) return "/";
  return `/${address.replace(/^\/|\/$/g, "")}/`.replace("//", "/");
}
