/**
 * `npm run test:node [-- vitest arguments]`: runs the built package's test suite on Node 22 and 24. Their binaries come as npm packages of this
 * platform, kept apart from the project's own dependencies, so that `npm test` runs on the Node that a person has.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const versions = ['22.23.3', '24.21.0'];
const root = resolve(import.meta.dirname, '..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');

/** Installs one version's binary, once; gives the folder that holds it. */
function installNode(version: string): string {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = join(root, 'node_modules/.cache/doall-node', version);
  const bin = join(folder, 'node_modules', name, 'bin');
  if (existsSync(join(bin, 'node'))) return bin;
  mkdirSync(folder, { recursive: true });
  const install = [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--no-audit',
    '--no-fund',
    `${name}@${version}`,
  ];
  const { status } = spawnSync('npm', install, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0)
    throw new Error(`npm could not install ${name}@${version}; is there a package for this platform?`);
  return bin;
}

/** Child processes that the tests start by the name `node` get the same version. */
function runSuite(version: string): boolean {
  const bin = installNode(version);
  console.log(`\n== Node ${version}`);
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
  const args = [vitest, 'run', ...process.argv.slice(2)];
  return spawnSync(join(bin, 'node'), args, { cwd: root, env, stdio: 'inherit' }).status === 0;
}

const failed = versions.filter((version) => !runSuite(version));
if (failed.length > 0) {
  console.error(`The suite failed on Node ${failed.join(' and ')}.`);
  process.exit(1);
}
