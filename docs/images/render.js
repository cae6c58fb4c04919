// docs/images/render.js: makes the pictures in README and the guide from the real page, so that they stay true.
// Run after a change of the pane: npm run build && node docs/images/render.js
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");

const index = pathToFileURL(path.join(__dirname, "..", "..", "dist", "index.html")).href;

const pictures = [
  { file: "page.png", example: /Husamrådet/, colorScheme: "light" },
  { file: "page-dark.png", example: /Husamrådet/, colorScheme: "dark" },
  { file: "return.png", example: /RESAN/, colorScheme: "light" },
];

async function main() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    for (const { file, example, colorScheme } of pictures) {
      const page = await browser.newPage({ viewport: { width: 1100, height: 1500 }, locale: "sv-SE", colorScheme });
      await page.goto(index);
      await page.locator("fluent-button", { hasText: example }).click();
      await page.getByRole("table").first().waitFor();
      // Let the buttons finish fading in.
      await page.waitForTimeout(1000);
      await page.screenshot({ path: path.join(__dirname, file) });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

main();
