/** A name that carries its file's content: `taskpane.0123456789.js`. */
const named = /\.[0-9a-f]{10}\.(js|css)$/;

/**
 * The headers that a file of the build is to be served with wherever the add-in stands, but for its type; README names them.
 *
 * Excel on the web fetches some files itself, from an origin of its own. What the manifest names keeps its address for ever, so it
 * is asked for again each time, which an ETag makes cheap; what those files load has a new name whenever its content is new. Office
 * shows no icon that must not be kept.
 * @param path below the add-in's folder: `assets/ecom-16.png`
 * @see https://learn.microsoft.com/office/dev/add-ins/develop/add-in-manifests
 */
export function headersOf(path: string): Readonly<Record<string, string>> {
  return {
    "Access-Control-Allow-Origin": "*",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": named.test(path)
      ? "public, max-age=31536000, immutable"
      : path.endsWith(".png")
        ? "public, max-age=86400"
        : "no-cache",
  };
}
