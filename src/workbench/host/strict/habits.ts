import { Refusal } from "../errors";
import type { Rule, Surroundings, Use } from "./rule";

type CarryOut = (args?: readonly unknown[]) => unknown;

/** Plays rules, and refuses the members that were named for it. */
export class Habits {
  /** Members that were used. */
  readonly used = new Set<string>();
  private readonly refused = new Map<string, string>();

  constructor(private readonly rules: readonly Rule[]) {}

  /** Refuses every use of a member from now on, for example `refuse("Range.merge", "GeneralException")`. */
  refuse(member: string, code: string): void {
    this.refused.set(member, code);
  }

  /** Refuses no member by its name alone any more. */
  clear(): void {
    this.refused.clear();
  }

  /** Carries out the use of a member as the rules have it. */
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
