import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openPage } from "../browser/browser";

/** A pixel differs when a colour differs by more than this (0 to 255): smoothing of letters varies a little between machines. */
const slack = 64;
/** The part of a picture's inked pixels that may differ. A row that is one line higher moves far more. */
const tolerance = 0.05;

/**
 * Compares pictures of the same names in two folders, in the browser: it reads PNG.
 *
 * @returns a sentence for each that is new, of another size, or differs by more than the tolerance
 */
export async function compare(names: readonly string[], record: string, now: string): Promise<string[]> {
  const page = await openPage();
  const findings: string[] = [];
  for (const name of names) {
    const file = join(record, name);
    if (!existsSync(file)) {
      findings.push(`${name} has no picture of record`);
      continue;
    }
    const urls = [file, join(now, name)].map(
      (path) => `data:image/png;base64,${readFileSync(path).toString("base64")}`,
    );
    const found = await page.evaluate(difference, { urls, slack });
    if (found === undefined) findings.push(`${name} has another size than its picture of record`);
    else if (found > tolerance)
      findings.push(`${name}: ${(found * 100).toFixed(1)} % of its ink differs from the picture of record`);
  }
  await page.context().close();
  return findings;
}

/**
 * Runs inside the page. Of the pixels that are not white in both pictures, the part that differs; undefined if the
 * sizes differ.
 */
async function difference(given: { urls: string[]; slack: number }): Promise<number | undefined> {
  const pictures = await Promise.all(
    given.urls.map(async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.width;
      canvas.height = image.height;
      const pen = canvas.getContext("2d")!;
      pen.drawImage(image, 0, 0);
      return pen.getImageData(0, 0, image.width, image.height);
    }),
  );
  const [a, b] = pictures as [ImageData, ImageData];
  if (a.width !== b.width || a.height !== b.height) return undefined;
  let ink = 0;
  let different = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    let most = 0;
    let dark = false;
    for (let part = at; part < at + 3; part++) {
      const [one, other] = [a.data[part]!, b.data[part]!];
      most = Math.max(most, Math.abs(one - other));
      dark ||= one < 230 || other < 230;
    }
    if (dark) ink++;
    if (most > given.slack) different++;
  }
  return ink === 0 ? 0 : different / ink;
}
