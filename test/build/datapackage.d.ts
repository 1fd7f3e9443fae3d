/** The part that we use of the package `datapackage`, which has no types of its own. */
declare module "datapackage" {
  interface Descriptor {
    readonly version: string;
    readonly resources: readonly {
      readonly name: string;
      readonly title: string;
      readonly path: string;
      readonly bytes: number;
      readonly hash: string;
      readonly schema: {
        readonly fields: readonly { readonly name: string; readonly constraints?: { enum?: unknown } }[];
      };
    }[];
  }
  interface Resource {
    read(options?: { keyed?: boolean; relations?: boolean }): Promise<Record<string, unknown>[]>;
    checkRelations(): Promise<boolean>;
  }
  export class Package {
    static load(descriptor: string, options?: { strict?: boolean }): Promise<Package>;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly descriptor: Descriptor;
    getResource(name: string): Resource | null;
  }
}
