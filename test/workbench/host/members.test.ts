import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { ref } from "../../../src/workbench/host/objects/define";
import type { ObjectType } from "../../../src/workbench/host/objects/define";
import { isRef } from "../../../src/workbench/host/objects/kinds";
import { typeOf } from "../../../src/workbench/host/objects/types";
import { workbook } from "../../../src/workbench/host/objects/workbook";
import { bench, codeOf } from "../client";
import type { Bench } from "../client";
import { clientClasses } from "../members";

/** Every object type that can be reached in a workbook that has one of each thing. */
async function reach(b: Bench): Promise<Map<string, ObjectType<unknown>>> {
  await b.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:B3").values = [
      ["x", "y"],
      [1, 2],
      [3, 4],
    ];
    sheet.tables.add("A1:B3", true);
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B3"));
    chart.series.getItemAt(0).axisGroup = "Secondary";
    context.workbook.names.add("one", sheet.getRange("A1"));
    sheet.names.add("two", sheet.getRange("A1"));
    sheet.customProperties.add("key", "value");
    sheet.pageLayout.setPrintArea("A1:B3");
    await context.sync();
  });
  const found = new Map<string, ObjectType<unknown>>();
  const visit = (object: unknown): void => {
    if (!isRef(object)) return;
    const type = typeOf(object);
    const { self } = object;
    const known = found.get(type.name);
    found.set(type.name, known ? { ...type, go: { ...known.go, ...type.go } } : type);
    if (known) return;
    for (const go of Object.values(type.go ?? {})) visit(attempt(() => go(self, b.model)));
    for (const item of attempt(() => type.items?.(self, b.model)) ?? []) visit(item);
    for (const name of ["GetRange", "GetSelectedRanges", "GetPrintAreaOrNullObject", "GetItem"]) {
      visit(attempt(() => type.call?.[name]?.(self, [], b.model)));
    }
    visit(attempt(() => type.call?.["GetItem"]?.(self, ["Value", "Secondary"], b.model)));
  };
  visit(ref(workbook, null));
  return found;
}

/** Undefined where an object has nothing to give. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

let b: Bench;
let types: Map<string, ObjectType<unknown>>;
beforeAll(async () => {
  b = bench();
  types = await reach(b);
});
afterAll(() => {
  b.dispose();
});

test("Every member that the host lists is one that Microsoft's client can ask for.", () => {
  const classes = clientClasses();
  const strange: string[] = [];
  for (const [name, type] of types) {
    const client = classes.get(name);
    if (!client) {
      strange.push(name);
      continue;
    }
    const scoped = name === "TableCollection" ? classes.get("TableScopedCollection") : undefined;
    const check = (given: object | undefined, known: Set<string>, more?: Set<string>) => {
      for (const member of Object.keys(given ?? {})) {
        if (!known.has(member) && more?.has(member) !== true) strange.push(`${name}.${member}`);
      }
    };
    check(type.get, client.get);
    check(type.set, client.set);
    check(type.go, client.go);
    check(type.call, client.call, scoped?.call);
    check(type.act, client.call);
  }
  expect(strange).toEqual([]);
});

/** The page of all members, as `src/workbench/MEMBERS.md` holds it. */
function membersPage(): string {
  const plain = (members: object | undefined) =>
    Object.keys(members ?? {})
      .filter((name) => !name.startsWith("_"))
      .map((name) => name.charAt(0).toLowerCase() + name.slice(1))
      .sort();
  const classes = [...types].sort(([one], [other]) => (one < other ? -1 : 1));
  const lines = classes.map(([name, { get, set, go, call, act, items, item }]) => {
    const settable = new Set(plain(set));
    const read = plain(get).map((one) => (settable.has(one) ? `${one} (set)` : one));
    const written = [...settable]
      .filter((one) => !plain(get).includes(one))
      .map((one) => `${one} (set only)`);
    const methods = [...new Set([...plain(call), ...plain(act), ...(item ? ["getItem"] : [])])].sort();
    return [
      `### ${name}`,
      "",
      ...(items ? ["- items"] : []),
      ...([...read, ...written].length > 0 ? [`- Values: ${[...read, ...written].join(", ")}`] : []),
      ...(plain(go).length > 0 ? [`- Objects: ${plain(go).join(", ")}`] : []),
      ...(methods.length > 0 ? [`- Methods: ${methods.map((one) => `${one}()`).join(", ")}`] : []),
      "",
    ].join("\n");
  });
  return [
    "# What the workbench answers of Office.js",
    "",
    "Every member of the `Excel` namespace that the workbench answers; whatever is not in this list is refused with `ApiNotFound`, as Excel",
    "refuses what it does not know. What it does answer, it refuses where Excel does: see `objects/` and `strict/` in `host/`.",
    "",
    "Written from the workbench itself: `npm run unit -- test/workbench/host/members` finds it out of date and leaves the new page in",
    "`build/MEMBERS.md`.",
    "",
    ...lines,
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

test("The page of members is of today.", () => {
  const page = membersPage();
  const shown = readFileSync("src/workbench/MEMBERS.md", "utf8").replace(/\r\n/g, "\n");
  if (page !== shown) {
    mkdirSync("build", { recursive: true });
    writeFileSync("build/MEMBERS.md", page);
  }
  expect(shown).toBe(page);
});

test("A member that is not on the page is refused as Excel refuses what it does not know.", async () => {
  const said = await codeOf(
    b.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().pivotTables.load("items");
      await context.sync();
    }),
  );
  expect(said).toBe("ApiNotFound");
});
