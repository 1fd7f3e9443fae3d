import { createHash } from "node:crypto";
import { extname } from "node:path";
import { headersOf } from "./headers";
import { readFolders, sitePath, typeOf } from "./routes";
import type { Handler } from "./routes";

/**
 * Serves a build as the add-in's host must: its files unchanged, with the headers that README names, and nothing
 * else.
 * @param folder the build: `dist`
 */
export function hosting(folder: string): Handler {
  const read = readFolders(folder);
  return (request, response, next) => {
    const path = sitePath(request.url ?? "/");
    if (path === undefined || (request.method !== "GET" && request.method !== "HEAD")) return next();
    void read(path).then(
      (content) => {
        if (!content) return next();
        const tag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
        for (const [name, value] of Object.entries(headersOf(path))) response.setHeader(name, value);
        response.setHeader("Content-Type", typeOf(extname(path)));
        response.setHeader("ETag", tag);
        if (request.headers["if-none-match"] === tag) {
          response.statusCode = 304;
          return response.end();
        }
        response.end(request.method === "HEAD" ? undefined : content);
      },
      (error: unknown) => {
        response.statusCode = 500;
        response.end(`The server could not read ${path}: ${String(error)}`);
      },
    );
  };
}
