// The runtime on Bun and Deno, as far as it goes there: the right results, and an end by itself.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install, type Project } from '../runtime/support/install.ts';

const modules = resolve(import.meta.dirname, '../../bench/node_modules');
// The packages `bun` and `deno` bring these along for Linux on x64; elsewhere the tests are skipped.
const engines = {
  // Bun can't make a `Serializer` (1.4.5), so calls run inline.
  bun: { file: join(modules, '@oven/bun-linux-x64/bin/bun'), flags: ['run'], isParallel: false },
  deno: {
    file: join(modules, '@deno/linux-x64-glibc/deno'),
    flags: ['run', '--allow-all', '--quiet', '--node-modules-dir=manual'],
    isParallel: true,
  },
};

const program = `import { imap, imapSync, map, mapSync, range, zip } from 'doall/runtime';
import { place } from './place.mjs';
const options = { force: true, threads: 2 };
const items = range(0, 200);
const all = [mapSync(place, items, null, options), [...imapSync(place, items, null, options)]];
all.push(await map(place, items, null, options), []);
for await (const result of imap(place, zip(items, items), null, options)) all[3].push(result);
console.log(all.map((results) => results.map(({ x }) => x).join() === [...range(1, 201)].join()).join());
console.log(all.map((results) => results.some(({ isWorker }) => isWorker)).join());
`;
const task = `import { isMainThread } from 'node:worker_threads';
import { task } from 'doall/runtime';
export const place = task(import.meta.url, 'place', (item) => ({
  x: (Array.isArray(item) ? item[0] : item) + 1,
  isWorker: !isMainThread,
}));
`;

let project: Project;
beforeAll(async () => {
  project = await install();
  const manifest = { name: 'app', type: 'module', dependencies: { doall: '0.0.0' } };
  writeFileSync(join(project.dir, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(project.dir, 'engine.mjs'), program);
  writeFileSync(join(project.dir, 'place.mjs'), task);
});
afterAll(() => {
  project.remove();
});

describe.each(Object.entries(engines))('%s', (_, { file, flags, isParallel }) => {
  test.skipIf(!existsSync(file))('gives the right results and ends', () => {
    const { stdout, stderr, status } = spawnSync(file, [...flags, 'engine.mjs'], {
      cwd: project.dir,
      encoding: 'utf8',
      timeout: 50_000,
    });
    const workers = new Array(4).fill(isParallel).join();
    expect({ stdout, stderr, status }).toStrictEqual({
      stdout: `true,true,true,true\n${workers}\n`,
      stderr: '',
      status: 0,
    });
  });
});
