import fc from "fast-check";
import { alike, findIndicator, indicators, suggestions } from "../../../src/dataset";
import { distance } from "../../../src/dataset/indicators/distance";
import before from "../../cases/names-0.1.0.json";
import { csv } from "../rows";

const code = (text: unknown) => {
  const result = findIndicator(text);
  return result.ok ? result.value.code : result.reason.name;
};

const names = csv("indicators").flatMap((row) =>
  [row.indicator_code, row.label_en, row.label_zh, ...(row.aliases ?? "").split(";")].map(
    (name) => [name ?? "", row.indicator_code ?? ""] as const,
  ),
);

// "imports" was a name of one row about platforms; customs' imports have it now (a workbook of 0.1.0 keeps the old one).
test("Every name that 0.1.0 read is read for ever.", () => {
  const moved = { imports: "CROSS_BORDER_ECOM_IMPORTS" };
  for (const [wanted, list] of Object.entries(before))
    for (const name of [wanted, ...list])
      expect([name, code(name)]).toEqual([name, name in moved ? moved.imports : wanted]);
});

test("Every code, label and alias of the data finds its indicator.", () => {
  for (const [name, wanted] of names) expect([name, code(name)]).toEqual([name, wanted]);
});

test("Case, width, spaces, hyphens and underscores do not count.", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.constantFrom(" ", "-", "_", "—", "\u3000", "  ", ""),
      fc.boolean(),
      fc.boolean(),
      ([name, wanted], gap, wide, up) => {
        const gapped = name.replace(/[\s_-]/g, gap);
        const cased = up ? gapped.toUpperCase() : gapped.toLowerCase();
        const written = wide
          ? cased.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
          : cased;
        expect(code(`${gap}${written}${gap}`)).toBe(wanted);
      },
    ),
  );
});

test("Nothing, and text without a letter, is a missing argument.", () => {
  expect([undefined, null, "", "  ", "_ -"].map(code)).toEqual(Array(5).fill("missing-argument"));
});

test("What is not text is told to be text.", () => {
  for (const other of [7, true, {}, [], ["digital"], NaN, 5n, Symbol("x"), () => "digital"]) {
    expect(code(other)).toBe("not-text");
  }
});

test.each(["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "prototype"])(
  "The name %s, which every object has, is no indicator.",
  (name) => {
    expect(code(name)).toBe("unknown-indicator");
  },
);

test("A misspelt name is answered with the names nearest to it, at most three, each of another indicator.", () => {
  expect(suggestions("digitl")[0]).toEqual({ en: "digital", zh: "数码" });
  expect(suggestions("phisical")[0]?.en).toBe("physical");
  expect(suggestions("数马").map(({ zh }) => zh)).toContain("数码");
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), (text) => {
      const found = suggestions(text);
      expect(found.length).toBeLessThanOrEqual(3);
      for (const language of ["en", "zh"] as const)
        expect(new Set(found.map((one) => code(one[language]))).size).toBe(found.length);
    }),
  );
});

test("A name for the thing that is not a name here is answered with what it is called here.", () => {
  expect(suggestions("groceries").map(({ en }) => en)).toContain("food");
  expect(suggestions("外卖").map(({ zh }) => zh)).toContain("在线餐饮");
});

test("A text like nothing gets no suggestion.", () => {
  expect(suggestions("qqqqxzqqqq")).toEqual([]);
});

test("One letter left out, doubled, swapped or replaced in a longer name suggests that name.", () => {
  const long = names.filter(([name]) => /^[a-z ]{9,}$/.test(name));
  fc.assert(
    fc.property(
      fc.constantFrom(...long),
      fc.nat(),
      fc.constantFrom("out", "twice", "swap", "other"),
      ([name, wanted], where, how) => {
        const at = 1 + (where % (name.length - 2));
        const [before, letter, after] = [name.slice(0, at), name[at] ?? "", name.slice(at + 1)];
        const typed = {
          out: before + after,
          twice: before + letter + letter + after,
          swap: before + (after[0] ?? "") + letter + after.slice(1),
          other: `${before}x${after}`,
        }[how];
        const found = findIndicator(typed);
        if (found.ok) expect(found.value.code).toBe(wanted);
        else expect(suggestions(typed).map(({ en }) => code(en))).toContain(wanted);
      },
    ),
  );
});

test("Ten million characters are refused with a short quotation.", () => {
  const result = findIndicator("digital ".repeat(1_250_000));
  expect(result).toMatchObject({ ok: false, reason: { name: "unknown-indicator" } });
  expect(JSON.stringify(result).length).toBeLessThan(300);
});

test("Any text whatever finds an indicator or is refused.", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const result = findIndicator(text);
      if (result.ok) expect(indicators).toContain(result.value);
      else expect(["unknown-indicator", "missing-argument"]).toContain(result.reason.name);
    }),
  );
});

/** Number of single changes, by trying all: slow and plain. */
function plainDistance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  const swap =
    a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
      ? plainDistance(a.slice(0, -2), b.slice(0, -2)) + 1
      : Infinity;
  return Math.min(plainDistance(x, b) + 1, plainDistance(a, y) + 1, plainDistance(x, y) + same, swap);
}

test("The distance of two words is the number of single changes between them, up to the bound.", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 5 }), (a, b, most) => {
      const exact = plainDistance(a, b);
      const found = distance(a, b, most);
      if (exact <= most) expect(found).toBe(exact);
      else expect(found).toBeGreaterThan(most);
    }),
  );
});

test("Names that look alike are one, and others are not.", () => {
  expect(alike("ＤＩＧＩＴＡＬ－Products")).toBe(alike("digital_products"));
  expect(alike("trade in")).toBe("tradein");
  expect(alike("trade+in")).not.toBe("tradein");
});
