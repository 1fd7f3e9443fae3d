/** The local server's address, which the manifest in the repository names. */
export const localUrl = "https://localhost:3000/";

/** Where a build will be served, and what to tell who builds it. */
export interface Address {
  url: string;
  notice?: string;
}

/**
 * The address that a production build is made for: `ECOM_URL`, or the local server's where none is given. No address is
 * made up: whoever owned it would own the code that runs in people's workbooks.
 *
 * @param given the text of `ECOM_URL`, such as `https://your.host/ecom/`
 * @throws Error that says what is wrong with the address and what would work
 */
export function buildAddress(given: string | undefined): Address {
  if (given === undefined || given.trim() === "") {
    return {
      url: localUrl,
      notice: `ECOM_URL is not set: this build is for ${localUrl} only. To put it on a server, run ECOM_URL=https://your.host/ecom/ npm run build.`,
    };
  }
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const refuse = (why: string): Error =>
    new Error(`ECOM_URL is "${given}", which ${why}. An address such as https://your.host/ecom/ works.`);
  if (!url) throw refuse("is no address");
  if (url.protocol !== "https:") throw refuse("does not begin with https://: Office loads nothing else");
  if (url.username !== "" || url.password !== "") throw refuse("holds a name or password for all to read");
  if (url.search !== "" || url.hash !== "" || /[?#]/.test(given))
    throw refuse("has more than a folder in it");
  if (!given.endsWith("/")) throw refuse("does not end with a slash: it is the folder of all files");
  if (url.href !== given) throw refuse(`is written ${url.href} by browsers`);
  return { url: given };
}
