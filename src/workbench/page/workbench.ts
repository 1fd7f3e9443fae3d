import "./workbench.css";
import type { FUniver } from "@univerjs/core/facade";
import { createHost } from "../host";
import type { FunctionsMetadata, Host } from "../host";
import { cellAddress } from "../xlsx/address";
import { keepCaret } from "./caret";
import { cellReader } from "./cells";
import { showCharts } from "./charts/layer";
import { copyAnswers } from "./copying";
import { part, sentenceOf } from "./dom";
import { watchFailures } from "./failures";
import { showFormats } from "./formats";
import { focusMoves, followKeys } from "./focus";
import { createGrid } from "./grid";
import { createLog } from "./log";
import { readManifest } from "./manifest";
import type { Manifest } from "./manifest";
import { followMessages } from "./message";
import { readOptions, requirementSets } from "./options";
import { offerOpening } from "./opening/open";
import type { Opener } from "./opening/open";
import { showWideNumbers } from "./numbers/wide";
import { createPane } from "./pane";
import { addToCellMenu } from "./cellMenu";
import { listenForShortcuts, listenForTableKeys } from "./shortcuts";
import type { ShortcutsFile } from "./shortcuts";
import { drawRibbon } from "./ribbon";
import { download, saveBytes } from "./saving/download";
import type { Floats } from "./scene";
import { drawSwitches } from "./switches";
import { filterMenu } from "./tables/filterMenu";
import { showTables } from "./tables/layer";
import { readReport, reportAddress } from "../report";
import { textsOf } from "./texts";
import { checkTyping } from "./typing/entry";
import { findSignsOneByOne } from "./typing/graphemes";
import { forgetBrackets } from "./typing/lexer";
import { cutLongTexts } from "./typing/longTexts";
import { mendTabs } from "./tabs";
import { suggestFunctions } from "./typing/suggestions";

declare global {
  interface Window {
    /** For tests and for the browser's console. */
    workbench?: {
      univerAPI: FUniver;
      host: Host;
      manifest: Manifest;
      /** Charts of the active sheet, as drawn. */
      charts: Floats;
      save: () => ReturnType<typeof saveBytes>;
      /** Opens the bytes of an .xlsx file in the place of the workbook; resolves when all is calculated. */
      open: Opener["open"];
    };
  }
}

/** The action whose shortcut shows the pane. */
const OPEN_PANE = "openPane";

const options = readOptions(location.search, navigator.languages);
const texts = textsOf(options.locale);
document.documentElement.lang = options.locale;

/** The line at the foot of the page. */
function status(text: string): void {
  part("status").textContent = text;
}

async function start(): Promise<void> {
  part("book").textContent = texts("untitled");
  part("place").textContent = texts("title");
  part("home").textContent = texts("home");
  part("save").textContent = texts("save");
  part("open").textContent = texts("open");
  drawSwitches(part("switches"), options, texts, (address) => location.assign(address));
  const log = createLog(texts);
  const pane = createPane(texts, options.pane);
  const grid = createGrid(part("grid"), options.locale);
  const { univerAPI } = grid;
  keepCaret(grid);
  status(texts("starting"));

  const manifest = readManifest(await readXml(options.addin + "manifest.xml"), options.locale);
  document.title = `${manifest.name} · ${texts("title")}`;
  part("panetitle").textContent = manifest.name;
  const played = options.profile === "report" ? readReport(await readJson(reportAddress)) : undefined;
  const sets = options.sets ?? played?.sets ?? requirementSets(options);
  let showMessage = () => {};
  const functions = await readJson<FunctionsMetadata>(options.addin + manifest.functions);
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
  showMessage = followMessages(host, cellAddress);
  mendTabs(grid);
  forgetBrackets(grid);
  findSignsOneByOne(Intl.Segmenter);
  cutLongTexts(grid, texts, status);
  suggestFunctions(grid, functions, manifest.namespace);
  checkTyping(grid, host, functions, manifest.namespace, texts);
  showFormats(grid, host);
  showWideNumbers(grid);
  copyAnswers(grid, host);
  showTables(grid, host.state, filterMenu(grid, host, texts, status));
  const charts = showCharts(grid, host.state, cellReader(univerAPI, host));
  const run = (label: string, action: string) => {
    host.pressButton(action).catch((error: unknown) => {
      status(texts("buttonFailed", label, sentenceOf(error)));
    });
  };
  addToCellMenu(univerAPI, manifest.cellMenu, run);
  const moves = focusMoves(grid, pane.frame);
  if (manifest.shortcuts !== undefined) {
    const shortcuts = await readJson<ShortcutsFile>(options.addin + manifest.shortcuts);
    listenForShortcuts(shortcuts, (label, action) => {
      run(label, action);
      // The shortcut that opens the pane takes the keyboard there, and from there back to the grid.
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
  const makeTable = () => {
    const cells = host.state.data.selection[0];
    if (!cells) return;
    host.makeTable(cells).catch((error: unknown) => status(texts("tableFailed", sentenceOf(error))));
  };
  listenForTableKeys(makeTable);
  drawRibbon(part("ribbon"), {
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
  const save = () => {
    status(texts("saving"));
    const name = `${opener.name()}.xlsx`;
    saveBytes(grid, host, manifest, functions.functions)
      .then(({ bytes, leftOut, live }) => {
        download(bytes, name);
        opener.saved();
        const saved = leftOut.length ? texts("savedWithout", name, leftOut.join(", ")) : texts("saved", name);
        status(live ? `${saved} ${texts("savedLive")}` : saved);
      })
      .catch((error: unknown) => status(texts("saveFailed", sentenceOf(error))));
  };
  part("save").addEventListener("click", save);
  const opener = offerOpening(grid, host, manifest, functions, texts, status);
  watchFailures(texts, save);
  await grid.drawn;
  window.workbench = {
    univerAPI,
    host,
    manifest,
    charts,
    save: () => saveBytes(grid, host, manifest, functions.functions),
    open: opener.open,
  };
  await host.ready;
  status(texts("ready"));
  if (options.open !== undefined) await opener.fetch(options.open);
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
