/** One `context.sync()`: the body of a ProcessQuery message. */
export interface Query {
  Actions: Action[];
  ObjectPaths: Record<string, Path>;
}

/** The arguments of a call. */
export interface Arguments {
  Arguments?: unknown[];
  /** If not 0, the argument at this index is the object with this path id. */
  ReferencedObjectPathIds?: unknown[];
}

/** How the client reaches an object: from the root, as a member of another, or as the result of a call. */
export interface Path {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: Arguments;
}

/** One use of an object. */
export interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: Arguments;
  QueryInfo?: QueryInfo;
  ObjectState?: Record<string, unknown>;
}

/** The properties of an object to load. */
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

/** The client's numbers of kinds of actions. */
export const actionTypes = {
  instantiate: 1,
  query: 2,
  method: 3,
  set: 4,
  trace: 5,
  queryJson: 7,
  update: 9,
};
/** The client's numbers of kinds of paths. */
export const pathTypes = {
  global: 1,
  create: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
};
