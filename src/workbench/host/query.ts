import { isErrorLike, Refusal } from "./errors";
import type { Model } from "./model";
import { nullObject, ref } from "./objects/define";
import type { NullObject, ObjectType } from "./objects/define";
import { isRef } from "./objects/kinds";
import type { Ref } from "./objects/kinds";
import { typeOf } from "./objects/types";
import type { Use } from "./strict/rule";
import { actionTypes, pathTypes } from "./message";
import type { Query, Arguments, Path, Action, QueryInfo, QueryAnswer } from "./message";

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

/**
 * Runs the actions of a message in order. The first failure ends the run and is reported with its index; as in Excel,
 * earlier actions stay done.
 */
export async function processQuery(query: Query, model: Model, hooks: QueryHooks): Promise<QueryAnswer> {
  const run = new Run(query, model, hooks);
  const answer: QueryAnswer = { Results: [] };
  for (const [index, action] of query.Actions.entries()) {
    try {
      answer.Results.push({ ActionId: action.Id, Value: await run.act(action) });
    } catch (error) {
      const refusal =
        error instanceof Refusal
          ? error
          : new Refusal("GeneralException", isErrorLike(error) ? error.message : undefined);
      answer.Error = {
        Code: refusal.code,
        Message: refusal.message,
        Location: refusal.location ?? run.location,
        ActionIndex: index,
        HttpStatusCode: refusal.code === "ApiNotFound" || refusal.code === "ItemNotFound" ? 404 : 400,
      };
      break;
    }
  }
  return answer;
}

class Run {
  /** The object and member at work, for errors. */
  location = "";
  private readonly resolved = new Map<number, Ref | NullObject>();
  private readonly kept = new Map<number, string>();

  constructor(
    private readonly query: Query,
    private readonly model: Model,
    private readonly hooks: QueryHooks,
  ) {}

  async act(action: Action): Promise<unknown> {
    this.location = "";
    if (action.ActionType === actionTypes.trace) return null;
    this.hooks.beforeAction(this.isService(action.ObjectPathId));
    const target = this.resolved.get(action.ObjectPathId) ?? (await this.resolve(action.ObjectPathId));
    if (target === nullObject) {
      // The client asks to track the result of any method, even a null object.
      if (action.ActionType !== actionTypes.method || action.Name === "_KeepReference") return null;
      throw new Refusal("ItemNotFound", undefined, action.Name);
    }
    typeOf(target).check?.(target.self, this.model);
    switch (action.ActionType) {
      case actionTypes.instantiate:
        return this.identity(target, action.ObjectPathId);
      case actionTypes.query:
      case actionTypes.queryJson:
        return this.load(target, action.QueryInfo ?? {}, action.ObjectPathId);
      case actionTypes.method: {
        if (action.Name === "_KeepReference") return this.keep(target, action.ObjectPathId);
        const result = await this.invoke(target, action.Name, await this.args(action.ArgumentInfo));
        if (result === nullObject) return { _IsNull: true };
        return isRef(result) ? this.identity(result) : (result ?? null);
      }
      case actionTypes.set:
        await this.assign(target, action.Name, (await this.args(action.ArgumentInfo))[0]);
        return null;
      case actionTypes.update:
        for (const [member, value] of Object.entries(action.ObjectState ?? {})) {
          await this.assign(target, pascal(member), value);
        }
        return null;
      default:
        throw this.unknown(target, `action ${action.ActionType}`);
    }
  }

  /** The object of a path. It is evaluated once for a message, because methods in paths have effects. */
  private async resolve(id: number): Promise<Ref | NullObject> {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.query.ObjectPaths[String(id)];
    if (!path) throw new Refusal("InvalidRequest" as string);
    const found = await this.evaluate(path);
    this.resolved.set(id, found);
    return found;
  }

