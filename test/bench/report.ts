import { cpus, loadavg, platform } from "node:os";
import type { Effort } from "./measure";

/** A table of figures, with its heading. */
export interface Figures {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a benchmark found: a chapter of BENCHMARKS.md. */
export interface Chapter {
  readonly title: string;
  /** Paragraphs and tables, in order. */
  readonly body: readonly (string | Figures)[];
}

/** Why a benchmark could not be run here; nothing is guessed in its place. */
export interface LeftOut {
  readonly leftOut: string;
}

/** One benchmark. */
export type Benchmark = (effort: Effort) => Promise<Chapter | LeftOut>;

/** A number with two or three significant digits, as people read it: 12,300,000, 1.23, 0.0123. */
export function rounded(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return "–";
  const exact = Number(value.toPrecision(digits));
  return exact.toLocaleString("en-US", { maximumSignificantDigits: digits });
}

/** How many times as much: "3.2 ×". */
export const times = (ratio: number): string => (Number.isFinite(ratio) ? `${rounded(ratio, 2)} ×` : "–");

/** A share: "4.1 %". */
export const percent = (share: number): string => `${rounded(share * 100, 2)} %`;

/** Bytes as kB (1,000 bytes). */
export const kilobytes = (bytes: number): string => `${rounded(bytes / 1000)} kB`;

/** Milliseconds. */
export const milliseconds = (value: number): string => `${rounded(value)} ms`;

function tableText({ head, rows }: Figures): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? "---" : "---:"))), ...rows.map(line)].join(
    "\n",
  );
}

/** A chapter as Markdown. */
export function chapterText({ title, body }: Chapter): string {
  return [`## ${title}`, ...body.map((part) => (typeof part === "string" ? part : tableText(part)))].join(
    "\n\n",
  );
}

/** The machine, by what matters to the figures. */
export function machine(): string {
  const cores = cpus();
  const [, , load = 0] = loadavg();
  const busy =
    load > cores.length
      ? `; busy with other work (load ${load.toFixed(1)}), which makes times longer and caches colder`
      : "";
  return `${cores.length} cores (${cores[0]?.model.trim() ?? "unknown"}), ${platform()}, Node.js ${process.versions.node}${busy}`;
}

/** The whole BENCHMARKS.md. */
export function pageText(chapters: readonly Chapter[], { rounds }: Effort): string {
  return `${[
    "# Benchmarks",
    "Made by `npm run bench`; do not edit. Each figure is the median of several rounds in which the contestants take " +
      `turns (${rounds} in Node.js, fewer in the browser). Times depend on the machine; the ratios, taken in one run, ` +
      "much less.",
    `Machine: ${machine()}.`,
    ...chapters.map(chapterText),
  ].join("\n\n")}\n`;
}
