import type { Language, Text2 } from "../dataset";
import { templateName, templates } from "../sheets/templates/templates";
import type { Aspect, Difference, ExcelReport, ReportLine, Tested, Verdict } from "../workbook/selfTest";
import { lackingText } from "./lacking";

/** A text in both languages. */
const both = (make: (language: Language) => string): Text2 => ({ en: make("en"), zh: make("zh") });

const verdictWords: Readonly<Record<Verdict, Text2>> = {
  works: { en: "works", zh: "正常" },
  lacks: { en: "not in this Excel", zh: "此Excel没有" },
  differs: { en: "differs", zh: "不一致" },
  refused: { en: "refused", zh: "被拒绝" },
  "not-run": { en: "not tried", zh: "未测试" },
};

const aspectNames: Readonly<Record<Aspect, Text2>> = {
  value: { en: "value", zh: "值" },
  formula: { en: "formula", zh: "公式" },
  format: { en: "number format", zh: "数字格式" },
  look: { en: "look", zh: "样式" },
  width: { en: "width", zh: "列宽" },
  height: { en: "height", zh: "行高" },
  merge: { en: "merged cells", zh: "合并单元格" },
  link: { en: "link", zh: "超链接" },
  table: { en: "table", zh: "表格" },
  chart: { en: "chart", zh: "图表" },
  "chart series": { en: "chart series", zh: "图表序列" },
  "chart source": { en: "chart source", zh: "图表数据源" },
  name: { en: "name", zh: "名称" },
  record: { en: "record", zh: "记录" },
  print: { en: "page setup", zh: "页面设置" },
  view: { en: "view", zh: "视图" },
  spill: { en: "spilled cells", zh: "溢出单元格" },
  leftover: { en: "left as it was", zh: "恢复原状" },
  "not answered": { en: "answer", zh: "返回结果" },
};

/** Names of places that are no cells. */
const places: Readonly<Record<string, string>> = {
  orientation: "方向",
  paper: "纸张",
  "pages wide": "页宽",
  centred: "水平居中",
  "left margin": "左边距",
  "top margin": "上边距",
  area: "打印区域",
  "repeated rows": "重复标题行",
  footer: "页脚",
  "page numbers": "页码",
  "grid lines": "网格线",
  "frozen rows": "冻结行",
  cells: "单元格",
  "number formats": "数字格式",
  "names, tables and charts": "名称、表格和图表",
};

const reasonSentences: Readonly<Record<string, Text2>> = {
  cancelled: { en: "the test was stopped", zh: "测试已停止" },
  "broken-off": {
    en: "Excel answered no more, or a cell was being edited",
    zh: "Excel不再响应，或正在编辑单元格",
  },
  "frozen-already": { en: "this workbook has frozen formulas of its own", zh: "此工作簿已有冻结的公式" },
  "another-sheet": { en: "another sheet was opened during the test", zh: "测试时打开了其他工作表" },
  "nothing-to-thaw": { en: "what was frozen is not found again", zh: "找不到已冻结的内容" },
  "not-frozen": { en: "nothing was frozen before", zh: "之前没有冻结" },
  "not-inserted": { en: "nothing was inserted before", zh: "之前没有插入" },
  "nothing-inserted": { en: "nothing was inserted", zh: "没有插入内容" },
  "no-period": { en: "no further period to try", zh: "没有可用的时期" },
  "no-figure": { en: "no figure at this workbook's data date", zh: "此工作簿的数据日期下没有数据" },
  "read-only": { en: "the workbook is open for reading only", zh: "工作簿以只读方式打开" },
  "workbook-protected": { en: "the workbook's structure is protected", zh: "工作簿结构受保护" },
  "cell-edit": { en: "a cell is being edited", zh: "正在编辑单元格" },
};

const verbWords: Readonly<Record<string, Text2>> = {
  insert: { en: "Insert", zh: "插入" },
  update: { en: "Change period of", zh: "更换时期" },
  remove: { en: "Remove", zh: "移除" },
};

const insertionNames: Readonly<Record<string, Text2>> = {
  formula: { en: "formulas", zh: "公式" },
  value: { en: "value", zh: "数值" },
  series: { en: "series", zh: "序列" },
  table: { en: "table", zh: "表格" },
  chart: { en: "chart", zh: "图表" },
  card: { en: "card", zh: "卡片" },
};

const otherChecks: Readonly<Record<string, Text2>> = {
  begin: { en: "Begin", zh: "开始" },
  sheet: { en: "New sheet", zh: "新工作表" },
  habits: { en: "What this Excel does otherwise", zh: "此Excel的不同之处" },
  freeze: { en: "Freeze", zh: "冻结" },
  thaw: { en: "Thaw", zh: "解冻" },
  "as-before": { en: "Workbook as before", zh: "工作簿恢复原状" },
};

/** The name of a check. */
function checkName(check: string, language: Language): string {
  const known = otherChecks[check];
  if (known) return known[language];
  const [act = "", ...rest] = check.split(" ");
  const subject = rest.join(" ");
  if (act === "function") return `ECOM.${subject}`;
  const template = templates.find(({ id }) => id === subject);
  const name = template
    ? templateName(template.id)[language]
    : (insertionNames[subject]?.[language] ?? subject);
  const verb = verbWords[act]?.[language] ?? act;
  return language === "zh" ? `${verb}：${name}` : `${verb}: ${name}`;
}

