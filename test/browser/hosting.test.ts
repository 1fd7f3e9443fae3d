import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { namedIn } from "../../.ci/named";
import { certificate } from "../../src/workbench/server/certificate";
import { hosting } from "../../src/workbench/server/hosting";
import { listen, type Served } from "../../src/workbench/server/serve";
import { openBrowser } from "./browser";
import { paneParts } from "./pane/pane";

/** The build at the address of its host, and a page of another origin, as Excel on the web is one. */
let host: Served;
let elsewhere: Served;
let page: Page;

beforeAll(async () => {
  host = await listen(hosting("dist"));
  elsewhere = await listen((_request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end("<!doctype html><title>Excel on the web</title>");
  });
  page = await (await (await openBrowser()).newContext({ ignoreHTTPSErrors: true })).newPage();
  await page.goto(elsewhere.url);
});
afterAll(async () => {
  await page.context().close();
  await host.close();
  await elsewhere.close();
});

/** Every address in the built manifest, below the add-in's folder. */
function paths(): string[] {
  const manifest = readFileSync("dist/manifest.xml", "utf8");
  const base = /<SourceLocation DefaultValue="([^"]*)taskpane\.html"/.exec(manifest)?.[1] as string;
  const addresses = [...manifest.matchAll(/(?:DefaultValue|Value|Url)="(https:[^"]*)"/g)].map(
    ([, url]) => url!,
  );
  expect(addresses.length).toBeGreaterThan(50);
  return [...new Set(addresses.map((url) => url.slice(base.length)))];
}

/** Fetches as a script of the page does: what the server does not offer to other origins cannot be read. */
const fetchAll = (urls: string[]) =>
  page.evaluate(
    (list) =>
      Promise.all(
        list.map((url) =>
          fetch(url).then(
            async (answer) => ({
              url,
              ok: answer.ok,
              bytes: (await answer.arrayBuffer()).byteLength > 0,
              cache: answer.headers.get("Cache-Control"),
              type: answer.headers.get("Content-Type"),
            }),
            (error: unknown) => ({ url, ok: false, error: String(error) }),
          ),
        ),
      ),
    urls,
  );

test("Every address of the manifest can be fetched by a page of another origin, and none but icons is kept.", async () => {
  const list = paths();
  for (const answer of await fetchAll(list.map((path) => host.url + path))) {
    const cache = answer.url.endsWith(".png") ? "public, max-age=86400" : "no-cache";
    expect(answer).toMatchObject({ ok: true, bytes: true, cache });
  }
  const shown = await page.evaluate(
    (urls) =>
      Promise.all(
        urls.map(async (src) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          return image.naturalWidth;
        }),
      ),
    list.filter((path) => path.endsWith(".png")).map((path) => host.url + path),
  );
  expect(Math.min(...shown)).toBe(16);
});

test("What the page loads carries its content in its name and is kept for a year.", async () => {
  const files = namedIn("dist/taskpane.html");
  expect(files).toHaveLength(8);
  for (const answer of await fetchAll(files.map((file) => host.url + file)))
    expect(answer).toMatchObject({ ok: true, cache: "public, max-age=31536000, immutable" });
});

test("The pane opens in a frame of a page of another origin, with all its files.", async () => {
  const files = namedIn("dist/taskpane.html")
    // Asked for when somebody tests this Excel.
    .filter((file) => !file.startsWith("selfTest."))
    .map((file) => page.waitForResponse(host.url + file));
  await page.route("https://appsforoffice.microsoft.com/**", (route) => route.abort());
  await page.evaluate((src) => {
    const frame = document.createElement("iframe");
    frame.src = src;
    document.body.append(frame);
  }, `${host.url}taskpane.html`);
  for (const answer of await Promise.all(files)) expect(answer.ok()).toBe(true);
  await paneParts(page.frameLocator("iframe")).keyFigures.first().waitFor();
});

test.each([
  ["en-US", "help.html", "Guide", "Use it in Excel"],
  ["zh-CN", "help.zh-CN.html", "使用指南", "安装到 Excel"],
])(
  "In %s the first screen leads to help, and help to the guide with its pictures.",
  async (locale, help, guide, title) => {
    const context = await (await openBrowser()).newContext({ ignoreHTTPSErrors: true, locale });
    const pane = await context.newPage();
    await pane.route("https://appsforoffice.microsoft.com/**", (route) => route.abort());
    await pane.goto(`${host.url}taskpane.html`);
    await pane.locator(`a[href="${help}"]`).waitFor();
    await pane.goto(host.url + help);
    await pane.getByRole("link", { name: guide }).click();
    await pane.getByRole("heading", { name: title }).waitFor();
    const widths = await pane.evaluate(() =>
      Promise.all([...document.images].map((image) => image.decode().then(() => image.naturalWidth))),
    );
    expect(widths).toHaveLength(2);
    expect(Math.min(...widths)).toBeGreaterThan(500);
    await context.close();
  },
);

test("A server without the header is found out: the page cannot read what it sends.", async () => {
  const bare: Server = createServer(await certificate(), (_request, response) => response.end("{}"));
  await new Promise<void>((listening) => bare.listen(0, "localhost", listening));
  const url = `https://localhost:${(bare.address() as AddressInfo).port}/functions.json`;
  expect(await fetchAll([url])).toMatchObject([{ url, ok: false }]);
  bare.closeAllConnections();
  bare.close();
});

test("A file that has not changed is not sent again.", async () => {
  const url = `${host.url}functions.json`;
  const first = await page.request.get(url);
  const etag = first.headers()["etag"] as string;
  expect((await page.request.get(url, { headers: { "If-None-Match": etag } })).status()).toBe(304);
  expect((await page.request.get(url, { headers: { "If-None-Match": '"other"' } })).status()).toBe(200);
  expect((await page.request.post(url)).status()).toBe(404);
});
