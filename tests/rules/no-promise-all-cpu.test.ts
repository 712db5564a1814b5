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
    {
      name: 'clients of databases and caches have methods such as get and update, too',
      code: `export const load = (ids, cache, db) => Promise.all(ids.map(async (id) => {
  let key = '';
  for (const c of id) key += c;
  return cache.has(key) ? cache.get(key) : db.update(key);
}));`,
    },
    {
      name: 'a Map from outside may hold promises',
      code: `const running = new Map();
export const all = (ids) => Promise.all(ids.map(async (id) => { for (const r of running.keys()) r.x++; return running.get(id); }));`,
    },
    `export const all = (hosts, clients) => Promise.all(hosts.map(async (h) => { let i = 0; while (i < 3) i++; return clients[h].keys('*'); }));`,
    `export const all = (jobs, open) => Promise.all(jobs.map(async (j) => { await using f = open(j); for (const l of f) l.n++; }));`,
    `const load = async (file) => { for (const part of file.parts) part.n++; return read(file); };
export const all = (files) => Promise.all(files.map((file) => load(file)));`,
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
    {
      name: 'an async function of the file, called in an arrow function',
      code: `const hash = async (text) => {
  let h = 0;
  for (let i = 0; i < text.length; i++) h = (h * 31 + text.charCodeAt(i)) | 0;
  return h;
};
export const all = (texts) => Promise.all(texts.map((text) => hash(text)));`,
      errors: [{ messageId: 'neverWaits', line: 6, column: 31, endColumn: 42 }],
    },
    {
      name: 'what is added up is a number',
      code: `function hash(text) { let h = 0; for (const c of text) h ^= c; return h; }
export const all = (texts) => Promise.all(texts.map(async (text) => hash(text)));`,
      errors: [{ messageId: 'neverWaits', line: 2, column: 31 }],
    },
    {
      code: `export const all = (xs) => Promise.all(xs.map(async (x) => {
  const out = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) out[i] = Math.sqrt(x[i]);
  return out;
}));`,
      errors: [{ messageId: 'neverWaits', line: 1, column: 28 }],
    },
    {
      code: `export const all = (xs) => Promise.all(xs.map(async (x) => {
  const counts = new Map();
  for (const c of x) counts.set(c, (counts.get(c) ?? 0) + 1);
  return counts.get('a') > 3 || counts.has('b');
}));`,
      errors: [{ messageId: 'neverWaits', line: 1, column: 28 }],
    },
    {
      code: `import { createHash } from 'node:crypto';
export const all = (xs) => Promise.all(xs.map(async (x) => {
  let digest = x;
  for (let i = 0; i < 1000; i++) digest = createHash('sha256').update(digest).digest('hex');
  return digest;
}));`,
      errors: [{ messageId: 'neverWaits', line: 2 }],
    },
    ts({
      code: `export const all = (xs: number[]): Promise<number[]> => Promise.all(xs.map(async (n) => {
  let s = 0;
  for (let i = 0; i < n; i++) s += i;
  return s as number;
}));`,
      errors: [{ messageId: 'neverWaits', line: 1, column: 57 }],
    }),
  ],
});
