import { strFromU8, unzipSync } from "fflate";
import { childrenOf, parseXml, textOf } from "./elements";

/** A relationship of a part to another, or to an external address. */
export interface Relation {
  id: string;
  /** The last word of its type, for example "worksheet". */
  kind: string;
  /** A path in the package, or an external address. */
  target: string;
  external: boolean;
}

/** An opened Office package. Paths have no leading slash; "" is the package itself. */
export class OpenedPackage {
  private readonly parts: Map<string, Uint8Array>;

  /** Throws a sentence for anything else. */
  constructor(bytes: Uint8Array) {
    try {
      this.parts = new Map(Object.entries(unzipSync(bytes)));
    } catch {
      throw new Error(
        "This is no .xlsx file: it cannot be unpacked. An encrypted workbook cannot be opened.",
      );
    }
    if (!this.parts.has("[Content_Types].xml")) throw new Error("This is no .xlsx file.");
  }

  get paths(): string[] {
    return [...this.parts.keys()];
  }

  bytes(path: string): Uint8Array | undefined {
    return this.parts.get(path);
  }

  text(path: string): string | undefined {
    const bytes = this.parts.get(path);
    return bytes && strFromU8(bytes).replace(/^\uFEFF/, "");
  }

  /** A part's root element; undefined where there is no such part. */
  xml(path: string): Element | undefined {
    const text = this.text(path);
    return text === undefined ? undefined : parseXml(text, path);
  }

  /** The relationships of a part; with a kind only those. */
  relations(from: string, kind?: string): Relation[] {
    const slash = from.lastIndexOf("/");
    const root = this.xml(`${from.slice(0, slash + 1)}_rels/${from.slice(slash + 1)}.rels`);
    return childrenOf(root, "Relationship")
      .map((relation) => {
        const external = textOf(relation, "TargetMode") === "External";
        const target = textOf(relation, "Target") ?? "";
        return {
          id: textOf(relation, "Id") ?? "",
          kind: (textOf(relation, "Type") ?? "").split("/").at(-1) ?? "",
          target: external ? target : absolute(from, target),
          external,
        };
      })
      .filter((relation) => kind === undefined || relation.kind === kind);
  }
}

/** The relationship that an element refers to by `r:id`. Undefined if the file has none with that id. */
export function relationOf(
  element: Element | undefined,
  relations: readonly Relation[],
): Relation | undefined {
  const id = Array.from(element?.attributes ?? []).find(
    ({ localName, namespaceURI }) => localName === "id" && namespaceURI?.endsWith("/relationships"),
  )?.value;
  return relations.find((relation) => relation.id === id);
}

function absolute(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}
