// `npm run icons`: draws every icon of the ribbon from its SVG, in the sizes that Office asks for.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { launchChromium } from "../test/browser/chromium";

const sizes = [16, 20, 24, 32, 40, 48, 64, 80];

async function draw(): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    for (const file of readdirSync(__dirname).filter((name) => name.endsWith(".svg"))) {
      const svg = readFileSync(join(__dirname, file), "utf8");
      for (const size of sizes) {
        await page.setViewportSize({ width: size, height: size });
        await page.setContent(
          `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
        );
        const path = join(__dirname, file.replace(".svg", `-${size}.png`));
        await page.screenshot({ path, omitBackground: true });
      }
    }
  } finally {
    await browser.close();
  }
}

void draw();
