// Opens the report as its readers do: on a wide and a narrow screen, by keyboard, on paper, without
// script and in forced colours. CROSSCUT_REPORT names another report than output/uk/report.html.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { axe, open, openAllDetails, program, start } from './browser.mjs';

let browser;
before(async () => {
  browser = await start();
});
after(() => browser?.close());

const none = (list, what) => assert.deepEqual(list, [], what);

async function noSidewaysScroll(page) {
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  assert.equal(scrollWidth, clientWidth);
}

describe('axe finds nothing wrong', { concurrency: 2 }, () => {
  const narrow = (page) => page.setViewportSize({ width: 320, height: 900 });
  const sortAll = (page) => page.evaluate(() =>
    document.querySelectorAll('thead th:last-child button').forEach((button) => button.click()));
  const states = {
    'at 1280px': () => {},
    'with all details open': openAllDetails,
    'at 320px': narrow,
    'after sorting': sortAll,
    'for print': (page) => page.emulateMedia({ media: 'print' }),
  };
  for (const [state, enter] of Object.entries(states))
    test(state, async () => {
      const page = await open(browser);
      await enter(page);
      const { wrong, held } = await axe(page);
      none(wrong);
      assert.ok(held > 20, `only ${held} rules applied`);
      none(page.faults);
      await page.context().close();
    });

  test('in contrast with forced colours', async () => {
    const page = await open(browser);
    await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
    assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
    none((await axe(page, { runOnly: { type: 'rule', values: ['color-contrast'] } })).wrong);
    for (const picture of await page.locator('.picture').all())
      assert.equal(await picture.evaluate((p) => getComputedStyle(p).backgroundColor), 'rgb(255, 255, 255)');
    none(page.faults);
    await page.context().close();
  });
});

