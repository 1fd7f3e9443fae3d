import { dataset, figureText, type Language } from "../../dataset";
import { isFigureCell, type Answer, type Cell } from "../answer";
import { formula } from "../formula/printCall";
import { ecomFunctions, type FunctionId } from "../implementations/all";
import { isUnavailable, type Refusal } from "../outcome";
import { refusalText } from "../refusalText";
import { defaultSettings, type Settings } from "../settings";
import { catalogue, type ExampleArguments, type FunctionSpec } from "./catalogue";
import { suffix } from "./metadata";

const words = {
  title: { en: "ECOM for Excel: functions", zh: "ECOM电商统计：函数" },
  other: { en: "中文", zh: "English" },
  intro: {
    en: "Indicators go by code, alias or label, in English or Chinese. Periods are written as people write them: 2025, “2025-Q1”, “Q1 2025”, “2025年一季度”, “2025-03”, “2025-08 YTD” (January to August), an Excel date, or “latest”. A wrong question gives #VALUE!, a figure that was not published #N/A, each with a sentence that says what would work. Results below were made by the functions themselves.",
    zh: "指标可用代码、别名或名称，中英文均可。时期按习惯写法即可：2025、“2025-Q1”、“2025年一季度”、“2025-03”、“2025年1—8月”、Excel日期或“最新”。参数有误时返回#VALUE!，未公布的数据返回#N/A，并附一句说明。以下结果均由函数本身得出。",
  },
  functions: { en: "Functions", zh: "函数" },
  argument: { en: "Argument", zh: "参数" },
  meaning: { en: "Meaning", zh: "含义" },
  optional: { en: "optional", zh: "可选" },
  more: { en: "more rows", zh: "行未列出" },
  data: { en: "Data", zh: "数据" },
  guide: { en: "Guide: installing, views, own data, caveats", zh: "使用指南：安装、视图、自有数据与口径" },
  tables: { en: "Tables as a data package", zh: "数据包（CSV）" },
} as const;

const escapedCharacters: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapedCharacters[sign] ?? sign);

/** The style sheet of the help pages and the guide. */
export const pageStyle = `body{font:16px/1.5 "Segoe UI",system-ui,"Microsoft YaHei",sans-serif;max-width:56rem;margin:0 auto;padding:1rem;color:#242424;background:#fff}
h1{font-size:1.6rem}h2{margin:2.5rem 0 .5rem;font-size:1.25rem}a{color:#115ea3}nav a{margin-right:.75rem;white-space:nowrap}
code,pre{font-family:Consolas,ui-monospace,monospace;font-size:.9em}pre{background:#f5f5f5;padding:.5rem;margin:1rem 0 0;overflow-x:auto}
table{border-collapse:collapse;margin:.5rem 0;display:block;overflow-x:auto}th,td{border:1px solid #d1d1d1;padding:.2rem .5rem;text-align:left;vertical-align:top}
.number{text-align:right;font-variant-numeric:tabular-nums}.error{color:#b10e1c}section:target h2{background:#fff4ce}
@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#1f1f1f}a{color:#62abf5}pre{background:#2b2b2b}th,td{border-color:#525252}.error{color:#f1707b}section:target h2{background:#4a3f10}}`;

/** A refusal as a cell shows it, with its sentence. */
function refused(reason: Refusal, language: Language): string {
  const error = isUnavailable(reason) ? "#N/A" : "#VALUE!";
  return `<span class="error">${escape(`${error} ${refusalText(reason, language)}`)}</span>`;
}

/** A cell of an example's answer. */
function cellHtml(cell: Cell, tag: "td" | "th", language: Language): string {
  if (typeof cell === "object" && "reason" in cell)
    return `<${tag}>${refused(cell.reason, language)}</${tag}>`;
  const number = typeof cell === "number" || typeof cell === "object";
  // As number formats show it: growth without a plus sign.
  const text =
    typeof cell === "object"
      ? isFigureCell(cell) && cell.value === cell.figure.value
        ? figureText(cell.figure, language).replace(/^\+/, "")
        : cell.value.toLocaleString("en-US", { maximumFractionDigits: 6 })
      : typeof cell === "boolean"
        ? String(cell).toUpperCase()
        : String(cell);
  return `<${tag}${number ? ' class="number"' : ""}>${escape(text)}</${tag}>`;
}

