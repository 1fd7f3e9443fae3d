import { readFileSync } from "node:fs";

/** What Microsoft's client can ask of one class, by the names of the protocol. */
export interface ClientClass {
  get: Set<string>;
  set: Set<string>;
  go: Set<string>;
  call: Set<string>;
}

/** Reads the classes of the Excel namespace out of the client's source. */
export function clientClasses(): Map<string, ClientClass> {
  const lines = readFileSync(
    require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js"),
    "utf8",
  ).split("\n");
  const classes = new Map<string, ClientClass>();
  let now: ClientClass | undefined;
  const names = (text: string | undefined) =>
    [...(text ?? "").matchAll(/"(\w+)"/g)].map((match) => match[1] ?? "");
  for (const [index, line] of lines.entries()) {
    const start = /^ {4}var (\w+) = \(function \(_super\) \{/.exec(line);
    if (start) {
      now = { get: new Set(), set: new Set(), go: new Set(), call: new Set() };
      if (!classes.has(start[1] ?? "") || index > 26_000) classes.set(start[1] ?? "", now);
    }
    if (!now) continue;
    if (line.includes("_scalarPropertyOriginalNames")) {
      for (const name of names(lines[index + 2])) now.get.add(name);
    }
    const matches = {
      set: /_invokeSetProperty\(\w+, "(\w+)"/.exec(line),
      go: /_createPropertyObject\(\S+, this, "(\w+)"/.exec(line),
      call: /_(?:createMethodObject|createAndInstantiateMethodObject|invokeMethod)\((?:[\w.]+, )?\w+, "(\w+)"/.exec(
        line,
      ),
    };
    if (matches.set) now.set.add(matches.set[1] ?? "");
    if (matches.go) now.go.add(matches.go[1] ?? "");
    if (matches.call) now.call.add(matches.call[1] ?? "");
  }
  // Values that the client sets in pieces have their setter elsewhere.
  for (const name of ["Values", "Formulas", "FormulasLocal", "FormulasR1C1", "NumberFormat"])
    classes.get("Range")?.set.add(name);
  return classes;
}
