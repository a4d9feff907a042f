// Opens what whatif and compare write as HTML, as their readers do. CROSSCUT_PROGRAM names another
// program than the release build.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { axe, open, openAllDetails, root, start } from './browser.mjs';

const crosscut = process.env.CROSSCUT_PROGRAM ?? join(root, 'build/release/crosscut');
const uk = ['graphs/uk-missions', 'graphs/uk-policies'];
const changes = {
  'split.changes':
    'split mhclg into homes "Homes and Planning", places "Places"\n  new-towns-programme to homes\n  rest to places\n',
  'merge.changes': '# Culture with science\nmerge dcms into dsit\n',
};
const papers = {
  'one change': ['whatif', 'graphs/example', '--change', 'merge dept-skills into dept-jobs'],
  'two changes': ['whatif', ...uk, ...Object.keys(changes)],
  'a comparison': ['compare', 'graphs/mog-changes', '--since', '2020-01'],
};

let browser;
let folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crosscut-papers-'));
  for (const [name, sentences] of Object.entries(changes)) writeFileSync(join(folder, name), sentences);
  browser = await start();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

for (const [name, words] of Object.entries(papers))
  describe(`The page of ${name}`, () => {
    let page;
    before(async () => {
      const file = join(folder, `${name.replaceAll(' ', '-')}.html`);
      const given = words.map((word) => (word in changes ? join(folder, word) : word));
      execFileSync(crosscut, [...given, '-f', 'html', '-o', file], { cwd: root });
      page = await open(browser, { file });
    });
    after(() => page.context().close());

    const states = {
      'at 1280px': () => {},
      'with all details open': () => openAllDetails(page),
      'at 320px': () => page.setViewportSize({ width: 320, height: 900 }),
      'for print': () => page.emulateMedia({ media: 'print' }),
    };
    for (const [state, enter] of Object.entries(states))
      test(`axe finds nothing wrong ${state}`, async () => {
        await enter();
        const { wrong, held } = await axe(page);
        assert.deepEqual(wrong, []);
        assert.ok(held > 20, `only ${held} rules applied`);
      });

    test('does not scroll sideways at 320px', async () => {
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize({ width: 320, height: 900 });
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      assert.equal(scrollWidth, clientWidth);
    });

    test('every entry of its contents leads to a part', async () => {
      const targets = await page.locator('nav a').evaluateAll((links) => links.map((a) => a.hash.slice(1)));
      assert.ok(targets.length > 1);
      for (const id of targets) assert.equal(await page.locator(`[id="${id}"]`).count(), 1, id);
    });

    test('made no request and no script error', () => assert.deepEqual(page.faults, []));
  });
