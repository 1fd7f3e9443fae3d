import { findSignsOneByOne } from "../../../../src/workbench/page/typing/graphemes";

class Segmenter extends Intl.Segmenter {}
// A prototype of its own, so that other tests keep theirs.
Segmenter.prototype.segment = function (text) {
  return Intl.Segmenter.prototype.segment.call(this, text);
};
findSignsOneByOne(Segmenter);

const texts = {
  words: "online retail sales of the country ".repeat(9),
  "Chinese and emoji": "网上零售额👩‍👩‍👧‍👦🇨🇳🇩🇪e\u0301\r\n".repeat(20),
  "a sign of 200 units": `e${"\u0301".repeat(199)}x`.repeat(2),
};

test.each(Object.entries(texts))("The signs of %s are those that the browser finds.", (_, text) => {
  expect([...new Segmenter().segment(text)]).toEqual([...new Intl.Segmenter().segment(text)]);
  expect(new Segmenter().segment(text).containing(70)).toEqual(
    new Intl.Segmenter().segment(text).containing(70),
  );
});

test("Words are found as before.", () => {
  const options = { granularity: "word" } as const;
  const { words } = texts;
  expect([...new Segmenter("en", options).segment(words)]).toEqual([
    ...new Intl.Segmenter("en", options).segment(words),
  ]);
});

test("For the first sign of a long text no more than a little of it is read.", () => {
  const read: number[] = [];
  class Counting extends Intl.Segmenter {}
  Counting.prototype.segment = function (text) {
    read.push(text.length);
    return Intl.Segmenter.prototype.segment.call(this, text);
  };
  findSignsOneByOne(Counting);
  const first = new Counting().segment("y".repeat(30_000))[Symbol.iterator]().next().value;
  expect(first?.segment).toBe("y");
  expect(Math.max(...read)).toBeLessThan(100);
});
