import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { basename, extname, normalize, resolve, sep } from "node:path";

/** Reads a file of a build by its path below the site's root (`taskpane.html`); undefined if there is none. */
export type ReadBuilt = (path: string) => Promise<Buffer | undefined>;

/** A request handler: answers, or calls `next`. */
export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const officeJs = resolve(__dirname, "../../../node_modules/@microsoft/office-js/dist");

/** The addresses of Office.js in the product's pages: the world's, and that of Office in China. */
const officeJsAddresses = [
  "https://appsforoffice.microsoft.com/lib/1/hosted/",
  "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/",
];

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** The media type of a file by its extension: ".html". */
export function typeOf(extension: string): string {
  return types[extension] ?? "application/octet-stream";
}

/**
 * The workbench's site: `/` is the workbench, `/office-js/` Microsoft's unmodified client from `node_modules`,
 * everything else a file of the builds that `read` knows. In the add-in's pages only the public address of Office.js
 * is replaced by `/office-js/`, so that no network is needed. `opened` is the path of a workbook, served below
 * `/opened/` and read again each time.
 */
export function routes(read: ReadBuilt, opened?: string): Handler {
  return (request, response, next) => {
    void answer(request)
      .then((body) => {
        if (!body) return next();
        response.setHeader("Content-Type", typeOf(extname(body.path)));
        // Excel on the web fetches functions.json itself, from another origin (OfficeDev/office-js #3970).
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cache-Control", body.lasting ? "max-age=86400" : "no-store");
        response.end(request.method === "HEAD" ? undefined : body.content);
      })
      .catch((error: unknown) => {
        response.statusCode = 500;
        response.end(`The workbench's server could not read ${request.url}: ${String(error)}`);
      });
  };

  async function answer(request: IncomingMessage) {
    if (request.method !== "GET" && request.method !== "HEAD") return undefined;
    const path = sitePath(request.url ?? "/");
    if (path === undefined) return undefined;
    if (path.startsWith("office-js/")) {
      const content = await fileOf(officeJs, path.slice("office-js/".length));
      return content && { path, content, lasting: true };
    }
    if (opened !== undefined && path === openedPath(opened)) {
      const content = await readFile(opened);
      return { path, content, lasting: false };
    }
    const content = await read(path);
    if (!content) return undefined;
    // Office shows no icons that must not be cached (office/dev/add-ins/develop/add-in-manifests). A file with a
    // content hash in its name never changes.
    const lasting = extname(path) === ".png" || /\.[0-9a-f]{8,}\.js$/.test(path);
    return { path, content: extname(path) === ".html" ? localOfficeJs(content) : content, lasting };
  }
}

/** The path of the workbook to open, below the site's root. */
const openedPath = (file: string): string => `opened/${basename(file)}`;

/** Reads from the first of the folders that has the file, and never outside them. Undefined if none has it. */
export function readFolders(...folders: string[]): ReadBuilt {
  return async (path) => {
    for (const folder of folders) {
      const content = await fileOf(folder, path);
      if (content) return content;
    }
    return undefined;
  };
}

/** A file inside a folder; undefined if there is none. */
async function fileOf(folder: string, path: string): Promise<Buffer | undefined> {
  const file = resolve(folder, normalize(path));
  // With the separator, because a neighbouring folder's name may begin with this one's.
  if (!file.startsWith(resolve(folder) + sep)) return undefined;
  try {
    return await readFile(file);
  } catch (error) {
    if (["ENOENT", "EISDIR", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? ""))
      return undefined;
    throw error;
  }
}

/** The path below the site's root; undefined for an address that cannot be decoded. */
export function sitePath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, "https://localhost").pathname).replace(/^\/+/, "");
    return path === "" ? "index.html" : path;
  } catch {
    return undefined;
  }
}

/**
 * Replaces the address of Office.js by the local copy's. In a content security policy the public origin stays; the
 * page's own origin is always allowed ('self').
 */
function localOfficeJs(page: Buffer): Buffer {
  let text = page.toString("utf8");
  for (const address of officeJsAddresses) text = text.replaceAll(address, "/office-js/");
  return Buffer.from(text, "utf8");
}
