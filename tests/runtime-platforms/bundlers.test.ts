// Programs that went through a bundler, by the recipes of docs/bundlers.md, run without their sources.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install, type Project } from '../runtime/support/install.ts';
import { bundlers, intoOneFile } from './support/bundlers.ts';

const isInstalled = existsSync(resolve(import.meta.dirname, '../../bench/node_modules/webpack'));
if (!isInstalled) process.stderr.write('Tests of bundlers are skipped: npm ci --prefix bench\n');

const main = `import { mapSync, range } from 'doall/runtime';
import { place } from './tasks.worker.js';
import { greet } from './greet.js';

console.log(greet('doall'));
const places = mapSync(place, range(0, 200), { by: 1 }, { force: true, threads: 2 });
console.log(places.map(({ x }) => x).join() === Array.from(range(1, 201)).join());
console.log(places.some(({ isWorker }) => isWorker) ? 'in workers' : 'inline');
`;
const tasks = `import { isMainThread } from 'node:worker_threads';
import { task } from 'doall/runtime';
import { add } from './add.js';

export const place = task(import.meta.url, 'place', (x, { by }) => ({ x: add(x, by), isWorker: !isMainThread }));
`;
const sources = {
  'main.js': main,
  'tasks.worker.js': tasks,
  'add.js': 'export const add = (a, b) => a + b;\n',
  'greet.js': 'export const greet = (name) => `hello ${name}`;\n',
};

let project: Project;
beforeAll(async () => {
  project = await install();
  // Bundlers load configurations and read the type of a package.
  writeFileSync(join(project.dir, 'package.json'), JSON.stringify({ name: 'app', type: 'module' }));
});
afterAll(() => {
  project.remove();
});

function writeSources(): void {
  mkdirSync(join(project.dir, 'src'));
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(project.dir, 'src', name), text);
}

async function bundle(make: (dir: string) => Promise<void>): Promise<void> {
  writeSources();
  await make(project.dir);
  rmSync(join(project.dir, 'src'), { recursive: true });
}

describe.skipIf(!isInstalled)('a program bundled by', () => {
  test.each(Object.entries(bundlers))('%s works in workers', async (_, make) => {
    await bundle(make);
    const { stdout, stderr, code } = await project.run('out/main.js');
    rmSync(join(project.dir, 'out'), { recursive: true });
    expect({ stdout, stderr, code }).toStrictEqual({
      stdout: 'hello doall\ntrue\nin workers\n',
      stderr: '',
      code: 0,
    });
  });

  test.each([
    ['with', true],
    ['without', false],
  ])(
    'esbuild into one file, %s the runtime beside it, runs inline and says why, once',
    async (_, isThere) => {
      await bundle(intoOneFile);
      if (!isThere) rmSync(join(project.dir, 'node_modules/doall'), { recursive: true });
      const { stdout, stderr, code } = await project.run('out/main.js');
      rmSync(join(project.dir, 'out'), { recursive: true });
      expect({ stdout, code }).toStrictEqual({ stdout: 'hello doall\ntrue\ninline\n', code: 0 });
      expect(stderr.match(/DoallWarning/g)).toHaveLength(1);
    },
  );
});
