import "./workbench.css";
import type { FUniver } from "@univerjs/core/facade";
import { createHost } from "../host";
import type { FunctionsMetadata, Host } from "../host";
import { cellName } from "../host/grid/address";
import { readReport, reportAddress } from "../report";
import { keepCaret } from "./caret";
import { addToCellMenu } from "./cellMenu";
import { cellReader } from "./cells";
import { showCharts } from "./charts/layer";
import { copyAnswers } from "./copying";
import { elementById, sentenceOf } from "./dom";
import { watchFailures } from "./failures";
import { focusMoves, followKeys } from "./focus";
import { showFormats } from "./formats";
import { createGrid } from "./grid";
import type { Grid } from "./grid";
import { createLog } from "./log";
import { readManifest } from "./manifest";
import type { Manifest } from "./manifest";
import { followMessages } from "./message";
import { showWideNumbers } from "./numbers/wide";
import { offerOpening } from "./opening/open";
import type { Opener } from "./opening/open";
import { readOptions, requirementSets } from "./options";
import { createPane } from "./pane";
import type { Pane } from "./pane";
import { drawRibbon } from "./ribbon";
import { download, saveBytes } from "./saving/download";
import type { Floats } from "./scene";
import { listenForShortcuts, listenForTableKeys } from "./shortcuts";
import type { ShortcutsFile } from "./shortcuts";
import { drawSwitches } from "./switches";
import { filterMenu } from "./tables/filterMenu";
import { showTables } from "./tables/layer";
import { mendTabs } from "./tabs";
import { textsOf } from "./texts";
import { checkTyping } from "./typing/entry";
import { findSignsOneByOne } from "./typing/graphemes";
import { forgetBrackets } from "./typing/lexer";
import { cutLongTexts } from "./typing/longTexts";
import { suggestFunctions } from "./typing/suggestions";

declare global {
  interface Window {
    /** For tests and the browser's console. */
    workbench?: {
      univerAPI: FUniver;
      host: Host;
      manifest: Manifest;
      /** The charts of the active sheet, as drawn. */
      charts: Floats;
      save: () => ReturnType<typeof saveBytes>;
      /** Opens an .xlsx file in place of the workbook; resolves when everything is calculated. */
      open: Opener["open"];
    };
  }
}

/** The action that shows the pane. */
const OPEN_PANE = "openPane";

const options = readOptions(location.search, navigator.languages);
const texts = textsOf(options.locale);
document.documentElement.lang = options.locale;

/** Shows a text in the status line. */
function status(text: string): void {
  elementById("status").textContent = text;
}

/** Starts the page: grid, pane, ribbon and host, then the add-in. */
async function start(): Promise<void> {
  nameParts();
  const log = createLog(texts);
  const pane = createPane(texts, options.pane);
  const grid = createGrid(elementById("grid"), options.locale);
  const { univerAPI } = grid;
  keepCaret(grid);
  status(texts("starting"));

  const manifest = readManifest(await readXml(options.addin + "manifest.xml"), options.locale);
  document.title = `${manifest.name} · ${texts("title")}`;
  elementById("panetitle").textContent = manifest.name;
  const functions = await readJson<FunctionsMetadata>(options.addin + manifest.functions);
  const host = await startHost(univerAPI, pane, manifest, functions, log);
  fitGrid(grid, host, functions, manifest.namespace);
  const charts = showCharts(grid, host.state, cellReader(univerAPI, host));

  const run = (label: string, action: string) => {
    host.pressButton(action).catch((error: unknown) => {
      status(texts("buttonFailed", label, sentenceOf(error)));
    });
  };
  const makeTable = () => {
    const cells = host.state.data.selection[0];
    if (!cells) return;
    host.makeTable(cells).catch((error: unknown) => status(texts("tableFailed", sentenceOf(error))));
  };
  addToCellMenu(univerAPI, manifest.cellMenu, run);
  await listenToKeys(grid, pane, manifest, run);
  listenForTableKeys(makeTable);
  drawRibbon(elementById("ribbon"), {
    manifest,
    folder: options.addin,
    univerAPI,
    texts,
    actions: {
      openPane: pane.open,
      recalculate: () => {
        status(texts("calculating"));
        void host.recalculate().then(() => status(texts("ready")));
      },
      makeTable,
      run: (button, name) => run(button.label, name),
    },
  });
  const opener = offerOpening(grid, host, manifest, functions, texts, status);
  const bytes = () => saveBytes(grid, host, manifest, functions.functions);
  watchFailures(texts, offerSaving(bytes, opener));
  await grid.drawn;
  window.workbench = { univerAPI, host, manifest, charts, save: bytes, open: opener.open };
  await host.ready;
  status(texts("ready"));
  if (options.open !== undefined) await opener.fetch(options.open);
}

