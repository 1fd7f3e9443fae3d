import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
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

test("A build for an address names it everywhere, and neither the local server nor any other place of files.", () => {
  const url = "https://data.example/ecom/";
  const folder = mkdtempSync(join(tmpdir(), "ecom-build-"));
  try {
    execFileSync(
      process.execPath,
      ["node_modules/webpack/bin/webpack.js", "--mode", "production", "--config-name", "addin", "-o", folder],
      { env: { ...process.env, ECOM_URL: url }, encoding: "utf8" },
    );
    expect(checkManifest(readFileSync(join(folder, "manifest.xml"), "utf8"), url, folder)).toEqual([]);
    for (const file of readdirSync(folder).filter((name) => /\.(html|json|xml)$/.test(name))) {
      expect({ file, text: readFileSync(join(folder, file), "utf8") }).toEqual({
        file,
        text: expect.not.stringMatching(/localhost|github\.io/) as unknown,
      });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
