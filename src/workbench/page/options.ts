/** Languages of the workbench, its grid and the add-in inside. */
export type Locale = "en-US" | "zh-CN";

/** Light or dark; the grid itself stays light, as Excel's does. */
type Theme = "light" | "dark";

/** The Excel that the workbench plays: what it has, refuses and does otherwise; "report": as `npm start -- --profile` was given it. */
type Profile = "web" | "365" | "2021" | "strict" | "report";

/** How the workbench starts, read from its address. */
export interface Options {
  locale: Locale;
  theme: Theme;
  profile: Profile;
  /** False: the pane is closed at the start; the add-in runs nevertheless. */
  pane: boolean;
  /** The workbook is open for reading only. */
  readOnly: boolean;
  /** Where the add-in is served, ending in "/"; below the workbench's own origin. */
  addin: string;
  /** Name of a file that the server holds ready to be opened at the start. */
  open?: string;
  /** Requirement sets given one by one (`sets=ExcelApi:1.9,SharedRuntime:1.1`); they replace the profile's. */
  sets?: Record<string, string>;
}

const choices = {
  locale: ["en-US", "zh-CN"],
  theme: ["light", "dark"],
  profile: ["web", "365", "2021", "strict", "report"],
} as const;

/**
 * Reads the workbench's options from the query of its address: `locale`, `theme`, `profile`, `pane=closed`, `mode=read`, `addin`
 * (a folder such as `/old/`), `open` (a file's name) and `sets`. What is missing or not known takes its default; `languages` (the
 * browser's) settles the language when the address does not.
 */
export function readOptions(query: string, languages: readonly string[] = []): Options {
  const given = new URLSearchParams(query);
  const choose = <K extends keyof typeof choices>(key: K, fallback: (typeof choices)[K][number]) =>
    (choices[key] as readonly string[]).includes(given.get(key) ?? "")
      ? (given.get(key) as (typeof choices)[K][number])
      : fallback;
  const chinese = languages[0]?.toLowerCase().startsWith("zh") ?? false;
  const sets = readSets(given.get("sets"));
  return {
    locale: choose("locale", chinese ? "zh-CN" : "en-US"),
    theme: choose("theme", "light"),
    profile: choose("profile", "web"),
    pane: given.get("pane") !== "closed",
    readOnly: given.get("mode") === "read",
    addin: folder(given.get("addin")),
    ...(given.get("open") && { open: given.get("open") ?? "" }),
    ...(sets && { sets }),
  };
}

/** The address of the workbench with some options changed, for the switches in its title bar. */
export function withOptions(address: string, changes: Partial<Record<keyof typeof choices, string>>): string {
  const url = new URL(address);
  for (const [key, value] of Object.entries(changes)) url.searchParams.set(key, value);
  return url.href;
}

/**
 * The requirement sets of a profile, as Microsoft's tables of requirement sets give them; undefined for "web",
 * where the host offers all that it does itself.
 */
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

/** Only a folder of the own origin: the workbench hosts what its own server gives. */
function folder(given: string | null): string {
  if (!given || !/^\/?[\w./-]+$/.test(given) || given.includes("//")) return "/";
  return `/${given.replace(/^\/|\/$/g, "")}/`.replace("//", "/");
}