describe('The page', () => {
  test('allows only its own style and script', async () => {
    const page = await open(browser);
    const policy = await page.getAttribute('meta[http-equiv=Content-Security-Policy]', 'content');
    assert.match(policy, /^default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[^' ]+'$/);
    const heads = await page.locator('table.sortable th[scope=col]').count();
    assert.ok(heads > 0);
    assert.equal(await page.locator('th button').count(), heads, 'its own script runs');
    none(page.faults);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.intruded = true';
      document.body.append(script);
    });
    assert.equal(await page.evaluate(() => window.intruded), undefined);
    await page.context().close();
  });

  test('does not scroll sideways at 320px, also with wide text spacing', async () => {
    const page = await open(browser, { width: 320 });
    await openAllDetails(page);
    await noSidewaysScroll(page);
    await page.addStyleTag({
      content: '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}',
    });
    await noSidewaysScroll(page);
    none(page.faults);
    await page.context().close();
  });

  test('sorts numbers by size, both ways, and says so', async () => {
    const page = await open(browser);
    const table = page.locator('table', { has: page.locator('#table-quality-caption') });
    const head = table.locator('thead th').nth(1);
    const counts = async () =>
      (await table.locator('tbody tr td:nth-child(2)').allTextContents())
        .map((text) => Number(text.replaceAll(',', '')));
    const given = await counts();
    await head.getByRole('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    assert.deepEqual(await counts(), [...given].sort((a, b) => a - b));
    assert.equal(await page.textContent('#sorted'), 'What the maps hold and lack: sorted by Count, ascending');
    await head.getByRole('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    assert.deepEqual(await counts(), [...given].sort((a, b) => b - a));
    await table.getByRole('button').nth(0).click();
    assert.equal(await table.locator('[aria-sort]').count(), 1);
    none(page.faults);
    await page.context().close();
  });

  test('sorts figures below nought and p values by size', async () => {
    const page = await open(browser);
    const table = page.locator('table', { hasText: 'Adjusted p' });
    const figures = ['-0.250', '-0.500', '0.125', 'Not enough evidence', '-1.000', '1.000'];
    await table.locator('tbody tr').evaluateAll((rows, texts) => rows.forEach((row, i) => {
      if (i < texts.length) row.cells[1].textContent = texts[i];
      else row.remove();
    }), figures);
    await table.locator('thead th').nth(1).getByRole('button').click();
    assert.deepEqual(await table.locator('tbody td:nth-child(2)').allTextContents(),
      ['-1.000', '-0.500', '-0.250', '0.125', '1.000', 'Not enough evidence']);
    const p = table.locator('tbody td:nth-child(4)');
    assert.ok((await p.evaluateAll((cells) => cells.filter((cell) =>
      cell.textContent === 'under 0.001' && Number(cell.dataset.k) < 0.001))).length > 0);
    await page.context().close();
  });

  test('works without script', async () => {
    const page = await open(browser, { script: false });
    assert.equal(await page.locator('button').count(), 0);
    assert.equal(await page.locator('[aria-sort]').count(), 0);
    assert.ok((await page.locator('tbody tr').count()) > 10);
    assert.ok(await page.locator('#table-quality-caption').isVisible());
    const details = page.locator('details').first();
    assert.equal(await details.getAttribute('open'), null);
    await details.locator('summary').click();
    assert.equal(await details.getAttribute('open'), '');
    assert.ok(await details.locator('li').first().isVisible());
    none(page.faults);
    await page.context().close();
  });
});

describe('By keyboard alone', () => {
  let page;
  before(async () => {
    page = await open(browser);
  });
  after(() => page.context().close());

  test('Tab reaches everything in order, the skip link first, and shows where it is', async () => {
    // The page notes each stop, as a question after each key would take minutes.
    const count = await page.evaluate(() => {
      const places = [...document.querySelectorAll('a[href], button, summary, [tabindex="0"]')];
      places.forEach((place, i) => {
        place.dataset.place = i;
      });
      window.stops = [];
      document.addEventListener('focusin', ({ target }) => {
        const style = getComputedStyle(target);
        const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        const box = target.getBoundingClientRect();
        window.stops.push({
          place: Number(target.dataset.place ?? -1),
          name: `${target.tagName} ${target.textContent.trim().slice(0, 60)}`,
          marked: outline || style.boxShadow !== 'none',
          shown: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        });
      });
      const reached = (place) => !place.closest('details:not([open])') || place.matches('details > summary');
      window.wanted = places.filter(reached).map((place) => Number(place.dataset.place));
      return window.wanted.length;
    });
    for (let i = 0; i < count; ++i) await page.keyboard.press('Tab');
    const { stops, wanted, kinds } = await page.evaluate(() => ({
      stops: window.stops,
      wanted: window.wanted,
      kinds: ['.scroll', 'table.sortable th[scope=col] button', 'summary'].map((kind) =>
        [...document.querySelectorAll(kind)].map((place) => Number(place.dataset.place ?? -1))),
    }));
    assert.match(stops[0].name, /^A Skip to main content/);
    assert.deepEqual(stops.map((stop) => stop.place), wanted);
    for (const places of kinds) {
      assert.ok(places.length > 0);
      none(places.filter((place) => !wanted.includes(place)), 'out of reach');
    }
    none(stops.filter((stop) => !stop.marked).map((stop) => stop.name), 'no focus mark');
    none(stops.filter((stop) => !stop.shown).map((stop) => stop.name), 'out of sight');
  });

  test('the skip link, a sort button, details and a scroll box can be used', async () => {
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
    const head = page.locator('thead th', { has: page.locator('button') }).first();
    await head.locator('button').focus();
    await page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    assert.match(await page.textContent('#sorted'), /: sorted by .*, ascending$/);
    const details = page.locator('details').first();
    await details.locator('summary').focus();
    await page.keyboard.press('Space');
    assert.equal(await details.getAttribute('open'), '');
    await page.setViewportSize({ width: 320, height: 900 });
    const box = page.locator('.scroll', { has: page.locator('table.many') }).first();
    await box.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((element) => element.scrollLeft > 0, await box.elementHandle());
  });

  test('with no request and no script error', () => none(page.faults));
});

describe('Each figure', () => {
  let page, figures;
  before(async () => {
    page = await open(browser);
    figures = await page.locator('figure').all();
  });
  after(() => page.context().close());

  test('has a heading, a title, a description and all its sentences as text', async () => {
    assert.equal(await page.locator('svg').count(), figures.length);
    for (const [i, figure] of figures.entries()) {
      const parts = await figure.evaluate((f) => {
        const text = (query) => f.querySelector(query)?.textContent.trim() ?? '';
        const listed = new Set([...f.querySelectorAll('details li')].map((li) => li.textContent));
        const drawn = [...f.querySelectorAll('g.node > title, g.edge > title')].map((t) => t.textContent);
        return {
          role: f.querySelector('svg').getAttribute('role'), heading: text('h3'), title: text('svg > title'),
          description: text('svg > desc'), summary: text('summary'), listed: listed.size,
          missing: drawn.filter((sentence) => !listed.has(sentence)),
        };
      });
      assert.equal(parts.role, 'img');
      assert.equal(parts.heading, `Figure ${i + 1}: ${parts.title}`);
      assert.ok(parts.description.length > 20);
      assert.equal(parts.summary, `Figure ${i + 1} as text`);
      assert.ok(parts.listed > 0);
      none(parts.missing, parts.heading);
    }
  });

  test('has text of a contrast of 4.5 or more', async () => {
    for (const figure of figures) {
      const texts = await figure.evaluate((f) => {
        const luminance = (colour) => {
          const [r, g, b] = colour.match(/[\d.]+/g).map((c) => {
            const part = c / 255;
            return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const fillOf = (shape) => getComputedStyle(shape).fill;
        /// The last filled shape before the text in its group, else the white of the page.
        const ground = (text) => {
          for (let shape = text.previousElementSibling; shape; shape = shape.previousElementSibling)
            if (shape.matches('polygon, path, ellipse, rect') && fillOf(shape).startsWith('rgb('))
              return fillOf(shape);
          return 'rgb(255, 255, 255)';
        };
        return [...f.querySelectorAll('svg text')].map((text) => {
          const [dark, light] = [fillOf(text), ground(text)].map(luminance).sort((a, b) => a - b);
          return { text: text.textContent, contrast: (light + 0.05) / (dark + 0.05) };
        });
      });
      assert.ok(texts.length > 0);
      none(texts.filter(({ contrast }) => !(contrast >= 4.5)));
    }
  });
});

describe('On paper', () => {
  const mm = (points) => Math.round((points * 25.4) / 72);
  const folder = mkdtempSync(join(tmpdir(), 'crosscut-print-'));
  const file = join(folder, 'report.pdf');
  let page, pdf;
  before(async () => {
    page = await open(browser);
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    writeFileSync(file, bytes);
    pdf = bytes.toString('latin1');
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await page.context().close();
  });

  test('pages are A4, upright and on their side', () => {
    const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => `${mm(w)}x${mm(h)}`);
    assert.deepEqual([...new Set(sizes)].sort(), ['210x297', '297x210']);
    assert.ok(sizes.length < 100, `${sizes.length} pages`);
  });

  test('what is folded on screen is open on paper, but the text of diagrams, and folded again after', {
    skip: !program('pdftotext') && 'pdftotext (poppler-utils) is not here',
  }, async () => {
    const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }).replace(/\s+/g, '');
    const folded = await page.evaluate(() =>
      [...document.querySelectorAll('details:not(.wide *)')].map((details) => details.querySelector('li').textContent));
    assert.ok(folded.length > 0);
    for (const words of folded) assert.ok(text.includes(words.slice(0, 60).replace(/\s+/g, '')), words);
    assert.equal(await page.locator('details[open]').count(), 0);
  });

  test('the marking stands over every page', {
    skip: !program('pdftotext') && 'pdftotext (poppler-utils) is not here',
  }, async () => {
    const marking = (await page.textContent('.bar span:last-child')).trim();
    const pages = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
    for (const [i, text] of pages.split('\f').slice(0, -1).entries())
      assert.equal(text.trimStart().split('\n')[0].trim(), marking, `page ${i + 1}`);
  });

  test('the file is tagged, with an outline and a language', () => {
    for (const part of [/\/StructTreeRoot/, /\/Marked true/, /\/Outlines/, /\/Lang \(en-GB\)/]) assert.match(pdf, part);
  });

  test('long tables stay on screen, and paper says so', async () => {
    await page.emulateMedia({ media: 'print' });
    for (const table of await page.locator('table').all()) {
      const rows = await table.locator('tbody tr').count();
      const printed = await table.locator('tbody tr:visible').count();
      assert.ok(printed <= 100);
      const words = table.locator('xpath=../preceding-sibling::*[1][@class="paper"]');
      assert.equal(await words.count(), printed < rows ? 1 : 0);
      if (printed < rows) assert.match(await words.innerText(), /On screen|on screen/);
    }
    await page.emulateMedia({ media: 'screen' });
    assert.equal(await page.locator('.paper:visible').count(), 0);
  });

  test('text has its size, none under 8 points, and no heading ends a page', {
    skip: !program('pdftotext') && 'pdftotext (poppler-utils) is not here',
  }, () => {
    const heightOf = (points) => points * 1.118; // of text in Liberation Sans
    const foot = 34; // points at the end of a page that only its foot uses
    const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
    for (const [i, text] of boxes.split('<page ').slice(1).entries()) {
      const end = Number(text.match(/height="([\d.]+)"/)[1]) - foot;
      const words = [...text.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)/g)]
        .map(([, top, bottom, word]) => ({ top: Number(top), height: bottom - top, word }));
      none(words.filter(({ height }) => height < heightOf(8) - 0.1), `small text on page ${i + 1}`);
      const last = words.filter(({ top }) => top < end).sort((a, b) => a.top - b.top).pop();
      assert.ok(last.height < heightOf(13) - 0.1, `page ${i + 1} ends in the heading "… ${last.word}"`);
      if (i === 0)
        for (const points of [22, 11]) // the title and what follows; less when a page was shrunk to fit
          assert.ok(words.some(({ height }) => Math.abs(height - heightOf(points)) < 0.1), `${points} points`);
    }
  });

  test('with no request and no script error', () => none(page.faults));
});
