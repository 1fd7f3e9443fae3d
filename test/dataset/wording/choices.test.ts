import fc from "fast-check";
import {
  basisChoices,
  freqChoices,
  measureChoices,
  measureWords,
  readChoice,
  styleChoices,
  themeChoices,
  themes,
  unitChoices,
} from "../../../src/dataset";
import { en } from "../../../src/taskpane/messages/en";
import { zh } from "../../../src/taskpane/messages/zh";

const all = [basisChoices, freqChoices, measureChoices, styleChoices, themeChoices, unitChoices];

test("Every word of every list is read in any case, width and spacing.", () => {
  for (const list of all) {
    for (const word of list.list) {
      const wide = word.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
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
  expect(readChoice(basisChoices, "unofficial")).toEqual({
    ok: false,
    reason: {
      name: "bad-argument",
      argument: "basis",
      given: "unofficial",
      choices: [
        { en: "published", zh: "公布" },
        { en: "computed", zh: "计算" },
      ],
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
  expect(read.map((choice) => choice.ok && choice.value)).toEqual([
    "trillion",
    "growth",
    "ytd",
    "silk_road",
    "gbt7714",
  ]);
});

test("A measure is known by what sentences and the pane call it, in both languages.", () => {
  for (const [name, { en: english, zh: chinese }] of Object.entries(measureWords)) {
    for (const word of [english, chinese]) {
      expect(readChoice(measureChoices, word)).toEqual({ ok: true, value: name });
    }
  }
  for (const words of [en, zh]) {
    const said = [words.level, words.share, words.count, words.change, words.contribution, words.growth];
    expect(said.map((word) => readChoice(measureChoices, word))).toEqual(
      ["level", "share", "count", "change", "contribution", "growth"].map((value) => ({ ok: true, value })),
    );
  }
});

test("A unit may be written as it stands behind a figure.", () => {
  const written = ["亿元", "万亿元", "万人", "bn", "million yuan", "Billion CNY", "元", "人", "个"];
  expect(written.map((word) => readChoice(unitChoices, word))).toEqual(
    ["yi", "trillion", "wan", "billion", "million", "billion", "one", "one", "one"].map((value) => ({
      ok: true,
      value,
    })),
  );
  for (const word of ["%", "百分点", "亿亿", "兆"]) {
    expect(readChoice(unitChoices, word).ok).toBe(false);
  }
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
      const answer = readChoice<string>(list, text);
      if (answer.ok && answer.value !== undefined) expect(list.list).toContain(answer.value);
    }),
  );
});

test("Every word that a sentence tells is read, in both languages.", () => {
  for (const list of all)
    list.labels.forEach(({ en: english, zh: chinese }, at) => {
      for (const word of [english, chinese])
        expect([word, readChoice<string>(list, word)]).toEqual([word, { ok: true, value: list.list[at] }]);
    });
});

test.each([
  ["yoy", "growth"],
  ["y/y", "growth"],
  ["Y-o-Y", "growth"],
  ["同比增长", "growth"],
  ["增长率", "growth"],
  ["growth rate", "growth"],
  ["累计值", "level"],
  ["总额", "level"],
  ["规模", "level"],
  ["绝对额", "level"],
  ["當月值", "single"],
  ["当季值", "single"],
  ["比重", "share"],
])("The measure %s is %s.", (word, measure) => {
  expect(readChoice(measureChoices, word)).toEqual({ ok: true, value: measure });
});

test.each([
  ["计算", "computed"],
  ["推算", "computed"],
  ["推算​", "computed"],
  ["公布", "published"],
])("The basis %s is %s.", (word, basis) => {
  expect(readChoice(basisChoices, word)).toEqual({ ok: true, value: basis });
});
