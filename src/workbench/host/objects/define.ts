import type { Model } from "../model";
import type { Ref } from "./kinds";

/**
 * What one of Excel's object types can do. Names are those of the protocol (PascalCase). A member that is not
 * listed is answered with ApiNotFound: nothing is ever accepted and ignored.
 */
export interface ObjectType<Self> {
  /** Class name in Excel's reference, for example "RangeFormat". */
  readonly name: string;
  /** Scalar properties that can be loaded. */
  readonly get?: Readonly<Record<string, (self: Self, model: Model) => unknown>>;
  /** Properties that can be set. */
  readonly set?: Readonly<Record<string, (self: Self, value: unknown, model: Model) => void | Promise<void>>>;
  /** Properties that are objects or collections. */
  readonly go?: Readonly<Record<string, (self: Self, model: Model) => Ref | NullObject>>;
  /** Methods that change nothing; the result is a value or an object. */
  readonly call?: Readonly<Record<string, (self: Self, args: readonly unknown[], model: Model) => unknown>>;
  /** Methods that change the workbook: refused where it is read-only. */
  readonly act?: Readonly<Record<string, (self: Self, args: readonly unknown[], model: Model) => unknown>>;
  /** Items, if the type is a collection. */
  readonly items?: (self: Self, model: Model) => readonly Ref[];
  /** `getItem`, where the collection has one. */
  readonly item?: (self: Self, key: unknown, model: Model) => Ref;
  /** What the client keeps to find the object again; goes into every answer as `Id` or `_Id`. */
  readonly id?: (self: Self, model: Model) => string | number;
  /** Throws ItemNotFound if the object is gone. Called before every use. */
  readonly check?: (self: Self, model: Model) => void;
  /** Its properties show calculated values: the workbook is calculated before they are loaded. */
  readonly calculated?: boolean;
  /** Methods that read calculated values. The others do not wait: a client that sets many cells walks through many ranges. */
  readonly calculatedCalls?: readonly string[];
  /** Members that `load()` without a selection leaves out because they cost much. */
  readonly onRequest?: readonly string[];
  /** True if `_KeepReference` works on it. */
  readonly trackable?: boolean;
}

/** What `…OrNullObject` answers for something that is not there. */
export const nullObject = Symbol("null object");
export type NullObject = typeof nullObject;

/** Makes an object; the only place where a type's own handle is forgotten. */
export function ref<Self>(type: ObjectType<Self>, self: Self): Ref {
  return { type, self };
}

/** Answers a method `…OrNullObject` by its plain twin. */
export function orNull<T>(find: () => T): T | NullObject {
  try {
    return find();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ItemNotFound") return nullObject;
    throw error;
  }
}
