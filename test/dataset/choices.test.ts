import fc from "fast-check";
import {
  basisChoices,
  freqChoices,
  measureChoices,
  readChoice,
  styleChoices,
  themeChoices,
  themes,
  unitChoices,
} from "../../src/dataset";

const all = [basisChoices, freqChoices, measureChoices, styleChoices, themeChoices, unitChoices];

test("Every word of every list is read in any case, width and spacing.", () => {
  for (const list of all) {
    for (const word of list.list) {
      const wide = word.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
      for (const written of [word, word.toUpperCase(), ` ${word} `, word.replace(" ", "_"), wide]) {
        expect(readChoice<string>(list, written)).toEqual({ ok: true, value: word });
      }
    }
  }
});

test("Nothing given is no fault.", () => {
  for (const list of all) {
    for (const nothing of [undefined, null, "", " "]) {
      expect(readChoice<string>(list, nothing)).toEqual({ ok: true, value: undefined });
    }
  }
});

test("Anything else is refused with the words that would do.", () => {
  expect(readChoice(basisChoices, "official")).toEqual({
    ok: false,
    reason: {
      name: "bad-argument",
      argument: "basis",
      given: "official",
      choices: ["published", "computed"],
    },
  });
  for (const other of [1, true, {}, [], "constructor", "__proto__", "x".repeat(1e6), Symbol("x")]) {
    for (const list of all) expect(readChoice<string>(list, other).ok).toBe(false);
  }
});

test("Chinese words do as well.", () => {
  const read = [
    readChoice(unitChoices, "万亿"),
    readChoice(measureChoices, "同比"),
    readChoice(freqChoices, "累计"),
    readChoice(themeChoices, "丝路电商"),
    readChoice(styleChoices, "GB/T 7714"),
  ];
  expect(read.map((one) => one.ok && one.value)).toEqual([
    "trillion",
    "growth",
    "ytd",
    "silk_road",
    "gbt7714",
  ]);
});

test("Every theme is known by its code and its name in both languages.", () => {
  for (const { code, label } of themes) {
    for (const name of [code, label.en, label.zh]) {
      expect(readChoice(themeChoices, name)).toEqual({ ok: true, value: code });
    }
  }
});

test("Any text whatever is a word of the list or refused.", () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.string({ unit: "binary" }), (list, text) => {
      const found = readChoice<string>(list, text);
      if (found.ok && found.value !== undefined) expect(list.list).toContain(found.value);
    }),
  );
});
