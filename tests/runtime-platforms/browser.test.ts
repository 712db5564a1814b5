// The runtime in headless Chromium, with and without cross-origin isolation.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildForBrowsers } from './support/build.ts';
import { bundlePage } from './support/bundlers.ts';
import { missing, startBrowser, type Browser, type Page } from './support/chromium.ts';

const dir = mkdtempSync(join(tmpdir(), 'doall-browser-'));
const file = join(dir, 'runtime.browser.js');
let size = 0;
beforeAll(async () => {
  cpSync(join(import.meta.dirname, 'pages'), dir, { recursive: true });
  writeFileSync(join(dir, 'index.html'), '<!doctype html><script type="module" src="/page.mjs"></script>');
  size = await buildForBrowsers(file);
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

test('the build for browsers is one small file that takes nothing from Node', () => {
  expect(size).toBeLessThan(36_000);
  expect(readFileSync(file, 'utf8')).not.toMatch(/\bnode:|\brequire\(|^import\b/);
});

if (missing) process.stderr.write(`Tests in a browser are skipped: ${missing}\n`);

const squares = (count: number): number[] => Array.from({ length: count }, (_, x) => x * x);

describe.skipIf(missing).each([
  ['with', true],
  ['without', false],
])('in Chromium %s cross-origin isolation', (_, isIsolated) => {
  let browser: Browser;
  let page: Page;
  const warnings: string[] = [];
  const check = (name: string): Promise<unknown> => page.evaluate(`check(${JSON.stringify(name)})`);

  beforeAll(async () => {
    browser = await startBrowser(dir, isIsolated);
    page = await browser.open('/');
    page.on('console', (message) => warnings.push(message.text()));
  });
  afterAll(() => browser.close());

  test.each([
    ['isolated', isIsolated],
    ['map', squares(500)],
    ['imap', squares(500)],
    ['sync', [squares(4).slice(1), squares(3)]],
    ['inWorkers', [true]],
    ['unforced', true],
    ['small', [false]],
    ['classes', [2, 3, 4].map((x) => [true, 2 * x])],
    ['error', [true, 'item 37', 'E37', 37, true]],
    ['unsendableResult', 'function'],
    ['unsendableItem', [1, 4, 9]],
    ['early', 1024],
    ['filter', [1, 2, 3, 4]],
    ['shared', isIsolated ? [1.5] : 'none'],
    ['closed', [true, [1, 4]]],
    ['dies', Array.from({ length: 40 }, (__, x) => x + 1)],
  ])('%s', async (name, expected) => {
    expect(await check(name)).toStrictEqual(expected);
  });

  test('what could not be sent was told, once for each task', () => {
    expect(warnings.filter((text) => text.includes('square runs on the calling thread'))).toHaveLength(1);
    expect(warnings.filter((text) => text.includes('unsendable runs on the calling thread'))).toHaveLength(1);
  });
});

const main = `import { map, Pool, range } from 'doall/runtime';
import { place } from './tasks.js';

const pool = new Pool({ worker: () => new Worker(new URL('./tasks.js', import.meta.url), { type: 'module' }) });
globalThis.check = async () => {
  const places = await map(place, range(0, 100), { by: 1 }, { pool, force: true, threads: 2 });
  return [places.every(({ x }, i) => x === i + 1), places.every(({ isWorker }) => isWorker)];
};
`;
const tasks = `import { task } from 'doall/runtime';

const isWorker = typeof WorkerGlobalScope !== 'undefined';
export const place = task(import.meta.url, 'place', (x, { by }) => ({ x: x + by, isWorker }));
`;

test.skipIf(missing)('a page that Vite bundled works in workers that it names', async () => {
  const home = mkdtempSync(join(tmpdir(), 'doall-vite-'));
  const place = join(home, 'node_modules/doall');
  mkdirSync(place, { recursive: true });
  cpSync(file, join(place, 'runtime.browser.js'));
  const exports = { './runtime': { browser: './runtime.browser.js' } };
  writeFileSync(join(place, 'package.json'), JSON.stringify({ name: 'doall', type: 'module', exports }));
  writeFileSync(join(home, 'index.html'), '<!doctype html><script type="module" src="./main.js"></script>');
  writeFileSync(join(home, 'main.js'), main);
  writeFileSync(join(home, 'tasks.js'), tasks);
  await bundlePage(home);
  const browser = await startBrowser(join(home, 'dist'), false);
  try {
    const page = await browser.open('/');
    expect(await page.evaluate('check()')).toStrictEqual([true, true]);
  } finally {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  }
});
