import { figureText, periodLabel, unitName, unitNames, unitPowers } from "../../dataset";
import type { Break, Language, Text2, Unit } from "../../dataset";
import type { ByHand } from "./calculation";
import type { ShownFigure } from "./evaluate";
import type { Missed } from "./facts";

/** Makes a text in both languages. `make` is called once a language. */
export const both = (make: (language: Language) => string): Text2 => ({ en: make("en"), zh: make("zh") });

const periodOf = ({ figure: { period, indicator } }: ShownFigure, language: Language) =>
  periodLabel(period, language, indicator.nature);

const quotedName = ({ figure: { indicator } }: ShownFigure, language: Language) =>
  language === "zh" ? `“${indicator.label.zh}”` : `“${indicator.label.en}”`;

/** The first texts, and the number of the others. */
function listed(texts: readonly string[], language: Language): string {
  const different = [...new Set(texts)];
  const rest = different.length - 2;
  const shown = different.slice(0, 2).join(language === "zh" ? "、" : ", ");
  if (rest < 1) return shown;
  return language === "zh" ? `${shown}等` : `${shown} and ${rest} more`;
}

/** The name of a unit, as in the argument `unit`. */
function unitWords(unit: string, language: Language): string {
  const [code = "", power] = unit.split(" ");
  if (unit === "%") return language === "zh" ? "百分比" : "per cent";
  if (unit === "points") return language === "zh" ? "百分点" : "percentage points";
  if (unit === "index") return language === "zh" ? "指数" : "an index";
  const name = unitName(code as Unit)[language];
  const scale = unitNames.find((candidate) => unitPowers[candidate] === Number(power));
  if (!scale || scale === "one") return name;
  const zh = { thousand: "千", wan: "万", million: "百万", yi: "亿", billion: "十亿", trillion: "万亿" };
  return language === "zh" ? `${zh[scale]}${name}` : `${scale} ${name}`;
}

/**
 * Cumulative figures and single months in one line. `where` names the cells or the chart. Of each kind the first two
 * periods are named.
 */
export const accumulationText = (
  where: Text2,
  running: readonly ShownFigure[],
  single: readonly ShownFigure[],
): Text2 =>
  both((language) => {
    const [a, b] = [running, single].map((list) =>
      listed(
        list.map((operand) => periodOf(operand, language)),
        language,
      ),
    );
    return language === "zh"
      ? `${where.zh}把年初累计数（${a}）与当月（季）值（${b}）放在一起。请统一口径：全部用累计时期，或全部用单月、单季。`
      : `${where.en} puts figures counted from January (${a}) beside single periods (${b}). Use one kind throughout: cumulative periods, or single months or quarters.`;
  });

/** A sum that counts months twice. Both operands are named by their periods. */
export const overlapText = (where: Text2, operand: ShownFigure, other: ShownFigure): Text2 =>
  both((language) =>
    language === "zh"
      ? `${where.zh}把有重叠月份的数相加（${periodOf(operand, language)}与${periodOf(other, language)}），这些月份被重复计算。请改用当月或当季值（统计量“当月值”）相加，或只取最后一个累计数。`
      : `${where.en} adds figures that share months (${periodOf(operand, language)} and ${periodOf(other, language)}), so these count twice. Add single periods (measure “single”), or take the last cumulative figure alone.`,
  );

/**
 * Figures from both sides of a definition break. The text of the break itself is in between; figures of one indicator
 * are named by period, others by name.
 */
export const breakText = (where: Text2, broken: Break, operand: ShownFigure, other: ShownFigure): Text2 =>
  both((language) => {
    const same = operand.figure.indicator === other.figure.indicator;
    const [a, b] = same
      ? [periodOf(operand, language), periodOf(other, language)]
      : [quotedName(operand, language), quotedName(other, language)];
    return language === "zh"
      ? `${where.zh}把${a}与${b}连在一起。${broken.text.zh}请分开列示，中间留一空行，且只在同一侧内比较。`
      : `${where.en} joins ${a} and ${b}. ${broken.text.en} Show them apart, with an empty cell between, and compare within each side only.`;
  });

/** Published and computed growth in one line. Names the periods of the computed ones. */
export const basisText = (where: Text2, computed: readonly ShownFigure[]): Text2 =>
  both((language) => {
    const periods = listed(
      computed.map((operand) => periodOf(operand, language)),
      language,
    );
    return language === "zh"
      ? `${where.zh}混用公布增速与由公布数值计算的增速（${periods}），后者不是可比口径。请统一使用一种，或将计算增速单列。`
      : `${where.en} mixes published growth with growth computed from levels (${periods}), which is not on a comparable basis. Use one of them, or give computed growth a column of its own.`;
  });

