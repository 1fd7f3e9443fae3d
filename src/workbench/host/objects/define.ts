import type { Model } from "../model";
import type { Ref } from "./kinds";

/**
 * One of Excel's object types. Names are the protocol's (PascalCase). An unlisted member is ApiNotFound, so nothing
 * is accepted and ignored.
 */
export interface ObjectType<Self> {
  /** The class name in Excel's reference, such as "RangeFormat". */
  readonly name: string;
  /** Scalar properties that can be loaded. */
  readonly get?: Readonly<Record<string, (self: Self, model: Model) => unknown>>;
  /** Properties that can be set. */
  readonly set?: Readonly<Record<string, (self: Self, value: unknown, model: Model) => void | Promise<void>>>;
  /** Properties that are objects or collections. */
  readonly go?: Readonly<Record<string, (self: Self, model: Model) => Ref | NullObject>>;
  /** Methods that change nothing; they return a value or an object. */
  readonly call?: Readonly<Record<string, (self: Self, args: readonly unknown[], model: Model) => unknown>>;
  /** Methods that change the workbook, which a read-only one refuses. */
  readonly act?: Readonly<Record<string, (self: Self, args: readonly unknown[], model: Model) => unknown>>;
  /** The items of a collection. */
  readonly items?: (self: Self, model: Model) => readonly Ref[];
  /** `getItem`, where the collection has one. */
  readonly item?: (self: Self, key: unknown, model: Model) => Ref;
  /** The id by which the client finds the object again; part of every answer as `Id` or `_Id`. */
  readonly id?: (self: Self, model: Model) => string | number;
  /** Throws ItemNotFound if the object is gone; called before every use. */
  readonly check?: (self: Self, model: Model) => void;
  /** Whether properties are calculated values: then loading waits for the calculation. */
  readonly calculated?: boolean;
  /**
   * Methods that read calculated values. Others do not wait, because a client that sets many cells reaches many
   * ranges.
   */
  readonly calculatedCalls?: readonly string[];
  /** Expensive members, which `load()` without a selection leaves out. */
  readonly onRequest?: readonly string[];
  /** Whether `_KeepReference` works on it. */
  readonly trackable?: boolean;
}

/** The answer of `…OrNullObject` for a missing object. */
export const nullObject = Symbol("null object");
export type NullObject = typeof nullObject;

/** Makes an object; only here the type of its handle is dropped. */
export function ref<Self>(type: ObjectType<Self>, self: Self): Ref {
  return { type, self };
}

/** Runs the other form of an `…OrNullObject` method. The null object for ItemNotFound; any other error is thrown. */
export function orNull<T>(find: () => T): T | NullObject {
  try {
    return find();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ItemNotFound") return nullObject;
    throw error;
  }
}
