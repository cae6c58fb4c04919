// docs/images/render.js: makes the pictures in README and the guide from the real pane, so that they stay true: the page without Excel,
// and the built add-in beside the simulated sheet. Run after a change of the pane:
// npm run build && npx webpack --mode production --config-name workbench && node docs/images/render.js
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");
require("../../tests/host/browser/typeScript.js");
const { startWorkbench } = require("../../tests/host/browser/server.ts");

const root = path.join(__dirname, "..", "..");
const index = pathToFileURL(path.join(root, "dist", "index.html")).href;

/** The page without Excel, with a published case. */
const pages = [
  { file: "page.png", example: /Husamrådet/, colorScheme: "light" },
  { file: "page-dark.png", example: /Husamrådet/, colorScheme: "dark" },
  { file: "return.png", example: /RESAN/, colorScheme: "light" },
];

const words = {
  sv: { read: "Läs arbetsboken", write: "Skriv flikarna", tab: "Avvikelse" },
  en: { read: "Read the workbook", write: "Write the tabs", tab: "Deviation" },
};

/** The add-in beside a sheet: both languages, light and dark; and the steps of the guide. */
const desks = [
  { file: "excel-sv.png", language: "sv", colorScheme: "light", show: explained },
  { file: "excel-sv-dark.png", language: "sv", colorScheme: "dark", show: explained },
  { file: "excel-en.png", language: "en", colorScheme: "light", show: explained },
  { file: "excel-en-dark.png", language: "en", colorScheme: "dark", show: explained },
  { file: "guide-found.png", language: "sv", colorScheme: "light", show: found },
  { file: "guide-comment.png", language: "sv", colorScheme: "light", show: commented },
  { file: "guide-changed.png", language: "sv", colorScheme: "light", show: changed },
  { file: "guide-report.png", language: "sv", colorScheme: "light", query: "case=resan", show: reported },
];

/** Long enough for buttons to fade in and charts to stand still. */
const settle = 1000;

async function found({ page, pane, say }) {
  await pane.locator("fluent-button", { hasText: say.read }).click();
  await pane.locator("fluent-button", { hasText: say.write }).waitFor();
  await page.waitForTimeout(settle);
}

async function written(desk) {
  await found(desk);
  await desk.pane.locator("fluent-button", { hasText: desk.say.write }).click();
  await desk.pane.locator(".done").waitFor();
}

async function goTo({ page }, tab, address) {
  await page.getByRole("tab", { name: tab, exact: true }).click();
  const box = page.locator(".name-box");
  await box.fill(address);
  await box.press("Enter");
}

async function explained(desk) {
  await written(desk);
  await goTo(desk, desk.say.tab, "D8");
  await desk.pane.locator(".explain-figure").waitFor();
  await desk.pane.locator("h1").scrollIntoViewIfNeeded();
}

async function commented(desk) {
  await written(desk);
  await goTo(desk, desk.say.tab, "K8");
  await desk.page.keyboard.type("Två tjänster tillsattes sent");
  await desk.page.keyboard.press("Enter");
  await goTo(desk, desk.say.tab, "K8");
}

async function changed(desk) {
  await written(desk);
  await goTo(desk, "Ekonomi", "E6");
  await desk.page.keyboard.type("-624");
  await desk.page.keyboard.press("Enter");
  await desk.pane.getByText("Underlaget har ändrats").first().waitFor();
}

async function reported(desk) {
  await written(desk);
  await desk.page.getByRole("tab", { name: "Slutrapport", exact: true }).click();
  await desk.pane.locator("h2", { hasText: "Slutrapportens ekonomiavsnitt" }).scrollIntoViewIfNeeded();
}

async function drawPages(browser) {
  for (const { file, example, colorScheme } of pages) {
    const page = await browser.newPage({ viewport: { width: 1100, height: 1500 }, locale: "sv-SE", colorScheme });
    await page.goto(index);
    await page.locator("fluent-button", { hasText: example }).click();
    await page.getByRole("table").first().waitFor();
    await page.waitForTimeout(settle);
    await page.screenshot({ path: path.join(__dirname, file) });
    await page.close();
  }
}

async function drawDesks(browser, origin) {
  for (const { file, language, colorScheme, query = "case=husamradet", show } of desks) {
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      locale: language === "sv" ? "sv-SE" : "en-US",
      viewport: { width: 1366, height: 800 },
      colorScheme,
    });
    const page = await context.newPage();
    await page.goto(`${origin}/?${query}&locale=${language}`);
    const pane = page.frameLocator("iframe");
    await pane.locator("h1").waitFor();
    await show({ page, pane, say: words[language] });
    await page.waitForTimeout(settle);
    await page.screenshot({ path: path.join(__dirname, file) });
    await context.close();
  }
}

async function main() {
  const servers = await startWorkbench({ root, pane: path.join(root, "dist"), ports: [0, 0], officeJs: "package" });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    await drawPages(browser);
    await drawDesks(browser, servers.origin);
  } finally {
    await browser.close();
    await servers.stop();
  }
}

main();
