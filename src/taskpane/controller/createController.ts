import { type Actions, type FreezeScope, type SettingKey } from "../workbook/api";
import type { Language } from "../dataset";
import type { ReadValues } from "./model/trace";
import { withoutGone } from "./navigation";
import { languageOf, type Notice, type NoticeButton, type State } from "./state";
import type { Store } from "./store";
import { problemText } from "../workbook/problem";
import type { Block, Outcome, Progress } from "../workbook/outcome";
import type { Finding } from "../workbook/finding";
import type { Insertion, Place } from "../workbook/insertion";
import type { Problem } from "../workbook/problem";

/** What the pane can do to the workbook. Each act answers by a notice in the state; none throws. */
export interface Acts {
  /** Inserts, and offers "Go to" and "Undo", or a way round what was in the way. */
  insert(insertion: Insertion, place: Place, language?: Language): Promise<void>;
  /** Asks what an insertion would do, for the view to show beforehand. Of several questions only the last is answered. */
  preview(insertion: Insertion, place: Place, language: Language): Promise<void>;
  /** Forgets the last answer, and one that is still to come: another view asks. */
  forgetPreview(): void;
  /** Makes a block anew from the data in use, in its place. */
  update(block: Pick<Block, "id" | "insertion" | "language">): Promise<void>;
  remove(block: string): Promise<void>;
  goTo(sheet: string, address: string): Promise<void>;
  /** Saves a setting in the workbook (undefined: back to the default). `done` is what the notice says. */
  save(key: SettingKey, value: string | boolean | undefined, done: Notice["text"]): Promise<void>;
  /** Lets a table of the user's join the data: the selected one, or by its name one that has before. */
  useTable(name?: string): Promise<void>;
  dropTable(name: string): Promise<void>;
  /** Puts a text on the clipboard; where that is forbidden, shows it for copying by hand. */
  copy(text: string, done: Notice["text"]): Promise<void>;
  /** Reads which blocks of ours the workbook holds. */
  readBlocks(): Promise<void>;
  /** Looks for figures that do not compare. */
  compare(): Promise<void>;
  /** Reads what the selected cells cite. */
  readCited(): Promise<void>;
  /** Turns formulas of ours into values, and offers "Undo". */
  freeze(scope: FreezeScope): Promise<void>;
  thaw(scope: Exclude<FreezeScope, "copy">): Promise<void>;
  /** Looks for what is wrong with formulas and blocks of ours. */
  examine(): Promise<void>;
  /** Mends, and looks again. */
  mend(findings: readonly Finding[]): Promise<void>;
  /**
   * Writes a formula into a cell that still holds `expected`, and offers to put back what was there. Resolves to the
   * formula as Excel keeps it, or undefined where it was not written.
   */
  write(...given: Parameters<Actions["writeFormula"]>): Promise<string | undefined>;
  /** What cells hold; undefined where they could not be read. Says nothing. */
  readValues: ReadValues;
  /** Reads where the selection is and what it holds now. */
  follow(): Promise<void>;
}

/**
 * The acts on a workbook that may not be there yet.
 * @param actions gives the workbook's actions, undefined while Excel has not answered
 * @param copyText puts a text on the clipboard; false where that is not allowed
 */
