/** One `context.sync()`: the body of a ProcessQuery message. */
export interface Query {
  Actions: Action[];
  ObjectPaths: Record<string, Path>;
}

/** The arguments of a call. */
export interface Arguments {
  Arguments?: unknown[];
  /** Non-zero: the argument in this place is the object with this path id. */
  ReferencedObjectPathIds?: unknown[];
}

/** How an object of the client is reached: from the root, by a member of another, by what a call gave. */
export interface Path {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: Arguments;
}

/** One thing to be done with an object. */
export interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: Arguments;
  QueryInfo?: QueryInfo;
  RecursiveQueryInfo?: unknown;
  ObjectState?: Record<string, unknown>;
}

/** What of an object is to be loaded. */
export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

/** The answer, as the client reads it. */
export interface QueryAnswer {
  Results: { ActionId: number; Value: unknown }[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number };
}

/** Kinds of actions, as the client numbers them. */
export const actionTypes = {
  instantiate: 1,
  query: 2,
  method: 3,
  set: 4,
  trace: 5,
  recursive: 6,
  queryJson: 7,
  unchanged: 8,
  update: 9,
};
/** Kinds of paths, as the client numbers them. */
export const pathTypes = {
  global: 1,
  create: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
};
