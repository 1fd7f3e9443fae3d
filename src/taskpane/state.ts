import {
  DEFAULT_REFERENCE,
  parsePeriod,
  type IndicatorCode,
  type Language,
  type MeasureName,
  type Period,
  type Text2,
  type Theme,
} from "../dataset";
import type { ListStyle } from "../dataset/sourceTexts";
import type { CitedSelection, CompareScope, FreezeScope, Selected, WorkbookSettings } from "../workbook/api";
import type { Finding, Mix } from "../workbook/finding";
import type { CustomSheet, SingleKind, TemplateId } from "../workbook/insertion";
import type { Block, Preview } from "../workbook/outcome";
import type { Problem } from "../workbook/problem";
import type { Tested } from "../workbook/selfTest";
import type { Messages } from "./messages";
import type { Build } from "./model/build";

/** The tabs. An open indicator is in "explore". */
export type Tab = "explore" | "build" | "sheets" | "check" | "settings";

/** The kinds of a single insertion that the pane offers. */
export type Form = Exclude<SingleKind, "card">;

/** A button of a message. */
export interface NoticeButton {
  label: (words: Messages) => string;
  run: () => void;
}

/** A message after an action. Its text is made when it is drawn, so that it follows the language. */
export interface Notice {
  kind: "done" | "failed" | "info";
  text: (words: Messages, language: Language) => string;
  buttons: readonly NoticeButton[];
  /** A text that could not be copied, for copying by hand. */
  toCopy?: string;
}

/**
 * Whether a workbook is connected. loading: the page's last file has not run yet; incomplete: it could not be loaded.
 */
type Connection = "loading" | "connecting" | "connected" | "outside" | "incomplete";

/** Everything that the pane shows. */
export interface State {
  connection: Connection;
  tab: Tab;
  /** The search text of Explore, as typed. */
  query: string;
  /** Whether to show the latest figures rather than those of the reference period. */
  latest: boolean;
  /** The theme whose indicators are listed, if any. */
  theme: Theme | undefined;
  /** The indicator that is open, if any. */
  indicator: IndicatorCode | undefined;
  /** The indicator that was closed last: going back puts the focus where it was opened. */
  closedIndicator: IndicatorCode | undefined;
  /** The indicators that the user pinned, and those opened last. */
  pinned: readonly IndicatorCode[];
  recent: readonly IndicatorCode[];
  /** The period of the open indicator; undefined: the reference period, or its latest if that has no figure. */
  period: Period | undefined;
  /** Measure and frequency of the open indicator's chart; undefined: the defaults. */
  measure: MeasureName | undefined;
  freq: Freq | undefined;
  form: Form;
  /** Whether tables and charts have each period's last day as a date. */
  dates: boolean;
  place: "selection" | "new-sheet";
  /** What "Insert" would do now, or the obstacle; undefined until Excel has answered. */
  preview: { ok: true; preview: Preview } | { ok: false; problem: Problem } | undefined;
  sheet: {
    template: TemplateId;
    period: Period | undefined;
    language: Language | undefined;
    live: boolean;
    place: "selection" | "new-sheet";
    /** The choices for a custom sheet. */
    own: CustomSheet;
  };
  blocks: readonly Block[] | undefined;
  /** The scope of the comparability check and its findings; undefined until it ran. */
  compareIn: CompareScope;
  mixes: readonly Mix[] | undefined;
  /** The doctor's findings; undefined until it ran. */
  findings: readonly Finding[] | undefined;
  freezeIn: FreezeScope;
  /** Why the user's table could not join the data, after a try. */
  userTableWrong: Extract<Problem, { name: "user-table" }> | undefined;
  /** The style of citations, and the sources of the selected cells; undefined until asked for. */
  citationStyle: ListStyle;
  cited: CitedSelection | undefined;
  /** The self-test's current check, and its report; undefined without one. */
  testing: Text2 | undefined;
  tested: Tested | undefined;
  /** The formula in Build; undefined while a function is chosen. */
  build: Build | undefined;
  selected: Selected | undefined;
  settings: WorkbookSettings;
  /** The language of Office, or of the browser until Office has answered. */
  hostLanguage: Language;
  /** The running action, if any: the part done (0 to 1, if known), and how to cancel it. */
  busy: { part: number | undefined; cancel: (() => void) | undefined } | undefined;
  notice: Notice | undefined;
  firstRun: boolean;
}

/** The frequencies of charts. */
export type Freq = "annual" | "quarter" | "month" | "ytd";

/**
 * The state at the start. The tab is "explore" and nothing is chosen; what the user kept in the browser is added by
 * the caller.
 */
export function initialState(hostLanguage: Language, firstRun: boolean): State {
  return {
    connection: "loading",
    tab: "explore",
    query: "",
    latest: false,
    theme: undefined,
    indicator: undefined,
    closedIndicator: undefined,
    pinned: [],
    recent: [],
    period: undefined,
    measure: undefined,
    freq: undefined,
    form: "formula",
    dates: false,
    place: "selection",
    preview: undefined,
    sheet: {
      template: "quarter",
      period: undefined,
      language: undefined,
      live: true,
      place: "new-sheet",
      own: { indicators: [], measures: [], freq: "annual", charts: true },
    },
    blocks: undefined,
    compareIn: "sheet",
    mixes: undefined,
    findings: undefined,
    freezeIn: "workbook",
    userTableWrong: undefined,
    citationStyle: "text",
    cited: undefined,
    testing: undefined,
    tested: undefined,
    build: undefined,
    selected: undefined,
    settings: {},
    hostLanguage,
    busy: undefined,
    notice: undefined,
    firstRun,
  };
}

/** The language in use: the workbook's setting, else the host's. */
export function languageOf(state: Pick<State, "settings" | "hostLanguage">): Language {
  const { language } = state.settings;
  return language === "en" || language === "zh" ? language : state.hostLanguage;
}

/** The workbook's reference period; the default for an invalid setting, as in the functions. */
export function referenceOf(state: Pick<State, "settings">): Period | "latest" {
  const read = parsePeriod(state.settings.period);
  return (read.ok ? read.value : undefined) ?? DEFAULT_REFERENCE;
}

/**
 * The period that the pane shows and inserts by default: the reference period, or "latest" where the latest figures
 * are shown.
 */
export function periodInView(state: Pick<State, "settings" | "latest">): Period | "latest" {
  return state.latest ? "latest" : referenceOf(state);
}
