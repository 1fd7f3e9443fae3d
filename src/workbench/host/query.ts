import { isErrorLike, Refusal } from "./errors";
import { Loading } from "./loading";
import { Members } from "./members";
import type { QueryHooks } from "./members";
import { actionTypes, pathTypes } from "./message";
import type { Query, Arguments, Path, Action, QueryAnswer } from "./message";
import type { Model } from "./model";
import { nullObject, ref } from "./objects/define";
import type { NullObject, ObjectType } from "./objects/define";
import { isRef } from "./objects/kinds";
import type { Ref } from "./objects/kinds";
import { typeOf } from "./objects/types";

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
        Location: refusal.location ?? run.members.location,
        ActionIndex: index,
        HttpStatusCode: refusal.code === "ApiNotFound" || refusal.code === "ItemNotFound" ? 404 : 400,
      };
      break;
    }
  }
  return answer;
}

class Run {
  readonly members: Members;
  private readonly loading: Loading;
  private readonly resolved = new Map<number, Ref | NullObject>();

  constructor(
    private readonly query: Query,
    private readonly model: Model,
    private readonly hooks: QueryHooks,
  ) {
    this.members = new Members(model, hooks);
    this.loading = new Loading(this.members);
  }

  async act(action: Action): Promise<unknown> {
    this.members.location = "";
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
        return this.loading.identity(target, action.ObjectPathId);
      case actionTypes.query:
      case actionTypes.queryJson:
        return this.loading.load(target, action.QueryInfo ?? {}, action.ObjectPathId);
      case actionTypes.method: {
        if (action.Name === "_KeepReference") return this.loading.keep(target, action.ObjectPathId);
        const result = await this.members.invoke(target, action.Name, await this.args(action.ArgumentInfo));
        if (result === nullObject) return { _IsNull: true };
        return isRef(result) ? this.loading.identity(result) : (result ?? null);
      }
      case actionTypes.set:
        await this.members.assign(target, action.Name, (await this.args(action.ArgumentInfo))[0]);
        return null;
      case actionTypes.update:
        for (const [member, value] of Object.entries(action.ObjectState ?? {})) {
          await this.members.assign(target, member.charAt(0).toUpperCase() + member.slice(1), value);
        }
        return null;
      default:
        throw this.members.unknown(target, `action ${action.ActionType}`);
    }
  }

  /** The object of a path. It is evaluated once for a message, because methods in paths have effects. */
  private async resolve(id: number): Promise<Ref | NullObject> {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.query.ObjectPaths[String(id)];
    if (!path) throw new Refusal("InvalidRequest" as string);
    const object = await this.evaluate(path);
    this.resolved.set(id, object);
    return object;
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
      const reference = this.model.references.get(path.Name);
      if (!reference) throw new Refusal("ItemNotFound");
      return reference;
    }
    const parent = await this.resolve(path.ParentObjectPathId ?? 0);
    if (parent === nullObject) throw new Refusal("ItemNotFound", undefined, path.Name);
    this.members.at(parent, path.Name);
    typeOf(parent).check?.(parent.self, this.model);
    const args = await this.args(path.ArgumentInfo);
    if (path.ObjectPathType === pathTypes.indexer) return this.members.item(parent, args);
    if (path.ObjectPathType === pathTypes.property) {
      const object = this.members.follow(parent, path.Name);
      if (object === undefined) throw this.members.unknown(parent, path.Name);
      return object;
    }
    const result = await this.members.invoke(parent, path.Name, args);
    if (result === nullObject || isRef(result)) return result;
    throw this.members.unknown(parent, path.Name);
  }

  /** The arguments of a call, with objects in place of their paths. */
  private args(info: Arguments | undefined): unknown[] | Promise<unknown[]> {
    const args = info?.Arguments ?? [];
    const paths = info?.ReferencedObjectPathIds ?? [];
    return paths.some((path) => path !== 0) ? this.each(args, paths) : args;
  }

  private async each(args: unknown[], paths: unknown[]): Promise<unknown[]> {
    const read = [];
    for (const [i, value] of args.entries()) read.push(await this.argument(value, paths[i]));
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

/** Makes a service object. Such as the one that registers custom functions: it has methods and no state. */
export function service(name: string, call: NonNullable<ObjectType<null>["call"]>): Ref {
  return ref<null>({ name, call }, null);
}
