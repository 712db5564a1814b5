import { join, resolve } from 'node:path';
import rule from '../../rules/no-single-item-dispatch.ts';
import { cjs, testRule, ts } from './tester.ts';

const head = `import Piscina from 'piscina';
const pool = new Piscina({ filename });
`;

/** A file beside workers that can be looked at. */
const filename = join(resolve(import.meta.dirname, '../../__testfixtures__/chunk-pool-dispatch'), 'case.mjs');

const shortenWith = (worker: string) => `import Piscina from 'piscina';
const pool = new Piscina({ filename: new URL('./support/${worker}.mjs', import.meta.url).href });
export const all = await Promise.all(['one', 'two'].map((word) => pool.run(word)));`;

testRule('no-single-item-dispatch', rule, {
  valid: [
    { name: 'tasks that are worth their messages', code: shortenWith('heavy'), filename },
    { name: 'tasks that depend on what ran before', code: shortenWith('counting'), filename },
    { name: 'a worker that is not there', code: shortenWith('missing'), filename },
    `${head}const results = await Promise.all(files.map((file) => pool.run(file)));`,
    `${head}const jobs = [];
for (const file of files) jobs.push(pool.run(file));
await Promise.all(jobs);`,
    `${head}for (const batch of batches) await Promise.all(batch.map((item) => pool.run(item)));`,
    {
      name: 'the same task again until it succeeds',
      code: `${head}async function retry(task) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try { return await pool.run(task); } catch (error) { log(error); }
  }
}`,
    },
    {
      name: 'the result is needed for the next task',
      code: `${head}async function pages(url) {
  let state = {};
  for (const page of list) state = await pool.run({ page, state });
  return state;
}`,
    },
    {
      name: 'a search that stops at the first hit',
      code: `${head}async function first(items) {
  for (const item of items) { const hit = await pool.run(item); if (hit) return hit; }
}`,
    },
    {
      name: 'several consumers of one queue',
      code: `${head}await Promise.all(Array.from({ length: 4 }, async () => {
  for (const item of queue) await pool.run(item);
}));`,
    },
    `${head}while (queue.length > 0) await pool.run(queue.shift());`,
    `${head}for await (const chunk of stream) await pool.run(chunk);`,
    `${head}for (const file of files) await read(file);`,
    `import workerpool from 'workerpool';
const pool = workerpool.pool();
for (const size of sizes) {
  const result = await Promise.race([pool.exec('run', [size]), timeout(100)]);
  console.log(result);
}`,
    ts({
      code: `import { Pool } from 'pg';
const pool = new Pool();
export async function load(ids: number[]) { for (const id of ids) await pool.query('select $1', [id]); }`,
    }),
    `import { Worker } from 'node:worker_threads';
const workers = [];
for (let i = 0; i < 4; i++) workers.push(new Worker('./worker.js'));`,
    {
      name: 'the next task has what the last one left in an object',
      code: `import Piscina from 'piscina';
const pool = new Piscina({ filename: './w.js' });
export async function run(xs) { const state = { n: 0 }; for (const x of xs) { const r = await pool.run({ state, x }); state.n = r.n; } return state; }
export async function chat(xs) { const history = []; for (const x of xs) history.push(await pool.run({ history, x })); return history; }`,
    },
    {
      name: 'the result decides, or who takes it',
      code: `import Piscina from 'piscina';
const pool = new Piscina({ filename: './w.js' });
export async function all(steps) { for (const step of steps) { const r = await pool.run(step); if (!r.ok) throw new Error(r.message); } }
export async function* lazily(steps) { for (const step of steps) yield await pool.run(step); }`,
    },
    {
      name: 'a pool for each kind of task',
      code: `import Piscina from 'piscina';
const pools = {};
for (const kind of ['parse', 'render']) pools[kind] = new Piscina({ filename: \`./\${kind}.js\` });
export const others = ['a', 'b'].map((kind) => new Piscina({ filename: \`./\${kind}.js\` }));`,
    },
  ],
  invalid: [
    {
      name: 'tasks that take less than their messages',
      code: shortenWith('shorten'),
      filename,
      errors: [{ messageId: 'tiny', data: { library: 'piscina', time: 1 }, line: 3, column: 26 }],
    },
    {
      code: `${head}for (const file of files) {
  const result = await pool.run(file);
  results.push(result);
}`,
      errors: [{ messageId: 'awaited', line: 4, column: 18, endColumn: 38 }],
    },
    {
      code: `${head}async function render() {
  for (let y = 0; y < height; y++) {
    rows[y] = await pool.run({ y, width, zoom });
  }
}`,
      errors: [{ messageId: 'awaited', line: 5, column: 15 }],
    },
    cjs({
      code: `const workerpool = require('workerpool');
const pool = workerpool.pool('./worker.js');
async function main(numbers) {
  for (const n of numbers) console.log(await pool.exec('fibonacci', [n]));
  await pool.terminate();
}`,
      errors: [{ messageId: 'awaited', line: 4 }],
    }),
    {
      code: `import { Tinypool } from 'tinypool';
const tinypool = new Tinypool({ filename });
for (const [name, source] of Object.entries(sources)) {
  output[name] = await tinypool.run({ name, source });
}`,
      errors: [{ messageId: 'awaited', line: 4 }],
    },
    {
      code: `import { FixedThreadPool } from 'poolifier';
const pool = new FixedThreadPool(4, './worker.js');
for (let i = 0; i < 1000; i++) {
  await pool.execute({ i });
}
await pool.destroy();`,
      errors: [{ messageId: 'awaited', line: 4, column: 3 }],
    },
    {
      code: `import { Worker } from 'jest-worker';
const worker = new Worker(path);
for (const file of files) {
  if (!file.endsWith('.js')) continue;
  const { code } = await worker.transform(file);
  await writeFile(file, code);
}`,
      errors: [{ messageId: 'awaited', line: 5 }],
    },
    ts({
      code: `import Piscina from 'piscina';
class Renderer {
  private pool = new Piscina({ filename });
  async render(pages: Page[]): Promise<Image[]> {
    const images: Image[] = [];
    for (const page of pages) images.push(await this.pool.run({ id: page.id }));
    return images;
  }
}`,
      errors: [{ messageId: 'awaited', line: 6 }],
    }),
    ts({
      code: `import Piscina from 'piscina';
class Hasher {
  #pool: Piscina;
  constructor() { this.#pool = new Piscina({ filename }); }
  async hash(texts: string[]) {
    for (const text of texts) { const hash = (await this.#pool.run(text)) as string; this.save(hash); }
  }
}`,
      errors: [{ messageId: 'awaited', line: 6 }],
    }),
    {
      code: `import Piscina from 'piscina';
for (const file of files) {
  const pool = new Piscina({ filename });
  sizes.push(pool.run(file).finally(() => pool.destroy()));
}`,
      errors: [{ messageId: 'poolForEach', data: { library: 'piscina' }, line: 3, column: 16 }],
    },
    {
      code: `import workerpool from 'workerpool';
const results = await Promise.all(jobs.map(async (job) => {
  const pool = workerpool.pool('./worker.js');
  try { return await pool.exec('run', [job]); } finally { await pool.terminate(); }
}));`,
      errors: [{ messageId: 'poolForEach', data: { library: 'workerpool' }, line: 3 }],
    },
    {
      code: `import { Worker } from 'jest-worker';
pages.forEach((page) => {
  const worker = new Worker(path);
  worker.render(page).then(save, fail).then(() => worker.end());
});`,
      errors: [{ messageId: 'poolForEach', line: 3 }],
    },
    {
      code: `${head}for (const file of files) {
  try { await pool.run(file); } catch (error) { failures.push({ file, error }); }
}`,
      errors: [{ messageId: 'awaited', line: 4, column: 9 }],
    },
    {
      name: 'what follows the task is awaited',
      code: `import workerpool from 'workerpool';
const pool = workerpool.pool('./w.js');
export async function all(xs, log) {
  for (const x of xs) await pool.exec('f', [x]).then(log);
  for (const x of xs) log(await pool?.exec('f', [x]));
  for (const k in xs) log(await pool.exec('f', [xs[k]]));
}`,
      errors: [
        { messageId: 'awaited', line: 4, column: 23, endColumn: 58 },
        { messageId: 'awaited', line: 5, column: 27, endColumn: 53 },
        { messageId: 'awaited', line: 6, column: 27, endColumn: 56 },
      ],
    },
    {
      name: 'an error that is thrown on ends the loop as it would without the catch',
      code: `import Piscina from 'piscina';
const pool = new Piscina({ filename: './w.js' });
export async function all(xs) {
  for (const x of xs) {
    try { await pool.run(x); } catch (cause) { throw new Error(x, { cause }); }
  }
}`,
      errors: [{ messageId: 'awaited', line: 5, column: 11, endColumn: 28 }],
    },
    {
      name: 'of a pool that is made for every item, one thing is said',
      code: `import Piscina from 'piscina';
export async function all(xs) {
  for (const x of xs) { const pool = new Piscina({ filename: './w.js' }); try { await pool.run(x); } finally { await pool.destroy(); } }
}`,
      errors: [
        { messageId: 'poolForEach', data: { library: 'piscina' }, line: 3, column: 38, endColumn: 73 },
      ],
    },
  ],
});
