import { NoAnswer } from "./errors";

/**
 * What the writer uses above ExcelApi 1.1, and the requirement set that brings it. Each is asked for at run time; what
 * stands in brackets is what is done without it.
 */
const since = {
  /** Defined names on a sheet (no marker: the block is written but not found again). */
  names: "1.4",
  /** Links on cells (the address as text), series bound to ranges (Excel's own reading of the block), frozen panes (none). */
  series: "1.7",
  links: "1.7",
  freeze: "1.7",
  /** Whether sheets may be added and deleted (found by Excel while writing). */
  structure: "1.7",
  /** Number formats and second axes in charts, grid lines of a sheet (Excel's defaults). */
  chartDetails: "1.8",
  gridlines: "1.8",
  /** The style "Normal" (its usual fonts are known). */
  styles: "1.7",
  /** Screen held still, print setup, formats cell by cell (as far as all look alike), tables in a range (by their names), the
   * events of the selection and of changes (the selection is not followed). */
  screenHold: "1.9",
  print: "1.9",
  cellFormats: "1.9",
  tablesOfRange: "1.9",
  selectionEvent: "1.9",
  /** Properties of a sheet (document settings). */
  sheetProperties: "1.12",
  /** Where a series of a chart has its values from (charts are not looked at). */
  chartSources: "1.15",
  /** The decimal sign in use (the point). */
  culture: "1.11",
  /** Formulas that spill (values). */
  spills: "1.12",
  /** Merged cells found before writing (found by Excel while writing), tables resized (made anew). */
  merges: "1.13",
  resize: "1.13",
  /** The theme's accent, from the cell style that has it (our own blue). */
  accent: "1.14",
  /** Cards in cells (a two-column card). */
  cards: "1.16",
  /** One undo step (one for each action). */
  undoGroup: "1.20",
} as const;

/** Something a host may lack. */
export type Ability = keyof typeof since;

/** The requirement set that brings it: "ExcelApi 1.9". */
export const needed = (ability: Ability): string => `ExcelApi ${since[ability]}`;

/** Members by which a host shows that it lacks an ability after all. */
const members: Record<Exclude<Ability, "spills" | "cards" | "undoGroup">, RegExp> = {
  names: /NamedItem|\.names\b/i,
  series:
    /setValues|setXAxisValues|ChartSeries\.|ChartAxis\.(categoryType|reverse|majorTick|tickLabel|visible)|DataLabels/i,
  links: /hyperlink/i,
  structure: /WorkbookProtection|Workbook\.protection/i,
  freeze: /freeze/i,
  chartDetails: /displayBlanksAs|axisGroup|ChartAxes|ChartAxis\.numberFormat|ChartPoint|DataLabel\b/i,
  gridlines: /Worksheet\.(show)?gridlines/i,
  screenHold: /suspendScreen/i,
  print: /PageLayout|PageBreak|HeadersFooters|HeaderFooter/i,
  styles: /\bStyles?\b|StyleCollection/i,
  cellFormats: /(Cell|Row|Column)Properties/i,
  tablesOfRange: /getTables/i,
  selectionEvent: /SelectionChanged/i,
  culture: /decimalSeparator/i,
  sheetProperties: /customPropert/i,
  chartSources: /getDimension|axisGroup/i,
  merges: /getMergedAreas/i,
  resize: /resize$/i,
  accent: /StyleCollection\.getItemOrNullObject/i,
};

const distrusted = new Set<string>();

/** Whether this Excel can do it. Asked anew each time: the answer costs nothing. */
export function can(ability: Ability): boolean {
  return !distrusted.has(ability) && Office.context.requirements.isSetSupported("ExcelApi", since[ability]);
}

/**
 * Remembers that a host claims an ability and does not know its members, as some perpetual versions do.
 *
 * @param location what the host did not know: "Range.getCellProperties"
 * @returns false if nothing can be done without that was not given up before: trying again is no use
 */
export function distrust(location: string): boolean {
  const lacking = Object.entries(members).filter(([, member]) => member.test(location));
  const fresh = lacking.filter(([ability]) => !distrusted.has(ability));
  for (const [ability] of fresh) distrusted.add(ability);
  return fresh.length > 0;
}

/** Whether the workbook was opened for reading only; known without asking Excel. */
export function isReadOnly(): boolean {
  return String(Office.context.document.mode).toLowerCase() === "readonly";
}

/** A conversation with Excel that ends by itself when no answer comes. */
export interface Context {
  readonly workbook: Excel.Workbook;
  /** One message to Excel with all that was queued. Rejects with `NoAnswer` after `patience`. */
  sync(): Promise<void>;
}

/**
 * Runs `work` as one undo step where Excel can group, else on a context of its own: `Excel.run` would track every range
 * and send a third message to let go of them.
 */
export function talk<T>(patience: number, work: (context: Context) => Promise<T>): Promise<T> {
  if (can("undoGroup")) {
    return Excel.run({ mergeUndoGroup: true }, (context) => work(patient(context, patience)));
  }
  return talkApart(patience, work);
}

/** As `talk`, never as a group: Excel deletes no sheet inside of one. */
export function talkApart<T>(patience: number, work: (context: Context) => Promise<T>): Promise<T> {
  return work(patient(new Excel.RequestContext(), patience));
}

/** Module state: who is told of messages that Excel refused. */
let refusalListener: ((error: unknown) => void) | undefined;

/** Tells of every message that Excel refuses from now on, whatever becomes of it. Undefined: nobody is told. */
export function onRefusal(listener: ((error: unknown) => void) | undefined): void {
  refusalListener = listener;
}

function patient(context: Excel.RequestContext, patience: number): Context {
  return {
    workbook: context.workbook,
    async sync() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const noAnswer = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new NoAnswer(`No answer in ${patience} ms.`)), patience);
      });
      try {
        await Promise.race([context.sync(), noAnswer]);
      } catch (error) {
        refusalListener?.(error);
        throw error;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
