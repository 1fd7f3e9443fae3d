/** A name with a hash of the content: `taskpane.0123456789.js`. */
const hashedName = /\.[0-9a-f]{10}\.(js|css)$/;

/**
 * The headers, without the type, with which a file of the build must be served wherever the add-in is hosted; README
 * names them. Excel on the web fetches some files itself, from another origin. Files named by the manifest keep their
 * address for ever, so they are revalidated each time, which an ETag makes cheap; files that those load have a new
 * name for new content. Office shows no icons that must not be cached.
 * @param path below the add-in's folder: `assets/ecom-16.png`
 * @see https://learn.microsoft.com/office/dev/add-ins/develop/add-in-manifests
 */
export function headersOf(path: string): Readonly<Record<string, string>> {
  return {
    "Access-Control-Allow-Origin": "*",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": hashedName.test(path)
      ? "public, max-age=31536000, immutable"
      : path.endsWith(".png")
        ? "public, max-age=86400"
        : "no-cache",
  };
}
