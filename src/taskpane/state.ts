import type { CitedSelection, CompareScope, FreezeScope, Selected, WorkbookSettings } from "../workbook/api";
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
import type { Messages } from "./messages";
import type { Build } from "./model/build";
import type { Block, Preview } from "../workbook/outcome";
import type { Finding, Mix } from "../workbook/finding";
import type { CustomSheet, SingleKind, TemplateId } from "../workbook/insertion";
import type { ListStyle } from "../dataset/sourceTexts";
import type { Problem } from "../workbook/problem";
import type { Tested } from "../workbook/selfTest";

/** The views that the tabs lead to. An opened indicator stands in "explore". */
export type Tab = "explore" | "build" | "sheets" | "check" | "settings";

/** The kinds of a single insertion that the pane offers. */
export type Form = Exclude<SingleKind, "card">;

/** A button of a message. */
export interface NoticeButton {
  label: (words: Messages) => string;
  run: () => void;
}

/** What the pane answers after an act. Its text is made when shown, so that it follows the language. */
export interface Notice {
  kind: "done" | "failed" | "info";
  text: (words: Messages, language: Language) => string;
  buttons: readonly NoticeButton[];
  /** A text that could not be copied, shown for copying by hand. */
  toCopy?: string;
}

/** How far the pane is connected to a workbook; loading: the page's last file has yet to run, incomplete: it did not come. */
type Connection = "loading" | "connecting" | "connected" | "outside" | "incomplete";

/** Everything that the pane shows, in one object. */
export interface State {
  connection: Connection;
  tab: Tab;
  /** Search text of Explore, as typed. */
  query: string;
  /** Whether the latest published figures are looked at, in place of those of the reference period. */
  latest: boolean;
  /** A theme whose indicators are listed, if one was chosen. */
  theme: Theme | undefined;
  /** The indicator that is open, if any. */
  indicator: IndicatorCode | undefined;
  /** The indicator that was left last: going back puts the focus where it was opened. */
  left: IndicatorCode | undefined;
  /** Indicators that this person pinned, and those opened last. */
  pinned: readonly IndicatorCode[];
  recent: readonly IndicatorCode[];
  /** Period of the open indicator; undefined: the reference period, or the latest if that has no figure. */
  period: Period | undefined;
  /** Measure and frequency of the open indicator's chart; undefined: the indicator's own. */
  measure: MeasureName | undefined;
  freq: Freq | undefined;
  form: Form;
  /** Whether tables and charts bear each period's last day as a date. */
  dates: boolean;
  place: "selection" | "new-sheet";
  /** What "Insert" would do now, or what is in the way; undefined until Excel has said. */
  preview: { ok: true; preview: Preview } | { ok: false; problem: Problem } | undefined;
  sheet: {
    template: TemplateId;
    period: Period | undefined;
    language: Language | undefined;
    live: boolean;
    place: "selection" | "new-sheet";
    /** What stands on a page of one's own. */
    own: CustomSheet;
  };
  blocks: readonly Block[] | undefined;
  /** Where the comparability check looks, and what it found; undefined until it has looked. */
  compareIn: CompareScope;
  mixes: readonly Mix[] | undefined;
  /** What the doctor found; undefined until it has looked. */
  findings: readonly Finding[] | undefined;
  freezeIn: FreezeScope;
  /** What keeps the user's own table from joining, if it was tried. */
  userTableWrong: Extract<Problem, { name: "user-table" }> | undefined;
  /** The style of citations, and what the cells that were selected cite; undefined until asked. */
  citationStyle: ListStyle;
  cited: CitedSelection | undefined;
  /** What the self-test is at, and what it found; undefined where it is not. */
  testing: Text2 | undefined;
  tested: Tested | undefined;
  /** The formula that Build works on; undefined while a function is to be chosen. */
  build: Build | undefined;
  selected: Selected | undefined;
  settings: WorkbookSettings;
  /** The language of Office, or of the browser until Office has told. */
  hostLanguage: Language;
  /** What is under way, if anything: how far it is (0 to 1, if known), and how to stop it. */
  busy: { part: number | undefined; cancel: (() => void) | undefined } | undefined;
  notice: Notice | undefined;
  firstRun: boolean;
}

/** The kinds of periods a chart can show. */
export type Freq = "annual" | "quarter" | "month" | "ytd";

/** The state in which the pane begins. */
export function initialState(hostLanguage: Language, firstRun: boolean): State {
  return {
    connection: "loading",
    tab: "explore",
    query: "",
    latest: false,
    theme: undefined,
    indicator: undefined,
    left: undefined,
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

/** The workbook's reference period; a setting that is no period counts as none, as it does for the functions. */
export function referenceOf(state: Pick<State, "settings">): Period | "latest" {
  const read = parsePeriod(state.settings.period);
  return (read.ok ? read.value : undefined) ?? DEFAULT_REFERENCE;
}

/** The period of what the pane shows and inserts where none is chosen: the reference period, or the latest published where that is looked at. */
export function periodInView(state: Pick<State, "settings" | "latest">): Period | "latest" {
  return state.latest ? "latest" : referenceOf(state);
}
