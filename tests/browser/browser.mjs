// A Chromium to test with: where it is, how it starts, and what it must not do.
//
//   const browser = await start();
//   const page = await open(browser, { width: 1280 });   // the report; page.faults stays empty
import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const report = resolve(root, process.env.CROSSCUT_REPORT ?? 'output/uk/report.html');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/// The first of the names that is a program on the path; null when none is.
export function program(...names) {
  for (const name of names)
    for (const folder of process.env.PATH.split(delimiter)) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // not here
      }
    }
  return null;
}

/// A browser with a user folder of its own, which sends nothing.
export function start() {
  const executablePath = program('chromium', 'chromium-browser', 'google-chrome');
  if (!executablePath) throw new Error('Install chromium: script/bootstrap --test');
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  });
}

/// A file, the report when none is named, in a page of its own. `page.faults` lists requests to
/// anything but the file, script errors and what the browser complained of.
export async function open(browser, { file = report, width = 1280, script = true } = {}) {
  const address = pathToFileURL(file).href;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: script,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.faults = [];
  page.on('request', (request) => {
    if (request.url() !== address) page.faults.push(`request: ${request.url()}`);
  });
  page.on('pageerror', (error) => page.faults.push(`script error: ${error.message}`));
  page.on('console', (message) => page.faults.push(`${message.type()}: ${message.text()}`));
  await page.goto(address);
  return page;
}

export async function openAllDetails(page) {
  await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)));
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/// What axe finds wrong: "rule: piece of the page", and how many rules held.
export async function axe(page, options = { runOnly: standards }) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async (given) => {
    const result = await window.axe.run(document, { resultTypes: ['violations'], ...given });
    const wrong = result.violations.flatMap((v) =>
      v.nodes.slice(0, 5).map((node) => `${v.id}: ${node.html.slice(0, 200)}`));
    return { wrong, held: result.passes.length };
  }, options);
}
