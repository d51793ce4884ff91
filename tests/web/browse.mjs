// Opens pages in Chromium as people do, and prints what came out as JSON. The steps come on standard input:
// [{ url, width?, features?, media?, touch?, steps: [[action, ...], ...] }]
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [, , modules, chromium] = process.argv;
const require = createRequire(`${modules}/node_modules/`);
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
// the sandbox needs rights that containers and root do not have
const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });

const actions = {
  open: async (page, url) => { await page.goto(url, { waitUntil: "load" }); },
  axe: async (page) => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run({ preload: false }));
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  },
  press: (page, key) => page.keyboard.press(key),
  focus: (page, selector) => page.focus(selector),
  tap: (page, selector) => page.tap(selector),
  click: (page, selector) => page.click(selector),
  type: (page, selector, text) => page.type(selector, text),
  evaluate: (page, expression) => page.evaluate(expression),
  pdf: async (page) => (await page.pdf()).length,
};

async function visit({ url, width = 1280, features = [], media, touch = false, steps }) {
  const page = await browser.newPage();
  const report = { requests: [], errors: [], results: [] };
  page.on("request", (request) => report.requests.push(request.url()));
  page.on("pageerror", (error) => report.errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && report.errors.push(message.text()));
  await page.setViewport({ width, height: 800, hasTouch: touch, isMobile: touch });
  const session = await page.createCDPSession();
  const emulated = features.map(([name, value]) => ({ name, value }));
  await session.send("Emulation.setEmulatedMedia", { media: media ?? "", features: emulated });
  await page.goto(url);
  for (const [action, ...given] of steps) report.results.push(await actions[action](page, ...given) ?? null);
  await page.close();
  return report;
}

const reports = [];
for (const asked of JSON.parse(readFileSync(0, "utf8"))) reports.push(await visit(asked));
console.log(JSON.stringify({ version: await browser.version(), reports }));
await browser.close();