/** Writes the accessible names of the page's parts. */
function nameParts(): void {
  elementById("book").textContent = texts("untitled");
  elementById("place").textContent = texts("title");
  elementById("home").textContent = texts("home");
  elementById("save").textContent = texts("save");
  elementById("open").textContent = texts("open");
  drawSwitches(elementById("switches"), options, texts, (address) => location.assign(address));
}

/** Starts the host with the page's options, and the add-in in its pane. */
async function startHost(
  univerAPI: FUniver,
  pane: Pane,
  manifest: Manifest,
  functions: FunctionsMetadata,
  log: ReturnType<typeof createLog>,
): Promise<Host> {
  const played = options.profile === "report" ? readReport(await readJson(reportAddress)) : undefined;
  const sets = options.sets ?? played?.sets ?? requirementSets(options);
  let showMessage = () => {};
  const host = createHost({
    univerAPI,
    frame: pane.frame,
    addin: {
      url: new URL(options.addin + manifest.pane, location.href).href,
      functions,
      namespace: manifest.namespace,
    },
    locale: options.locale,
    clientMode: options.readOnly ? "read" : "edit",
    onLog: log.add,
    onCellMessage: () => showMessage(),
    onPane: (visible) => (visible ? pane.open() : pane.close()),
    ...(sets && { requirementSets: sets }),
    ...(options.profile === "strict" && { rules: "strict" as const }),
    ...(played && { rules: played.rules, refused: played.refused }),
  });
  showMessage = followMessages(host, cellName);
  return host;
}

/** Adds Excel's behaviour to the grid: typing, formats, tables, copying. */
function fitGrid(grid: Grid, host: Host, functions: FunctionsMetadata, namespace: string): void {
  mendTabs(grid);
  forgetBrackets(grid);
  findSignsOneByOne(Intl.Segmenter);
  cutLongTexts(grid, texts, status);
  suggestFunctions(grid, functions, namespace);
  checkTyping(grid, host, functions, namespace, texts);
  showFormats(grid, host);
  showWideNumbers(grid);
  copyAnswers(grid, host);
  showTables(grid, host.state, filterMenu(grid, host, texts, status));
}

/** Listens to the add-in's shortcuts in grid and pane, and to the keys that move the focus between them. */
async function listenToKeys(
  grid: Grid,
  pane: Pane,
  manifest: Manifest,
  run: (label: string, action: string) => void,
): Promise<void> {
  const moves = focusMoves(grid, pane.frame);
  if (manifest.shortcuts === undefined) return;
  const shortcuts = await readJson<ShortcutsFile>(options.addin + manifest.shortcuts);
  listenForShortcuts(shortcuts, (label, action) => {
    run(label, action);
    // The shortcut that opens the pane moves the focus into it, or from it back to the grid.
    if (action !== OPEN_PANE) return;
    pane.open();
    moves.toPane();
  });
  followKeys(pane.frame, moves, pane.isOpen, (inside) =>
    listenForShortcuts(
      shortcuts,
      (label, action) => (action === OPEN_PANE ? moves.toGrid() : run(label, action)),
      inside,
    ),
  );
}

/**
 * Saves the workbook when the button is clicked.
 * @returns saves it too
 */
function offerSaving(bytes: () => ReturnType<typeof saveBytes>, opener: Opener): () => void {
  const save = () => {
    status(texts("saving"));
    const name = `${opener.name()}.xlsx`;
    bytes()
      .then(({ bytes: written, leftOut, live }) => {
        download(written, name);
        opener.saved();
        const saved = leftOut.length ? texts("savedWithout", name, leftOut.join(", ")) : texts("saved", name);
        status(live ? `${saved} ${texts("savedLive")}` : saved);
      })
      .catch((error: unknown) => status(texts("saveFailed", sentenceOf(error))));
  };
  elementById("save").addEventListener("click", save);
  return save;
}

async function readXml(address: string): Promise<Document> {
  const xml = new DOMParser().parseFromString(await (await read(address)).text(), "application/xml");
  const mistake = xml.querySelector("parsererror");
  if (mistake) throw new Error(`${address} is no XML: ${mistake.textContent ?? ""}`);
  return xml;
}

async function readJson<T>(address: string): Promise<T> {
  return (await (await read(address)).json()) as T;
}

async function read(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} is not served (${answer.status}).`);
  return answer;
}

start().catch((error: unknown) => {
  status(texts("addinFailed", sentenceOf(error)));
  throw error;
});
