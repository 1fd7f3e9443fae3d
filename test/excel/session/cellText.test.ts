import fc from "fast-check";
import { asFormulas, asText, fingerprint, plainText, readBack } from "../../../src/excel/session/cellText";

test("Text that begins with = + - @ stays text.", () => {
  for (const text of ["=1+1", "+1", "-1", "@sum", "'quoted", "#N/A", " =A1", "TRUE", "false"]) {
    expect(asText(text)).toBe(`'${text}`);
  }
});

test("Text that a locale may read as a date or number stays text.", () => {
  for (const text of ["2025-03", "Mar 2025", "2025年3月", "1-8", "3.6", "50%", "1,5 €"])
    expect(asText(text)).toBe(`'${text}`);
});

test("Prose is sent as it is.", () => {
  for (const text of ["Online retail sales", "网上零售额", "≈ means nearly"]) expect(asText(text)).toBe(text);
});

test("Whatever text is sent, Excel's apostrophe rule gives it back.", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      const sent = asText(text);
      const expected = sent.startsWith("'") ? sent.slice(1) : sent;
      expect(expected).toBe(text);
      if (!sent.startsWith("'")) expect(sent).not.toMatch(/^\s*[=+\-@]/);
    }),
  );
});

test("Formulas of ours are sent as they are, and a shown cell by the address where it stands.", () => {
  expect(asFormulas({ formula: "=ECOM.VERSION()" }, [0, 0])).toBe("=ECOM.VERSION()");
  expect(asFormulas({ cell: [2, 1] }, [10, 3])).toBe("=E13");
  expect(asFormulas(null, [0, 0])).toBe("");
  expect(asFormulas(0.074, [0, 0])).toBe(0.074);
});

test("A cell that nobody changed has the fingerprint that was kept.", () => {
  for (const cell of ["'odd", "2025-03", 0.057, 3624200000000, { formula: "=ECOM.VERSION()" }]) {
    const expected = fingerprint(readBack(cell, [0, 0]));
    const read =
      typeof cell === "object" ? cell.formula : typeof cell === "string" ? cell.replace(/^'/, "") : cell;
    expect(fingerprint(plainText(read))).toBe(expected);
  }
});

test("A fingerprint has four characters and differs for small changes.", () => {
  fc.assert(fc.property(fc.string(), (text) => expect(fingerprint(text)).toMatch(/^[0-9a-z]{4}$/)));
  const numbers = Array.from({ length: 500 }, (_, index) => fingerprint(String(index / 1000)));
  expect(new Set(numbers).size).toBeGreaterThan(498);
});