  private async evaluate(path: Path): Promise<Ref | NullObject> {
    if (path.ObjectPathType === pathTypes.global) return this.hooks.root;
    if (path.ObjectPathType === pathTypes.nullObject) return nullObject;
    if (path.ObjectPathType === pathTypes.create) {
      const service = this.hooks.service(path.Name);
      if (service) return service;
      this.hooks.unknownMember(path.Name);
      throw new Refusal("ApiNotFound", undefined, path.Name);
    }
    if (path.ObjectPathType === pathTypes.reference) {
      const kept = this.model.references.get(path.Name);
      if (!kept) throw new Refusal("ItemNotFound");
      return kept;
    }
    const parent = await this.resolve(path.ParentObjectPathId ?? 0);
    this.location = parent === nullObject ? path.Name : `${parent.type.name}.${camel(path.Name)}`;
    if (parent === nullObject) throw new Refusal("ItemNotFound");
    const type = typeOf(parent);
    type.check?.(parent.self, this.model);
    const args = await this.args(path.ArgumentInfo);
    if (path.ObjectPathType === pathTypes.property) {
      const go = type.go?.[path.Name];
      if (!go) throw this.unknown(parent, path.Name);
      return this.through(parent, path.Name, "go", [], () => go(parent.self, this.model)) as Ref | NullObject;
    }
    if (path.ObjectPathType === pathTypes.indexer) {
      this.location = `${parent.type.name}.getItem`;
      if (!type.item) throw this.unknown(parent, "getItem");
      const { item } = type;
      return this.through(parent, "getItem", "call", args, ([key]) => item(parent.self, key, this.model)) as
        | Ref
        | NullObject;
    }
    const result = await this.invoke(parent, path.Name, args);
    if (result === nullObject || isRef(result)) return result;
    throw this.unknown(parent, path.Name);
  }

  /** The arguments of a call, with objects in place of their paths. */
  private args(info: Arguments | undefined): unknown[] | Promise<unknown[]> {
    const given = info?.Arguments ?? [];
    const paths = info?.ReferencedObjectPathIds ?? [];
    return paths.some((path) => path !== 0) ? this.each(given, paths) : given;
  }

  private async each(given: unknown[], paths: unknown[]): Promise<unknown[]> {
    const read = [];
    for (const [i, value] of given.entries()) read.push(await this.argument(value, paths[i]));
    return read;
  }

  private async argument(value: unknown, path: unknown): Promise<unknown> {
    if (Array.isArray(path) && Array.isArray(value)) return this.each(value, path);
    if (typeof path === "number" && path !== 0) {
      const object = await this.resolve(path);
      return object === nullObject ? null : object;
    }
    return value;
  }

  private async invoke(target: Ref, name: string, args: unknown[]): Promise<unknown> {
    const type = typeOf(target);
    this.location = `${target.type.name}.${camel(name)}`;
    const writing = type.act?.[name];
    const method = writing ?? type.call?.[name];
    if (!method) throw this.unknown(target, name);
    return this.through(target, name, "call", args, async (given) => {
      if (writing) this.hooks.beforeWrite();
      if (type.calculatedCalls?.includes(name) === true) await this.model.calculation.settle();
      return method(target.self, given, this.model);
    });
  }

  private async assign(target: Ref, name: string, value: unknown): Promise<void> {
    const type = typeOf(target);
    this.location = `${target.type.name}.${camel(name)}`;
    const set = type.set?.[name];
    if (!set) {
      if (type.get?.[name]) throw new Refusal("AccessDenied", `${this.location} is read-only.`);
      throw this.unknown(target, name);
    }
    await this.through(target, name, "set", [value], async ([given]) => {
      this.hooks.beforeWrite();
      await set(target.self, given, this.model);
    });
  }

  private keep(target: Ref, pathId: number): null {
    if (typeOf(target).trackable === true) this.kept.set(pathId, this.model.keepReference(target));
    return null;
  }

  private identity(target: Ref, pathId?: number): Record<string, unknown> {
    const type = typeOf(target);
    const answer: Record<string, unknown> = {};
    const id = type.id?.(target.self, this.model);
    if (id !== undefined) answer[type.get?.["Id"] ? "Id" : "_Id"] = id;
    const reference = pathId === undefined ? undefined : this.kept.get(pathId);
    if (reference !== undefined) answer["_ReferenceId"] = reference;
    return answer;
  }

