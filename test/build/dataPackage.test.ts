import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Package } from "datapackage";
import { packed } from "../../src/data/dataset";
import { codeLists, files } from "../../src/data/schema";
import { tables } from "../data/tables";

/** The package as it ships, read by Frictionless's own implementation. */
const shipped = "dist/data";
const load = (folder: string) => Package.load(join(folder, "datapackage.json"), { strict: true });
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** The shipped package with one file's text changed. */
function spoilt(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), "ecom-data-"));
  folders.push(folder);
  cpSync(shipped, folder, { recursive: true });
  const text = readFileSync(join(folder, file), "utf8");
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(join(folder, file), changed);
  return folder;
}

test("The package is valid, and holds each table with what it says of its file.", async () => {
  const { valid, errors, descriptor } = await load(shipped);
  expect({ valid, errors }).toEqual({ valid: true, errors: [] });
  expect(descriptor.version).toBe(packed.version);
  expect(readdirSync(shipped).sort()).toEqual(
    ["README.md", "datapackage.json", ...files.map((file) => `${file}.csv`)].sort(),
  );
  expect(descriptor.resources.map(({ name }) => name)).toEqual([...files]);
  for (const { path, bytes, hash, title } of descriptor.resources) {
    const content = readFileSync(join(shipped, path));
    expect(content.length).toBe(bytes);
    expect(`sha256:${createHash("sha256").update(content).digest("hex")}`).toBe(hash);
    // A table that has no sentence of its own has only the general one.
    expect(title).not.toMatch(/a row of/);
  }
});

test.each(files)(
  "%s.csv reads back cell by cell, with keys, codes and what points to other tables.",
  async (file) => {
    const resource = (await load(shipped)).getResource(file);
    if (!resource) throw new Error(`The package has no ${file}.`);
    const rows = await resource.read({ keyed: true, relations: false });
    await expect(resource.checkRelations()).resolves.toBe(true);
    const text = (value: unknown) => (value === null ? "" : value);
    expect(
      rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, text(value)]))),
    ).toEqual(
      tables[file].rows.map(({ cells }) =>
        Object.fromEntries(
          Object.entries(cells).map(([name, value]) => [
            name,
            ["obs_value", "unit_mult", "rank"].includes(name) ? Number(value) : value,
          ]),
        ),
      ),
    );
  },
);

test.each([
  ["a number that is none", "observations.csv", (text: string) => text.replace(/,\d+\.\d+,/, ",many,")],
  [
    "a code that is not in its list",
    "observations.csv",
    (text: string) => text.replace(",LEVEL,", ",LEVELS,"),
  ],
  [
    "a key that is there twice",
    "themes.csv",
    (text: string) => text + text.trimEnd().split("\n").pop() + "\n",
  ],
])("Its reader finds %s.", async (_fault, file, change) => {
  const folder = spoilt(file, change);
  const resource = (await load(folder)).getResource(file.replace(".csv", ""));
  await expect(resource?.read()).rejects.toThrow();
});

test("Its reader finds a row that points nowhere.", async () => {
  const folder = spoilt("themes.csv", (text) => text.replace(/^services,.*\n/m, ""));
  await expect((await load(folder)).getResource("indicators")?.checkRelations()).rejects.toThrow();
});

test("Every list of codes is in the package.", async () => {
  const { descriptor } = await load(shipped);
  const named = descriptor.resources.flatMap(({ schema }) =>
    schema.fields.filter(({ constraints }) => constraints?.enum).map(({ name }) => name),
  );
  expect([...new Set(named)].sort()).toEqual(Object.keys(codeLists).sort());
});
