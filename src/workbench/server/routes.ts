import type { IncomingMessage, ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import { basename, extname, normalize, resolve, sep } from "node:path";

/** Reads a file of a build by its path below the site's root (`taskpane.html`); undefined when there is none. */
export type ReadBuilt = (path: string) => Promise<Buffer | undefined>;

/** A step of a web server: answers, or calls `next` for whoever comes after. */
export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const officeJs = resolve(__dirname, "../../../node_modules/@microsoft/office-js/dist");

/** Where the product's pages name Office.js: the world's address and that of Office in China. */
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
 * everything else a file of the builds that `read` knows. Pages of the add-in are served with Office.js's public
 * address replaced by `/office-js/`, so that no network is needed; nothing else of them is changed. `opened` is the path of a workbook that
 * the page opens at its start, below `/opened/`; it is read again each time.
 */
export function routes(read: ReadBuilt, opened?: string): Handler {
  return (request, response, next) => {
    void answer(request)
      .then((body) => {
        if (!body) return next();
        response.setHeader("Content-Type", typeOf(extname(body.path)));
        // Excel on the web fetches functions.json itself, from an origin of its own (OfficeDev/office-js #3970).
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
    // Office shows no icon that must not be kept (office/dev/add-ins/develop/add-in-manifests). A file that carries its content in its
    // name never changes.
    const lasting = extname(path) === ".png" || /\.[0-9a-f]{8,}\.js$/.test(path);
    return { path, content: extname(path) === ".html" ? localOfficeJs(content) : content, lasting };
  }
}

/** Where a workbook that is opened at the start is served, below the site's root. */
const openedPath = (file: string): string => `opened/${basename(file)}`;

/** Reads below the given folders, the first that has the file; never outside of them. */
export function readFolders(...folders: string[]): ReadBuilt {
  return async (path) => {
    for (const folder of folders) {
      const content = await fileOf(folder, path);
      if (content) return content;
    }
    return undefined;
  };
}

async function fileOf(folder: string, path: string): Promise<Buffer | undefined> {
  const file = resolve(folder, normalize(path));
  // With the separator: a folder beside this one may begin with its name.
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
 * Points a page at the local copy of Office.js. In a content security policy the public origin stays where it
 * is allowed; the copy is the page's own origin, which every policy of the add-in allows ('self').
 */
function localOfficeJs(page: Buffer): Buffer {
  let text = page.toString("utf8");
  for (const address of officeJsAddresses) text = text.replaceAll(address, "/office-js/");
  return Buffer.from(text, "utf8");
}
