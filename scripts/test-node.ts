/**
 * `npm run test:node`: runs the test suite on Node 22 and 24, whose binaries come as npm packages. Child processes that the tests
 * start by the name `node` get the same version.
 */
import { spawnSync } from 'node:child_process';
import { delimiter, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const failed: string[] = [];

for (const alias of ['node-22', 'node-24']) {
  const folder = join(root, 'node_modules', alias, 'bin');
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` };
  const node = join(folder, 'node');
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  console.log(`\n== Node ${version}`);
  const { status } = spawnSync(node, [vitest, 'run', ...process.argv.slice(2)], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  if (status !== 0) failed.push(version);
}

if (failed.length > 0) {
  console.error(`The suite failed on ${failed.join(' and ')}.`);
  process.exit(1);
}
