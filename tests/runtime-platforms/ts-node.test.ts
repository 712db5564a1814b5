// Programs that ts-node runs: their workers load TypeScript by the same means.
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install, type Project } from '../runtime/support/install.ts';

const home = resolve(import.meta.dirname, '../../bench/node_modules/ts-node');

const files = {
  'package.json': '{ "type": "commonjs" }',
  'tsconfig.json': '{ "compilerOptions": { "module": "node16", "target": "es2022", "types": [] } }',
  'main.ts': `import { mapSync, range } from 'doall/runtime';
import { place } from './place';

const places: string[] = mapSync(place, range(0, 50), undefined, { force: true, threads: 2 });
console.log(places.every((text, k) => text.startsWith(\`\${k} \`)), places.some((text) => text.endsWith('worker')));
`,
  // An enum is nothing that Node can strip.
  'place.ts': `import { isMainThread } from 'node:worker_threads';
import { task } from 'doall/runtime';

enum Side {
  Main = 'main',
  Worker = 'worker',
}
export const place = task(
  __filename,
  'place',
  (x: number): string => \`\${x} \${isMainThread ? Side.Main : Side.Worker}\`,
);
`,
};

let project: Project;
beforeAll(async () => {
  project = await install();
  symlinkSync(home, join(project.dir, 'node_modules/ts-node'));
  mkdirSync(join(project.dir, 'app'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project.dir, 'app', name), text);
});
afterAll(() => {
  project.remove();
});

describe.skipIf(!existsSync(home))('a program that ts-node runs', () => {
  const expected = { stdout: 'true true\n', stderr: '', code: 0 };

  test('by a flag, has workers that get the flag', async () => {
    const execArgv = ['-r', 'ts-node/register/transpile-only'];
    const env = { TS_NODE_PROJECT: 'app/tsconfig.json' };
    const { stdout, stderr, code } = await project.run('app/main.ts', [], { execArgv, env });
    expect({ stdout, stderr, code }).toStrictEqual(expected);
  });

  test('by its own command, has workers that ask for it', async () => {
    const bin = 'node_modules/ts-node/dist/bin-transpile.js';
    const { stdout, stderr, code } = await project.run(bin, ['app/main.ts']);
    expect({ stdout, stderr, code }).toStrictEqual(expected);
  });
});
