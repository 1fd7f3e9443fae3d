import { strToU8, zipSync } from "fflate";
import { element, xmlPart } from "./xml";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const spreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Kinds of parts, with their content types and relationship types. */
const kinds = {
  workbook: { type: `${spreadsheetType}.sheet.main+xml`, relation: `${office}/officeDocument` },
  worksheet: { type: `${spreadsheetType}.worksheet+xml`, relation: `${office}/worksheet` },
  styles: { type: `${spreadsheetType}.styles+xml`, relation: `${office}/styles` },
  strings: { type: `${spreadsheetType}.sharedStrings+xml`, relation: `${office}/sharedStrings` },
  metadata: { type: `${spreadsheetType}.sheetMetadata+xml`, relation: `${office}/sheetMetadata` },
  table: { type: `${spreadsheetType}.table+xml`, relation: `${office}/table` },
  customProperty: { type: `${spreadsheetType}.customProperty`, relation: `${office}/customProperty` },
  theme: { type: "application/vnd.openxmlformats-officedocument.theme+xml", relation: `${office}/theme` },
  drawing: {
    type: "application/vnd.openxmlformats-officedocument.drawing+xml",
    relation: `${office}/drawing`,
  },
  chart: {
    type: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    relation: `${office}/chart`,
  },
  core: {
    type: "application/vnd.openxmlformats-package.core-properties+xml",
    relation: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
  },
  app: {
    type: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    relation: `${office}/extended-properties`,
  },
  customXml: { type: "application/xml", relation: `${office}/customXml` },
  taskpanes: {
    type: "application/vnd.ms-office.webextensiontaskpanes+xml",
    relation: "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes",
  },
  webextension: {
    type: "application/vnd.ms-office.webextension+xml",
    relation: "http://schemas.microsoft.com/office/2011/relationships/webextension",
  },
  link: { type: "", relation: `${office}/hyperlink` },
} as const;

/** A relative path between parts, because several readers do not follow paths from the package's root. */
function relative(from: string, to: string): string {
  const folders = from.split("/").slice(0, -1);
  const path = to.split("/");
  let shared = 0;
  while (shared < folders.length && shared < path.length - 1 && folders[shared] === path[shared]) shared++;
  return "../".repeat(folders.length - shared) + path.slice(shared).join("/");
}

/** Builds an Office package of parts and their relationships. Paths have no leading slash. */
export class Package {
  private readonly parts = new Map<string, { kind: keyof typeof kinds; content: Uint8Array }>();
  private readonly relations = new Map<string, string[]>();

  /** Adds a part; text is written as UTF-8. */
  add(path: string, kind: keyof typeof kinds, content: string | Uint8Array): void {
    this.parts.set(path, { kind, content: typeof content === "string" ? strToU8(content) : content });
  }

  /**
   * Adds a relationship from the part `from` ("" for the package itself) to `to`, another part or with kind "link" an
   * external address; returns its id.
   */
  relate(from: string, kind: keyof typeof kinds, to: string): string {
    const known = this.relations.get(from) ?? [];
    const Id = `rId${known.length + 1}`;
    const outside = kind === "link";
    const Target = outside ? to : relative(from, to);
    const Type = kinds[kind].relation;
    known.push(element("Relationship", { Id, Type, Target, TargetMode: outside ? "External" : undefined }));
    this.relations.set(from, known);
    return Id;
  }

  /** The finished file. Equal content gives equal bytes: it contains no time. */
  zip(): Uint8Array {
    const files: Record<string, Uint8Array> = { "[Content_Types].xml": strToU8(this.contentTypes()) };
    for (const [from, written] of this.relations) {
      const slash = from.lastIndexOf("/");
      const path = `${from.slice(0, slash + 1)}_rels/${from.slice(slash + 1)}.rels`;
      const xmlns = "http://schemas.openxmlformats.org/package/2006/relationships";
      files[path] = strToU8(xmlPart(element("Relationships", { xmlns }, ...written)));
    }
    for (const [path, { content }] of this.parts) files[path] = content;
    return zipSync(files, { mtime: new Date(1980, 0, 1) });
  }

  private contentTypes(): string {
    const defaults = [
      element("Default", {
        Extension: "rels",
        ContentType: "application/vnd.openxmlformats-package.relationships+xml",
      }),
      element("Default", { Extension: "xml", ContentType: "application/xml" }),
    ];
    const overrides = [...this.parts]
      .filter(([, { kind }]) => kind !== "customXml")
      .map(([path, { kind }]) =>
        element("Override", { PartName: `/${path}`, ContentType: kinds[kind].type }),
      );
    const xmlns = "http://schemas.openxmlformats.org/package/2006/content-types";
    return xmlPart(element("Types", { xmlns }, ...defaults, ...overrides));
  }
}
