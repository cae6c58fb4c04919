// assets/render.js: draws the PNG icons from the SVG ones with Chromium. Run after a change: node assets/render.js
const fs = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");

/** The smallest has a drawing of its own: the letters would be a blur. */
const icons = [
  { size: 16, drawing: "icon-small.svg" },
  { size: 32, drawing: "icon.svg" },
  { size: 64, drawing: "icon.svg" },
  { size: 80, drawing: "icon.svg" },
  { size: 128, drawing: "icon.svg" },
];

async function main() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    for (const { size, drawing } of icons) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      const svg = fs.readFileSync(path.join(__dirname, drawing), "utf8");
      await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      await page.screenshot({ path: path.join(__dirname, `icon-${size}.png`), omitBackground: true });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

main();
