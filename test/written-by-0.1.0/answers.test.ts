import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { open, shown } from "../functions/excel";
import { intendedAnswers, type IntendedAnswers } from "./intended";
import { cases } from "./written";

/**
 * A workbook with the data date that 0.1.0 gave it shows what it showed with 0.1.0. Each line of test/cases/0.1.0/answers is a
 * call, its arguments as JSON, and what it answered: a value, an array, or the error (its sentence may be another).
 */
const folder = join(cases, "answers");
const { settings } = JSON.parse(readFileSync(join(folder, "settings.json"), "utf8")) as {
  settings: Record<string, unknown>;
};

interface Answer {
  call: string;
  was: string;
  now: string;
}

/** Answers that differ without being meant to, and rules that fit another number of calls than they say. */
function judged(answers: readonly Answer[], intended: readonly IntendedAnswers[]): unknown[] {
  const used = new Map(intended.map((rule) => [rule, 0]));
  const wrong: unknown[] = answers.filter(({ call, was, now }) => {
    if (now === was) return false;
    const rule = intended.find(
      ({ calls, was: old, is }) => calls.test(call) && old.test(was) && is.test(now),
    );
    if (rule) used.set(rule, (used.get(rule) ?? 0) + 1);
    return !rule;
  });
  for (const [{ reason, count }, found] of used) if (found !== count) wrong.push({ reason, count, found });
  return wrong;
}

/** Every call that is kept, with its answers. */
function answers(): Answer[] {
  return ["en", "zh"].flatMap((language) => {
    open({ settings, language: language === "zh" ? "zh-CN" : "en-US" });
    return readdirSync(join(folder, language)).flatMap((file) =>
      readFileSync(join(folder, language, file), "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => {
          const [call = "", was = ""] = line.split("\t");
          const [, id = "", args = ""] = /^([A-Z]+)\((.*)\)$/.exec(call) ?? [];
          const now = JSON.stringify(shown(id, ...(JSON.parse(`[${args}]`) as unknown[])));
          return { call, was, now };
        }),
    );
  });
}

test("Every call that 0.1.0 answered is answered as it was, but for what is meant to be otherwise.", () => {
  const all = answers();
  expect(all.length).toBeGreaterThan(4_500);
  expect(judged(all, intendedAnswers)).toEqual([]);
});

describe("An answer that is otherwise", () => {
  const answer = { call: 'GROWTH("digitl")', was: '"#N/A"', now: '"#VALUE!"' };
  const rule = {
    reason: "A misspelt name is a wrong question.",
    calls: /digitl/,
    was: /#N\/A/,
    is: /#VALUE!/,
    count: 1,
  };

  test("is a fault, unless it is meant.", () => {
    expect(judged([answer], [])).toEqual([answer]);
    expect(judged([answer], [rule])).toEqual([]);
  });

  test("is a fault where it is meant to be yet another.", () => {
    expect(judged([{ ...answer, now: "0.1" }], [rule])).toHaveLength(2);
  });

  test("is counted: a rule that fits more or fewer calls than it says is a fault.", () => {
    expect(judged([answer, answer], [rule])).toEqual([{ reason: rule.reason, count: 1, found: 2 }]);
    expect(judged([], [rule])).toEqual([{ reason: rule.reason, count: 1, found: 0 }]);
  });
});
