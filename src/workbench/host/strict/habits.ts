import { Refusal } from "../errors";
import type { Rule, Surroundings, Use } from "./rule";

type CarryOut = (args?: readonly unknown[]) => unknown;

/** Applies rules, and refuses members by name. */
export class Habits {
  /** The members that were used. */
  readonly used = new Set<string>();
  private readonly refused = new Map<string, string>();

  constructor(private readonly rules: readonly Rule[]) {}

  /** Refuses every use of a member, such as `refuse("Range.merge", "GeneralException")`. */
  refuse(member: string, code: string): void {
    this.refused.set(member, code);
  }

  /** Stops refusing members by name. */
  clear(): void {
    this.refused.clear();
  }

  /** Uses a member, as the rules say. */
  through(use: Use, carryOut: CarryOut, around: Surroundings): unknown {
    this.used.add(use.member);
    const code = this.refused.get(use.member);
    if (code !== undefined) throw new Refusal(code, undefined, use.member);
    return this.rules
      .filter((rule) => concerns(rule, use))
      .reduceRight<CarryOut>(
        (next, rule) =>
          (args = use.args) =>
            rule.play({ ...use, args }, (changed) => next(changed ?? args), around),
        carryOut,
      )();
  }
}

function concerns(rule: Rule, { member, how }: Use): boolean {
  if (rule.uses ? !rule.uses.includes(how) : how === "go") return false;
  const type = member.slice(0, member.indexOf("."));
  return rule.members.includes(member) || rule.members.includes(`${type}.*`);
}