/** A difference in words: where, what was planned and what was found. */
function differenceText({ what, at, planned, found }: Difference, language: Language): string {
  const where = at === "" ? "" : language === "zh" ? `（${places[at] ?? at}）` : ` (${at})`;
  return language === "zh"
    ? `${aspectNames[what].zh}${where}：应为${planned}，实为${found}`
    : `${aspectNames[what].en}${where}: planned ${planned}, found ${found}`;
}

/** The details of a line: why it was not run, what is lacking, refusals and differences. */
function detailsOf(
  { check, differences = [], count = 0, lacks = [], why }: ReportLine,
  refused: ExcelReport["refused"],
): Text2[] {
  const more = count - differences.length;
  return [
    ...(why === undefined ? [] : [both((language) => reasonSentences[why]?.[language] ?? why)]),
    ...lacks.map((lack) =>
      both((language) => (language === "zh" ? "缺少" : "lacks ") + lackingText(lack)[language]),
    ),
    ...refused
      .filter((refusal) => refusal.check === check)
      .map(({ member, code }) => ({
        en: `Excel refused ${member} (${code})`,
        zh: `Excel拒绝了${member}（${code}）`,
      })),
    ...differences.map((difference) => both((language) => differenceText(difference, language))),
    ...(more > 0 ? [{ en: `and ${more} more`, zh: `另有${more}处` }] : []),
  ];
}

/** How many lines have a verdict. */
const countOf = (report: ExcelReport, verdict: Verdict): number =>
  report.lines.filter((line) => line.verdict === verdict).length;

/** One sentence: whether everything works. */
function summaryOf(report: ExcelReport): Text2 {
  const wrong = countOf(report, "differs") + countOf(report, "refused");
  const works = countOf(report, "works");
  const lacks = countOf(report, "lacks");
  const checked = works + wrong + lacks;
  const english = [
    wrong === 0
      ? `${works} of ${checked} checks work in this Excel.`
      : `${wrong} of ${checked} checks do not work as planned in this Excel.`,
    ...(lacks > 0 ? [`${lacks} ${lacks === 1 ? "needs" : "need"} what it does not have.`] : []),
    ...(report.ended === "cancelled" ? ["The test was stopped; the rest was not tried."] : []),
    ...(report.ended === "broken-off" ? ["The test broke off; the rest was not tried."] : []),
    report.left.length > 0
      ? `Please delete the sheet “${report.left.join("”, “")}”: it could not be taken away.`
      : "The workbook is as it was.",
  ];
  const chinese = [
    wrong === 0 ? `${checked}项测试中${works}项正常。` : `${checked}项测试中${wrong}项与预期不符。`,
    ...(lacks > 0 ? [`${lacks}项需要此Excel没有的功能。`] : []),
    ...(report.ended === "cancelled" ? ["测试已停止，其余未测试。"] : []),
    ...(report.ended === "broken-off" ? ["测试中断，其余未测试。"] : []),
    report.left.length > 0 ? `请删除工作表“${report.left.join("”“")}”：未能移除。` : "工作簿已恢复原状。",
  ];
  return { en: english.join(" "), zh: chinese.join("") };
}

/**
 * A report in words, and as a text for the makers with a line for each verdict. In both languages, because it is sent
 * on.
 */
export function testedOf(report: ExcelReport): Tested {
  const summary = summaryOf(report);
  const lines = report.lines.map((line) => ({
    check: line.check,
    verdict: line.verdict,
    text: both((language) => {
      const colon = language === "zh" ? "：" : ": ";
      return `${checkName(line.check, language)}${colon}${verdictWords[line.verdict][language]}`;
    }),
    details: detailsOf(line, report.refused),
  }));
  const { platform, version, language: spoken } = report.excel;
  const facts = both((language) =>
    [
      `ECOM for Excel ${report.addIn}, ${language === "zh" ? "数据" : "data"} ${report.data}, ${report.date}`,
      [platform, version, spoken].filter((part) => part !== "").join(", "),
      Object.entries(report.sets)
        .map(([set, newest]) => `${set} ${newest}`)
        .join(", "),
    ]
      .filter((part) => part !== "")
      .join("\n"),
  );
  const text = both((language) => {
    const zh = language === "zh";
    return [
      facts[language],
      "",
      summary[language],
      "",
      ...lines.flatMap(({ text: line, details }, index) => [
        `${line[language]} (${report.lines[index]?.ms ?? 0} ms)`,
        ...details.map((detail) => `    ${detail[language]}`),
      ]),
      ...(report.refused.length > 0 ? ["", zh ? "被拒绝的成员：" : "Members refused:"] : []),
      ...report.refused.map(
        ({ member, code, check }) => `    ${member}: ${code} (${checkName(check, language)})`,
      ),
      ...(report.habits.length > 0 ? ["", zh ? "不同之处：" : "Does otherwise:"] : []),
      ...report.habits.map((habit) => `    ${habit}`),
    ].join("\n");
  });
  return { report, summary, lines, text };
}
