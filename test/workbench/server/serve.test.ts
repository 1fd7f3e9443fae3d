import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../../src/workbench/server/serve";
import type { Served } from "../../../src/workbench/server/serve";

const folder = mkdtempSync(join(tmpdir(), "workbench-"));
const build = (name: string, files: Record<string, string>) => {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
  return path;
};
let served: Served;

/** Asks the server as a browser that has accepted its certificate; `path` is sent as it is. */
function ask(
  path: string,
  method = "GET",
): Promise<{ status: number; type: string; body: string; headers: IncomingHttpHeaders }> {
  const { hostname, port } = new URL(served.url);
  return new Promise((done, failed) => {
    get({ hostname, port, path, method, rejectUnauthorized: false }, (answer) => {
      let body = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => (body += part));
      answer.on("end", () =>
        done({
          status: answer.statusCode ?? 0,
          type: answer.headers["content-type"] ?? "",
          body,
          headers: answer.headers,
        }),
      );
    }).on("error", failed);
  });
}

beforeAll(async () => {
  writeFileSync(join(folder, "secret.txt"), "not served");
  build("addin-of-others", { "secret.txt": "not served" });
  const officeJs = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
  writeFileSync(join(folder, "Figures 表.xlsx"), "a workbook");
  served = await serve({
    opened: join(folder, "Figures 表.xlsx"),
    workbench: build("workbench", { "index.html": "the workbench" }),
    addin: build("addin", {
      "taskpane.html": `<meta content="script-src 'self' https://appsforoffice.microsoft.com"><script src="${officeJs}"></script>`,
      "taskpane.js": `// ${officeJs}`,
      "functions.json": "{}",
      "icon-16.png": "an icon",
      "grid.0a1b2c3d.js": "named by its content",
      "china.html":
        '<script src="https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js">',
    }),
  });
});
afterAll(() => served.close());

describe("the workbench's server", () => {
  test("serves the workbench's file to be opened by its name, and no other of its folder.", async () => {
    expect(await ask(`/opened/${encodeURIComponent("Figures 表.xlsx")}`)).toMatchObject({
      status: 200,
      body: "a workbook",
    });
    expect((await ask("/opened/secret.txt")).status).toBe(404);
    expect((await ask("/opened/../secret.txt")).status).toBe(404);
  });

  test("serves the workbench at its root and the add-in beside it.", async () => {
    expect(await ask("/")).toMatchObject({
      status: 200,
      body: "the workbench",
      type: "text/html; charset=utf-8",
    });
    expect(await ask("/taskpane.js")).toMatchObject({ status: 200, type: "text/javascript; charset=utf-8" });
  });

  test("points the pane at the local Office.js and changes nothing else.", async () => {
    const { body } = await ask("/taskpane.html");
    expect(body).toBe(
      `<meta content="script-src 'self' https://appsforoffice.microsoft.com"><script src="/office-js/office.js"></script>`,
    );
    expect((await ask("/china.html")).body).toBe('<script src="/office-js/office.js">');
    expect((await ask("/taskpane.js")).body).toContain(
      "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    );
  });

  test("serves Microsoft's client unmodified from its package.", async () => {
    const { status, body } = await ask("/office-js/office.js");
    expect(status).toBe(200);
    expect(body).toContain("Microsoft Corporation");
  });

  test("lets Excel on the web fetch from its own origin, and Office keep icons; all else is read again.", async () => {
    const headersOf = async (path: string) => (await ask(path)).headers;
    for (const path of ["/functions.json", "/taskpane.html", "/icon-16.png", "/office-js/office.js"]) {
      expect(await headersOf(path)).toMatchObject({ "access-control-allow-origin": "*" });
    }
    expect((await headersOf("/icon-16.png"))["cache-control"]).toBe("max-age=86400");
    expect((await headersOf("/grid.0a1b2c3d.js"))["cache-control"]).toBe("max-age=86400");
    expect((await headersOf("/functions.json"))["cache-control"]).toBe("no-store");
    expect((await headersOf("/taskpane.js"))["cache-control"]).toBe("no-store");
  });

  test("answers 404 for what is not there and gives no file outside of its folders.", async () => {
    expect((await ask("/nothing.js")).status).toBe(404);
    for (const path of [
      "/../secret.txt",
      "/%2e%2e/secret.txt",
      "/..%2fsecret.txt",
      "/..%2faddin-of-others%2fsecret.txt",
      "/office-js/..%2f..%2f..%2f..%2fpackage.json",
    ]) {
      expect({ path, status: (await ask(path)).status }).toEqual({ path, status: 404 });
    }
  });

  test("only reads.", async () => {
    expect((await ask("/", "POST")).status).toBe(404);
  });

  test("survives an address that cannot be decoded.", async () => {
    expect((await ask("/%")).status).toBe(404);
    expect((await ask("/")).status).toBe(200);
  });
});