/** The most rows of an example's table. */
const MOST_ROWS = 8;

function tableHtml(rows: readonly (readonly Cell[])[], headed: boolean, language: Language): string {
  const shown = rows.slice(0, MOST_ROWS).map((row, at) => {
    const tag = headed && at === 0 ? "th" : "td";
    return `<tr>${row.map((cell) => cellHtml(cell, tag, language)).join("")}</tr>`;
  });
  const rest = rows.length - shown.length;
  const more = rest > 0 ? `<p>… ${rest} ${words.more[language]}</p>` : "";
  return `<table>${shown.join("")}</table>${more}`;
}

const functionsWithHeadings: readonly FunctionId[] = ["SERIES", "TABLE", "FIND"];

function answerHtml(id: FunctionId, answer: Answer, language: Language): string {
  if (!answer.ok) return `<p>${refused(answer.reason, language)}</p>`;
  const { value } = answer;
  if (Array.isArray(value)) {
    return tableHtml(value as readonly (readonly Cell[])[], functionsWithHeadings.includes(id), language);
  }
  if (typeof value === "object" && "fields" in value) {
    return tableHtml(Object.entries(value.fields), false, language);
  }
  return tableHtml([[value as Cell]], false, language);
}

function exampleHtml(id: FunctionId, args: ExampleArguments, settings: Settings): string {
  const { language } = settings;
  return `<pre>${escape(formula(id, args))}</pre>${answerHtml(id, ecomFunctions[id](args, settings), language)}`;
}

/** The section of a function: its call, arguments and examples. */
function section(spec: FunctionSpec, settings: Settings): string {
  const { language } = settings;
  const { id, description, returns, parameters, examples } = spec;
  const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ");
  const rows = parameters.map(({ name, label, optional, description }) => {
    const labelled = label[language] === name ? "" : ` ${label[language]}`;
    const note = optional ? ` (${words.optional[language]})` : "";
    return `<tr><td><code>${escape(name)}</code>${escape(labelled + note)}</td><td>${escape(description[language])}</td></tr>`;
  });
  const table = `<table><tr><th>${words.argument[language]}</th><th>${words.meaning[language]}</th></tr>${rows.join("")}</table>`;
  return [
    `<section id="${id}"><h2><code>ECOM.${id}(${escape(names)})</code></h2>`,
    `<p>${escape(description[language])} ${escape(returns[language])}</p>`,
    ...(rows.length > 0 ? [table] : []),
    ...examples.map((example) => exampleHtml(id, example[language], settings)),
    "</section>",
  ].join("\n");
}

/**
 * The help page in one language, as an HTML document without script: a section for each function, with its id as
 * anchor, and with the results that the functions give when the page is built.
 * @param base the address where the add-in is served, with a slash at the end
 */
export function helpPage(language: Language, base: string): string {
  const settings: Settings = { ...defaultSettings, language };
  const other: Language = language === "zh" ? "en" : "zh";
  const links = catalogue.map(({ id }) => `<a href="#${id}">${id}</a>`).join("\n");
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<link rel="canonical" href="${escape(base)}help${suffix[language]}.html">
<title>${words.title[language]}</title>
<style>${pageStyle}</style>
</head>
<body>
<h1>${words.title[language]}</h1>
<p><a href="help${suffix[other]}.html" lang="${other === "zh" ? "zh-CN" : "en"}">${words.other[language]}</a> · <a href="guide${suffix[language]}.html">${words.guide[language]}</a></p>
<p>${escape(words.intro[language])}</p>
<nav aria-label="${words.functions[language]}">
${links}
</nav>
<main>
${catalogue.map((spec) => section(spec, settings)).join("\n")}
</main>
<footer><p>${words.data[language]} ${escape(dataset.version)} · <a href="data/datapackage.json">${words.tables[language]}</a> · <a href="data/README.md">README</a></p></footer>
</body>
</html>
`;
}
