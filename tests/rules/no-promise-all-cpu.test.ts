import rule from '../../rules/no-promise-all-cpu.ts';
import { cjs, testRule, ts } from './tester.ts';

testRule('no-promise-all-cpu', rule, {
  valid: [
    `await Promise.all(files.map(async (file) => { const text = await readFile(file, 'utf8'); for (const c of text) count(c); }));`,
    `await Promise.all(urls.map((url) => fetch(url)));`,
    `await Promise.all(urls.map(async (url) => fetch(url)));`,
    `await Promise.all(ids.map(async (id) => { for (const hook of hooks) hook(id); return load(id); }));`,
    `await Promise.all(names.map(async (name) => ({ name, size: name.length })));`,
    {
      name: 'the result may be a promise',
      code: `await Promise.all(jobs.map(async (job) => { let result; for (const step of job) { result = step(); } return result; }));`,
    },
    `await Promise.all(files.map((file) => new Promise((resolve, reject) => {
  const stream = fs.createReadStream(file);
  stream.on('end', resolve).on('error', reject);
})));`,
    `await Promise.all(delays.map((ms) => new Promise((resolve) => setTimeout(resolve, ms))));`,
    `await Promise.all(images.map(async (image) => sharp(image).resize(100).toFile('x')));`,
    `await Promise.all(chunks.map(async (chunk) => { for await (const row of chunk) add(row); return 1; }));`,
    `await Promise.all([one(), two()]);`,
    `await Promise.all(list.map(async function* (x) { for (const y of x) yield y; }));`,
    `await Promise.all(files.map((file) => pool.run(file)));`,
    `const heavy = async (x) => { for (let i = 0; i < x; i++); return db.save(x); };
await Promise.all(xs.map(heavy));`,
  ],
  invalid: [
    {
      code: `const primes = await Promise.all(numbers.map(async (n) => {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}));`,
      errors: [{ messageId: 'neverWaits', line: 1, column: 22, endColumn: 33 }],
    },
    cjs({
      code: `const crypto = require('crypto');
async function hashAll(passwords) {
  return Promise.all(passwords.map(async (p) => crypto.pbkdf2Sync(p, 'salt', 100000, 64, 'sha512')));
}`,
      errors: [{ messageId: 'neverWaits', line: 3, column: 10 }],
    }),
    {
      code: `function fibonacci(n) { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }
const results = await Promise.all([40, 41, 42].map(async (n) => fibonacci(n)));`,
      errors: [{ messageId: 'neverWaits', line: 2 }],
    },
    {
      code: `const sums = await Promise.all(rows.map((row) => new Promise((resolve) => {
  let sum = 0;
  for (const cell of row) sum += cell;
  resolve(sum);
})));`,
      errors: [{ messageId: 'neverWaits', line: 1 }],
    },
    {
      code: `await Promise.all(files.map(async (file) => {
  const text = fs.readFileSync(file, 'utf8');
  return text.split('\\n').length;
}));`,
      errors: [{ messageId: 'neverWaits', line: 1 }],
    },
    {
      code: `await Promise.all(Array.from({ length: 8 }, async (_, i) => {
  let x = i;
  for (let k = 0; k < 1e8; k++) x = (x * 16807) % 2147483647;
  return x;
}));`,
      errors: [{ messageId: 'neverWaits', line: 1 }],
    },
    {
      code: `const render = async (y) => {
  const row = new Array(width).fill(0);
  for (let x = 0; x < width; x++) row[x] = escape(x, y);
  return row.join(',');
};
const rows = await Promise.all(ys.map(render));`,
      errors: [{ messageId: 'neverWaits', line: 6, column: 20 }],
    },
    {
      code: `async function count(text) {
  const words = {};
  for (const word of text.split(' ')) words[word] = (words[word] ?? 0) + 1;
  return { words };
}
const all = await Promise.allSettled(texts.map(count));`,
      errors: [{ messageId: 'neverWaits', line: 6, column: 19 }],
    },
    {
      code: `await Promise.all(packages.map(async (name) => {
  execSync('npm run build', { cwd: name });
}));`,
      errors: [{ messageId: 'neverWaits', line: 1 }],
    },
    {
      code: `const resize = (image) => { const out = []; while (out.length < 100) out.push(image[out.length]); return out.slice(0); };
await Promise.all(images.map(async (image) => { return resize(image); }));`,
      errors: [{ messageId: 'neverWaits', line: 2 }],
    },
    ts({
      code: `export async function distances(words: string[]): Promise<number[]> {
  return await Promise.all(words.map(async (word): Promise<number> => levenshtein(word, 'kitten')));
}
function levenshtein(a: string, b: string): number {
  let d = 0;
  for (let i = 0; i < a.length; i++) d += a[i] === b[i] ? 0 : 1;
  return d;
}`,
      errors: [{ messageId: 'neverWaits', line: 2, column: 16 }],
    }),
    ts({
      code: `const jobs = Promise.all(sizes.map((size) => new Promise<number>((resolve, reject) => {
  if (size < 0) reject(new Error('size'));
  let n = 0;
  for (let i = 0; i < size; i++) n += i;
  resolve(n);
})));`,
      errors: [{ messageId: 'neverWaits', line: 1 }],
    }),
  ],
});