/**
 * Several units in one column, sum or axis. `units` are as `unitOf` gives them: a code, its power of ten or "%".
 * `remedy` says what mends it: one unit for all, columns apart, or a second axis.
 */
export const unitsText = (where: Text2, units: readonly string[], remedy: "unit" | "apart" | "axis"): Text2 =>
  both((language) => {
    const zh = language === "zh";
    const list = units.map((unit) => unitWords(unit, language)).join(zh ? "、" : ", ");
    const how = {
      unit: zh ? "请在每个公式中写同一单位（unit）。" : "Give every formula the same unit.",
      apart: zh ? "请按单位分列。" : "Give each unit a column of its own.",
      axis: zh
        ? "请将其中一个系列放到次坐标轴，或分成两个图表。"
        : "Move one to the secondary axis, or draw two charts.",
    }[remedy];
    return zh ? `${where.zh}混用不同单位：${list}。${how}` : `${where.en} mixes units: ${list}. ${how}`;
  });

/**
 * A sample in one sum with totals. The ministry monitors a sample of firms, the bureau counts all: sums of both mean
 * nothing.
 */
export const sampleText = (where: Text2, total: ShownFigure, sample: ShownFigure): Text2 =>
  both((language) =>
    language === "zh"
      ? `${where.zh}把商务部监测样本${quotedName(sample, language)}与统计局总量${quotedName(total, language)}合在一个算式中。样本范围不同且会变动，请并列比较，不要相加或平均。`
      : `${where.en} puts the ministry’s monitored sample ${quotedName(sample, language)} into one sum with the bureau’s total ${quotedName(total, language)}. They cover different things: show them side by side instead.`,
  );

const signed = (share: number) => `${share < 0 ? "-" : "+"}${Math.abs(share * 100).toFixed(1)}%`;

/**
 * Growth by hand that differs from the published growth, with the latter. It names the formula that gives the
 * published growth.
 */
export const basesText = (where: Text2, { how, later, earlier }: ByHand, missed: Missed): Text2 =>
  both((language) => {
    const zh = language === "zh";
    const [a, b] = [periodOf(later, language), periodOf(earlier, language)];
    const [wrong, code] = [signed(missed.computed), later.figure.indicator.code];
    const name = quotedName(later, language);
    const right = how === "mean" ? signed(missed.published) : figureText(missed.figure, language);
    const growth = `ECOM.GROWTH("${code}","${later.figure.period}")`;
    switch (how) {
      case "rate":
        return zh
          ? `${where.zh}用${name}${b}与${a}的数值计算增速，得${wrong}；两期数值经修订、口径不同，公布的可比增速为${right}。请用${growth}。`
          : `${where.en} works out growth from the levels of ${name} for ${b} and ${a}: ${wrong}. They are on two bases; the published growth is ${right}. Use ${growth}.`;
      case "difference":
        return zh
          ? `${where.zh}将${name}${a}与${b}的数值相减，相当于增长${wrong}；两期数值经修订、口径不同，公布的可比增速为${right}。请用${growth}。`
          : `${where.en} takes the level of ${name} for ${b} from that for ${a}, as if it had grown by ${wrong}. They are on two bases; the published growth is ${right}. Use ${growth}.`;
      case "mean":
        return zh
          ? `${where.zh}用${name}${b}与${a}的数值计算年均增速，得${wrong}；其间数值经修订、口径不同，各年公布增速的年均为${right}。请用ECOM.CAGR，其依据（basis）写“同口径”。`
          : `${where.en} works out average growth from the levels of ${name} for ${b} and ${a}: ${wrong} a year. They are on two bases; the published growth of every year gives ${right}. Use ECOM.CAGR with the basis “chained”.`;
    }
  });

/**
 * A part beside its whole in a sum or an average, with the figure that holds both. `whole`: whether `other` contains
 * the part wholly; otherwise they overlap.
 */
export const partText = (where: Text2, operand: ShownFigure, other: ShownFigure, whole: boolean): Text2 =>
  both((language) => {
    const zh = language === "zh";
    const [a, b] = [quotedName(operand, language), quotedName(other, language)];
    if (!whole) {
      return zh
        ? `${where.zh}把${a}与${b}合在一个算式中，二者有重叠，重叠部分被重复计算。请并列列示，不要相加或平均。`
        : `${where.en} puts ${a} and ${b} into one sum or average. They overlap, so that some counts twice. Show them side by side.`;
    }
    const right = figureText(other.figure, language);
    return zh
      ? `${where.zh}把${a}与包括它的${b}合在一个算式中，前者被重复计算。总体已包括部分：${periodOf(other, language)}为${right}。`
      : `${where.en} puts ${a} into one sum or average with ${b}, which holds it: it counts twice. The whole alone is ${right} (${periodOf(other, language)}).`;
  });