  private async load(target: Ref, info: QueryInfo, pathId: number): Promise<unknown> {
    const type = typeOf(target);
    if (type.calculated === true || type.items) await this.model.calculation.settle();
    const wanted = [...(info.Select ?? []), ...(info.Expand ?? [])].map((path) =>
      path.split(/[/.]/).filter((part) => part !== ""),
    );
    const answer = this.select(target, wanted, info);
    return { ...this.identity(target, pathId), ...answer };
  }

  private select(target: Ref, wanted: string[][], info: QueryInfo = {}): Record<string, unknown> {
    const type = typeOf(target);
    const answer: Record<string, unknown> = {};
    const deeper = new Map<string, string[][]>();
    const ofItems: string[][] = [];
    const all = wanted.length === 0 || wanted.some(([first]) => first === "*" || first === "$all");
    if (all) this.scalars(target, answer);
    for (const [first = "", ...rest] of wanted) {
      if (first === "*" || first === "$all" || first === "$none") continue;
      const scalar = memberNamed(type.get, first);
      const object = memberNamed(type.go, first);
      if (first.toLowerCase() === "items" && type.items) ofItems.push(rest.length > 0 ? rest : ["*"]);
      else if (scalar !== undefined && rest.length === 0) answer[scalar] = this.read(target, scalar);
      else if (object !== undefined) deeper.set(object, [...(deeper.get(object) ?? []), rest]);
      else if (type.items) ofItems.push([first, ...rest]);
      else throw this.unknown(target, first);
    }
    for (const [name, paths] of deeper) {
      this.location = `${type.name}.${camel(name)}`;
      const child = this.through(
        target,
        name,
        "go",
        [],
        () => type.go?.[name]?.(target.self, this.model) ?? nullObject,
      ) as Ref | NullObject;
      const below = paths.filter((path) => path.length > 0);
      answer[name] =
        child === nullObject
          ? null
          : { ...this.identity(child), ...this.select(child, below.length > 0 ? below : [["*"]]) };
    }
    if (type.items && (all || ofItems.length > 0)) {
      const items = type.items(target.self, this.model);
      const skip = info.Skip ?? 0;
      const page = items.slice(skip, info.Top === undefined ? undefined : skip + info.Top);
      answer["_Items"] = page.map((item) => ({
        ...this.identity(item),
        ...this.select(item, all && ofItems.length === 0 ? [["*"]] : ofItems),
      }));
    }
    return answer;
  }

  private scalars(target: Ref, answer: Record<string, unknown>): void {
    const type = typeOf(target);
    for (const name of Object.keys(type.get ?? {})) {
      if (type.onRequest?.includes(name) !== true) answer[name] = this.read(target, name);
    }
  }

  private read(target: Ref, name: string): unknown {
    this.location = `${target.type.name}.${camel(name)}`;
    return this.through(target, name, "get", [], () => typeOf(target).get?.[name]?.(target.self, this.model));
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
    return this.hooks.use(use, (given) => act(given ?? args));
  }

  private unknown(target: Ref, member: string): Refusal {
    const location = `${target.type.name}.${camel(member)}`;
    this.hooks.unknownMember(location);
    return new Refusal("ApiNotFound", undefined, location);
  }

  /**
   * Whether a path is one of the client's own services (such as results of functions), which faults for the add-in's
   * calls must not hit.
   */
  private isService(id: number): boolean {
    let path = this.query.ObjectPaths[String(id)];
    while (path?.ParentObjectPathId !== undefined)
      path = this.query.ObjectPaths[String(path.ParentObjectPathId)];
    return path?.ObjectPathType === pathTypes.create;
  }
}

function memberNamed(
  members: ObjectType<unknown>["get"] | ObjectType<unknown>["go"],
  name: string,
): string | undefined {
  if (!members) return undefined;
  const wanted = name.toLowerCase();
  return Object.keys(members).find((member) => member.toLowerCase() === wanted);
}

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Makes a service object. */
export function service(name: string, call: NonNullable<ObjectType<null>["call"]>): Ref {
  return ref<null>({ name, call }, null);
}
