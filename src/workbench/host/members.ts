import { Refusal } from "./errors";
import type { Model } from "./model";
import type { NullObject } from "./objects/define";
import type { Ref } from "./objects/kinds";
import { typeOf } from "./objects/types";
import type { Use } from "./strict/rule";

/** What the interpreter needs of its surroundings. */
export interface QueryHooks {
  /** The workbook, and the services that the client creates by type name. */
  root: Ref;
  service(typeName: string): Ref | undefined;
  /** Called before each action; throws to make it fail. */
  beforeAction(serviceCall: boolean): void;
  /**
   * Called for each use of a member, which `carryOut` performs, with other arguments if given; may throw, or answer
   * itself.
   */
  use(use: Use, carryOut: (args?: readonly unknown[]) => unknown): unknown;
  /** Called before each change of the workbook; throws if it is not allowed. */
  beforeWrite(): void;
  /** Called for a member that the object's type does not list. */
  unknownMember(location: string): void;
}

/** Uses members of objects, by the rules of this Excel. */
export class Members {
  /** The object and member at work, for errors. */
  location = "";

  constructor(
    readonly model: Model,
    private readonly hooks: QueryHooks,
  ) {}

  async invoke(target: Ref, name: string, args: unknown[]): Promise<unknown> {
    const type = typeOf(target);
    this.at(target, name);
    const writing = type.act?.[name];
    const method = writing ?? type.call?.[name];
    if (!method) throw this.unknown(target, name);
    return this.through(target, name, "call", args, async (values) => {
      if (writing) this.hooks.beforeWrite();
      if (type.calculatedCalls?.includes(name) === true) await this.model.calculation.settle();
      return method(target.self, values, this.model);
    });
  }

  async assign(target: Ref, name: string, value: unknown): Promise<void> {
    const type = typeOf(target);
    this.at(target, name);
    const set = type.set?.[name];
    if (!set) {
      if (type.get?.[name]) throw new Refusal("AccessDenied", `${this.location} is read-only.`);
      throw this.unknown(target, name);
    }
    await this.through(target, name, "set", [value], async ([changed]) => {
      this.hooks.beforeWrite();
      await set(target.self, changed, this.model);
    });
  }

  /** The value of a property. */
  read(target: Ref, name: string): unknown {
    this.at(target, name);
    return this.through(target, name, "get", [], () => typeOf(target).get?.[name]?.(target.self, this.model));
  }

  /** The object behind a property; undefined if the type has no such property. */
  follow(target: Ref, name: string): Ref | NullObject | undefined {
    const go = typeOf(target).go?.[name];
    if (!go) return undefined;
    this.at(target, name);
    return this.through(target, name, "go", [], () => go(target.self, this.model)) as Ref | NullObject;
  }

  /** An item of a collection, by its arguments. */
  item(target: Ref, args: readonly unknown[]): Ref | NullObject {
    this.at(target, "getItem");
    const { item } = typeOf(target);
    if (!item) throw this.unknown(target, "getItem");
    return this.through(target, "getItem", "call", args, ([key]) => item(target.self, key, this.model)) as
      | Ref
      | NullObject;
  }

  /** Sets the location. */
  at(target: Ref, name: string): void {
    this.location = `${target.type.name}.${camel(name)}`;
  }

  /** Uses a member, by the rules of this Excel. */
  private through(
    target: Ref,
    name: string,
    how: Use["how"],
    args: readonly unknown[],
    act: (args: readonly unknown[]) => unknown,
  ): unknown {
    const use: Use = { member: `${typeOf(target).name}.${camel(name)}`, how, target, args };
    return this.hooks.use(use, (changedArgs) => act(changedArgs ?? args));
  }

  /** Reports a member that the object lacks; returns its refusal. */
  unknown(target: Ref, member: string): Refusal {
    const location = `${target.type.name}.${camel(member)}`;
    this.hooks.unknownMember(location);
    return new Refusal("ApiNotFound", undefined, location);
  }
}

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
