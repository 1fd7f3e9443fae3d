import type { FunctionsMetadata, Host } from "../../host";
import type { OpenedWorkbook, Reading } from "../../xlsx/reading/result";
import { make, elementById, sentenceOf } from "../dom";
import type { Grid } from "../grid";
import type { Manifest } from "../manifest";
import type { Texts } from "../texts";
import { snapshotOf } from "./snapshot";

/** Opens files in place of the workbook. */
export interface Opener {
  /** Opens an .xlsx file; rejects with a sentence for any other. */
  open: (bytes: Uint8Array, name: string) => Promise<void>;
  /** Opens a file of the server, and reports in the status line if that fails. */
  fetch: (name: string) => Promise<void>;
  /** The workbook's name, without the file's extension. */
  name: () => string;
  /** Marks the workbook as saved. */
  saved: () => void;
}

const ending = /\.xls[xm]$/i;

/**
 * Lets the user open files, by the title bar's button or by dragging them onto the page. The reading code is loaded
 * when it is first needed.
 */
export function offerOpening(
  grid: Grid,
  host: Host,
  manifest: Manifest,
  { functions }: FunctionsMetadata,
  texts: Texts,
  status: (text: string) => void,
): Opener {
  let bookName = texts("untitled");
  let unsaved = false;
  const { univerAPI } = grid;
  univerAPI.addEvent(univerAPI.Event.CommandExecuted, ({ id }) => {
    if (id === "sheet.mutation.set-range-values" || id === "sheet.mutation.insert-sheet") unsaved = true;
  });

  const open = async (bytes: Uint8Array, name: string) => {
    status(texts("opening", name));
    const { openXlsx } = await import("../../xlsx/reading/open");
    const reading = await openXlsx(bytes, { addinId: manifest.id, namespace: manifest.namespace, functions });
    await host.open(snapshotOf(reading.book));
    bookName = name.replace(ending, "");
    elementById("book").textContent = bookName;
    unsaved = false;
    status(outcome(reading, name, unknownFormulas(reading.book, host), texts));
  };
  const attempt = async (name: string, bytes: () => Promise<Uint8Array>) => {
    try {
      await open(await bytes(), name);
    } catch (error) {
      status(texts("openFailed", name, sentenceOf(error)));
    }
  };
  const take = (file: File | undefined) => {
    if (!file || (unsaved && !confirm(texts("openReplaces", file.name)))) return;
    void attempt(file.name, async () => new Uint8Array(await file.arrayBuffer()));
  };

  const chooser = make("input", { type: "file", accept: ".xlsx,.xlsm" });
  chooser.addEventListener("change", () => {
    take(chooser.files?.[0]);
    chooser.value = "";
  });
  elementById("open").addEventListener("click", () => chooser.click());
  acceptDrops(take);
  return {
    open,
    fetch: (name) =>
      attempt(name, async () => {
        const answer = await fetch(`/opened/${encodeURIComponent(name)}`);
        if (!answer.ok) throw new Error(`${answer.status}`);
        return new Uint8Array(await answer.arrayBuffer());
      }),
    name: () => bookName,
    saved: () => {
      unsaved = false;
    },
  };
}

/** Opens a file that is dropped on the page, before the grid gets it. */
function acceptDrops(take: (file: File | undefined) => void): void {
  const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
  const options = { capture: true };
  addEventListener(
    "dragover",
    (event) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    },
    options,
  );
  addEventListener(
    "drop",
    (event) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      event.stopPropagation();
      take(event.dataTransfer?.files[0]);
    },
    options,
  );
}

/** The number of formulas that had a result in the file and that the grid cannot calculate. */
function unknownFormulas({ sheets }: OpenedWorkbook, host: Host): number {
  const ids = host.snapshot().sheets.map(({ id }) => id);
  return sheets
    .flatMap(({ cells }, at) => cells.map((cell) => ({ ...cell, sheetId: ids[at] ?? "" })))
    .filter(({ formula, value }) => formula !== undefined && typeof value !== "object")
    .filter(({ sheetId, row, column }) => host.valueAt(sheetId, row, column) === "#NAME?").length;
}

function outcome({ leftOut }: Reading, name: string, unknown: number, texts: Texts): string {
  const without = [...leftOut].map(([what, count]) => texts(`left-${what}`, String(count)));
  const separator = texts("listSeparator");
  const sentence = without.length
    ? texts("openedWithout", name, without.join(separator))
    : texts("opened", name);
  return unknown > 0 ? `${sentence} ${texts("openedUnknown", String(unknown))}` : sentence;
}
