import type { ObjectType } from "./define";
import { Kind, range, rangeAreas, worksheet } from "./kinds";
import type { Ref } from "./kinds";
import { rangeType } from "./range";
import { rangeAreasType } from "./rangeAreas";
import { worksheetType } from "./worksheet";

const typesByKind = new Map<unknown, ObjectType<unknown>>([
  entry(range, rangeType),
  entry(rangeAreas, rangeAreasType),
  entry(worksheet, worksheetType),
]);

function entry<Self>(kind: Kind<Self>, type: ObjectType<Self>): [unknown, ObjectType<unknown>] {
  return [kind, type as ObjectType<unknown>];
}

/** The type of an object, with its members. Throws for a kind that nobody has registered, which is a bug here. */
export function typeOf({ type }: Ref): ObjectType<unknown> {
  if (!(type instanceof Kind)) return type as ObjectType<unknown>;
  const objectType = typesByKind.get(type);
  if (!objectType) throw new Error(`objects/types.ts has no members for the kind ${type.name}.`);
  return objectType;
}
