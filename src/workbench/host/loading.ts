import type { Members } from "./members";
import type { QueryInfo } from "./message";
import { nullObject } from "./objects/define";
import type { ObjectType } from "./objects/define";
import type { Ref } from "./objects/kinds";
import { typeOf } from "./objects/types";

/** Loads properties of objects, as a message of the client asks for them. */
export class Loading {
  private readonly references = new Map<number, string>();

  constructor(private readonly members: Members) {}

  /** Tracks an object for later messages, if its type allows it. */
  keep(target: Ref, pathId: number): null {
    if (typeOf(target).trackable === true)
      this.references.set(pathId, this.members.model.keepReference(target));
    return null;
  }

  /** The ids by which the client finds an object again. */
  identity(target: Ref, pathId?: number): Record<string, unknown> {
    const type = typeOf(target);
    const answer: Record<string, unknown> = {};
    const id = type.id?.(target.self, this.members.model);
    if (id !== undefined) answer[type.get?.["Id"] ? "Id" : "_Id"] = id;
    const reference = pathId === undefined ? undefined : this.references.get(pathId);
    if (reference !== undefined) answer["_ReferenceId"] = reference;
    return answer;
  }

  /** Loads properties of an object. */
  async load(target: Ref, info: QueryInfo, pathId: number): Promise<unknown> {
    const type = typeOf(target);
    if (type.calculated === true || type.items) await this.members.model.calculation.settle();
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
      else if (scalar !== undefined && rest.length === 0) answer[scalar] = this.members.read(target, scalar);
      else if (object !== undefined) deeper.set(object, [...(deeper.get(object) ?? []), rest]);
      else if (type.items) ofItems.push([first, ...rest]);
      else throw this.members.unknown(target, first);
    }
    for (const [name, paths] of deeper) {
      const child = this.members.follow(target, name) ?? nullObject;
      const below = paths.filter((path) => path.length > 0);
      answer[name] =
        child === nullObject
          ? null
          : { ...this.identity(child), ...this.select(child, below.length > 0 ? below : [["*"]]) };
    }
    if (type.items && (all || ofItems.length > 0)) {
      const items = type.items(target.self, this.members.model);
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
      if (type.onRequest?.includes(name) !== true) answer[name] = this.members.read(target, name);
    }
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