export function createActs(
  store: Store<State>,
  actions: () => Actions | undefined,
  copyText: (text: string) => Promise<boolean>,
): Acts {
  const fail = (problem: Problem, buttons: readonly NoticeButton[] = []) =>
    store.set({
      notice: { kind: "failed", text: (_words, language) => problemText(problem, language), buttons },
    });

  /** Runs one act: progress while it lasts, then its notice. A second act waits for nothing: it is refused while one runs. */
  async function perform(
    run: (workbook: Actions, progress: Progress) => Promise<Outcome>,
    wayRound: (problem: Problem) => readonly NoticeButton[] = () => [],
    cancellable = false,
  ): Promise<Outcome | undefined> {
    const workbook = actions();
    if (!workbook) {
      store.set({ notice: notYet(store.get().connection) });
      return undefined;
    }
    if (store.get().busy) {
      fail({ name: "busy" });
      return undefined;
    }
    const controller = new AbortController();
    const cancel = cancellable ? () => controller.abort() : undefined;
    store.set({ busy: { part: undefined, cancel }, notice: undefined });
    try {
      const outcome = await run(workbook, {
        onProgress: (part) => store.set({ busy: { part, cancel } }),
        signal: controller.signal,
      });
      store.set({ busy: undefined, settings: workbook.settings() });
      if (outcome.ok) await acts.follow();
      else {
        fail(outcome.problem, wayRound(outcome.problem));
        // What is listed may be what is gone, and what was begun is listed.
        if (/gone|lost|not-put-back/.test(outcome.problem.name) && store.get().tab === "sheets")
          await acts.readBlocks();
      }
      return outcome;
    } catch (error) {
      // Actions answer failures as values: what is thrown is a fault of ours, and is shown as one.
      store.set({ busy: undefined });
      const detail = error instanceof Error ? error.message : String(error);
      store.set({ notice: { kind: "failed", text: (words) => words.unexpected(detail), buttons: [] } });
      return undefined;
    }
  }

  /** Asks something that takes a while; the answer goes into the state, a problem into the notice. */
  async function ask<T>(
    question: (workbook: Actions) => Promise<({ ok: true } & T) | { ok: false; problem: Problem }>,
    take: (answer: T) => Partial<State>,
  ): Promise<void> {
    await perform(async (workbook) => {
      const answer = await question(workbook);
      if (!answer.ok) return answer;
      store.set(take(answer));
      return { ok: true, done: { sheet: "", address: "", text: { en: "", zh: "" } } };
    });
  }

  const tell = (outcome: Outcome | undefined) => {
    if (outcome?.ok) store.set({ notice: doneNotice(outcome, acts) });
  };

  let asked = 0;
  const acts: Acts = {
    async insert(insertion, place, language = languageOf(store.get())) {
      const attempt = async (to: Place, replaceChanges: boolean): Promise<void> => {
        const again = (label: NoticeButton["label"], next: Place, replace = false): NoticeButton => ({
          label,
          run: () => void attempt(next, replace),
        });
        const wayRound = (problem: Problem): readonly NoticeButton[] => {
          const newSheet = again((words) => words.onNewSheet, { kind: "new-sheet" });
          switch (problem.name) {
            case "filled-cells": {
              const next = problem.next;
              const there = next && again((words) => words.insertAt(next.address), { kind: "at", ...next });
              return there ? [there, newSheet] : [newSheet];
            }
            case "changed-inside":
              return [again((words) => words.replaceThem, to, true)];
            case "workbook-protected":
              return [again((words) => words.atSelection, { kind: "selection" })];
            case "sheet-protected":
            case "no-room":
              return to.kind === "selection" || to.kind === "at" ? [newSheet] : [];
            default:
              return [];
          }
        };
        const outcome = await perform(
          (workbook, progress) => workbook.insert(insertion, to, language, { ...progress, replaceChanges }),
          wayRound,
          true,
        );
        if (outcome?.ok) {
          store.set({ notice: doneNotice(outcome, acts) });
          if (store.get().tab === "sheets") await acts.readBlocks();
        }
      };
      await attempt(place, false);
    },

    async preview(insertion, place, language) {
      const workbook = actions();
      asked += 1;
      const mine = asked;
      if (!workbook || store.get().busy) return;
      const answer = await workbook.preview(insertion, place, language);
      // What passes by itself is no obstacle to be shown beforehand: lines that come and go would move what is pressed.
      const passes =
        !answer.ok && /^(cell-edit|dialog-open|busy|host-lost|too-large)$/.test(answer.problem.name);
      if (mine === asked) store.set({ preview: passes ? undefined : answer });
    },

    forgetPreview() {
      asked += 1;
      store.set({ preview: undefined });
    },

    update: (block) => acts.insert(block.insertion, { kind: "block", block: block.id }, block.language),

    async remove(block) {
      const outcome = await perform((workbook) => workbook.remove(block));
      if (!outcome?.ok) return;
      const { text } = outcome.done;
      store.set({ notice: { kind: "done", text: (_words, language) => text[language], buttons: [] } });
      if (store.get().tab === "sheets") await acts.readBlocks();
    },

    async goTo(sheet, address) {
      // Going somewhere shows itself: no notice, and the one with "Undo" stays.
      const { notice } = store.get();
      const outcome = await perform((workbook) => workbook.goTo(sheet, address));
      if (outcome?.ok && notice?.kind === "done") store.set({ notice });
    },

    async save(key, value, done) {
      const outcome = await perform((workbook) => workbook.saveSetting(key, value));
      if (outcome?.ok) store.set({ notice: { kind: "done", text: done, buttons: [] } });
    },

    async useTable(name) {
      const outcome = await perform((workbook) => workbook.useTable(name));
      const wrong =
        outcome && !outcome.ok && outcome.problem.name === "own-data" ? outcome.problem : undefined;
      store.set({ ownWrong: wrong, ...withoutGone(store.get()) });
      tell(outcome);
    },

    async dropTable(name) {
      const outcome = await perform((workbook) => workbook.dropTable(name));
      if (!outcome?.ok) return;
      store.set({
        ...withoutGone(store.get()),
        ownWrong: undefined,
        notice: { kind: "done", text: (words) => words.tableDropped(name), buttons: [] },
      });
    },

    async copy(text, done) {
      const copied = await copyText(text);
      store.set({
        notice: copied
          ? { kind: "done", text: done, buttons: [] }
          : { kind: "info", text: (words) => words.copyRefused, buttons: [], toCopy: text },
      });
    },

    compare: () =>
      ask(
        (workbook) => workbook.compare(store.get().compareIn),
        ({ mixes }) => ({ mixes }),
      ),

    readCited: () =>
      ask(
        (workbook) => workbook.cited(),
        ({ cited }) => ({ cited }),
      ),

    async freeze(scope) {
      const language = languageOf(store.get());
      tell(
        await perform((workbook, progress) => workbook.freeze(scope, language, progress), undefined, true),
      );
    },

    async thaw(scope) {
      tell(await perform((workbook, progress) => workbook.thaw(scope, progress), undefined, true));
    },

    examine: () =>
      ask(
        (workbook) => workbook.doctor(),
        ({ findings }) => ({ findings }),
      ),

    async mend(findings) {
      const language = languageOf(store.get());
      const outcome = await perform((workbook, progress) => workbook.mend(findings, language, progress));
      if (!outcome?.ok) return;
      await acts.examine();
      tell(outcome);
    },

    async readBlocks() {
      const workbook = actions();
      if (!workbook) return;
      const answer = await workbook.blocks();
      if (answer.ok) store.set({ blocks: answer.blocks });
      else fail(answer.problem);
    },

    async write(...given) {
      const outcome = await perform((workbook) => workbook.writeFormula(...given));
      if (!outcome?.ok) return undefined;
      store.set({ notice: doneNotice(outcome, acts) });
      return outcome.done.formula ?? given[2];
    },

    async readValues(sheet, references) {
      const answer = await actions()?.readValues(sheet, references);
      return answer?.ok ? answer.values : undefined;
    },

    async follow() {
      const selected = await actions()?.selection();
      if (selected) store.set({ selected });
    },
  };
  return acts;
}

/** Says why there is no workbook to act on. */
export function notYet(connection: State["connection"]): Notice {
  const text: Notice["text"] = (words, language) => {
    if (connection === "incomplete") return problemText({ name: "not-loaded" }, language);
    return connection === "outside" ? words.outsideExcel : words.stillConnecting;
  };
  return { kind: connection === "incomplete" ? "failed" : "info", text, buttons: [] };
}

function doneNotice({ done }: Outcome & { ok: true }, acts: Acts): Notice {
  const { block, was } = done;
  const buttons: NoticeButton[] = [];
  if (done.address)
    buttons.push({ label: (words) => words.goTo, run: () => void acts.goTo(done.sheet, done.address) });
  if (block) buttons.push({ label: (words) => words.undo, run: () => void acts.remove(block) });
  if (was) buttons.push({ label: (words) => words.undo, run: () => void acts.update(was) });
  return { kind: "done", text: (_words, language) => done.text[language], buttons };
}
