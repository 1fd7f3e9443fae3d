import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildAddress, localUrl } from "../../.ci/address";
import { checkManifest } from "../manifest/check";

test.each([undefined, "", " "])(
  "Without an address (%p) a build is for this machine, and says so.",
  (given) => {
    expect(buildAddress(given)).toEqual({
      url: localUrl,
      notice: expect.stringContaining("ECOM_URL") as unknown,
    });
  },
);

test("An address with https and a slash at its end is taken as it is.", () => {
  expect(buildAddress("https://data.example/ecom/")).toEqual({ url: "https://data.example/ecom/" });
});

test.each([
  ["data.example/ecom/", "is no address"],
  ["http://data.example/", "https"],
  ["https://data.example/ecom", "slash"],
  ["https://data.example", "slash"],
  ["https://data.example/ecom/?a=/", "more than a folder"],
  ["https://data.example/#/", "more than a folder"],
  ["https://me:secret@data.example/", "password"],
  ["https://Data.Example/", "https://data.example/"],
])("%s is refused, with a sentence about %s.", (given, why) => {
  expect(() => buildAddress(given)).toThrow(why);
});

describe("a build for an address", () => {
  const url = "https://data.example/ecom/";
  const folder = mkdtempSync(join(tmpdir(), "ecom-build-"));
  const build = (environment: Record<string, string>): string =>
    execFileSync(
      process.execPath,
      ["node_modules/webpack/bin/webpack.js", "--mode", "production", "--config-name", "addin", "-o", folder],
      { env: { ...process.env, ...environment }, encoding: "utf8", stdio: "pipe" },
    );
  beforeAll(() => build({ ECOM_URL: url, ECOM_CLOUD: "china" }), 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("names it everywhere, and neither the local server nor any other place of files.", () => {
    expect(checkManifest(readFileSync(join(folder, "manifest.xml"), "utf8"), url, folder)).toEqual([]);
    const texts = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => !/\.(png|csv)$|^guide\./.test(name) && statSync(join(folder, name)).isFile())
      .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
    for (const { name, text } of texts) {
      expect({ name, found: text.match(/localhost:\d+|github\.io/g) }).toEqual({ name, found: null });
    }
    const { functions } = JSON.parse(readFileSync(join(folder, "functions.json"), "utf8")) as {
      functions: { helpUrl: string }[];
    };
    for (const { helpUrl } of functions) expect(helpUrl.startsWith(`${url}help.html#`)).toBe(true);
  });

  test("for Office in China loads Office.js from its address there.", () => {
    const page = readFileSync(join(folder, "taskpane.html"), "utf8");
    expect(page).toMatch(
      /src="?https:\/\/appsforoffice\.cdn\.partner\.office365\.cn\/appsforoffice\/lib\/1\/hosted\/office\.js"?>/,
    );
    expect(page).not.toContain("appsforoffice.microsoft.com");
  });

  test.each(["http://data.example/", "https://data.example"])(
    "is not made for %s, and says why.",
    (bad) => {
      const before = readFileSync(join(folder, "manifest.xml"), "utf8");
      expect(() => build({ ECOM_URL: bad })).toThrow(
        /An address such as https:\/\/your\.host\/ecom\/ works\./,
      );
      expect(readFileSync(join(folder, "manifest.xml"), "utf8")).toBe(before);
    },
    60_000,
  );
});
