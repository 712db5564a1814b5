// The runtime under Jest, as a project installs it.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { install, type Project } from './support/install.ts';

const limit = { timeout: 300_000 };
let project: Project;
beforeAll(async () => {
  project = await install();
});
afterAll(() => project.remove());

test('calls use workers under Jest, and what comes back is of the realm of the test', limit, async () => {
  const cwd = join(project.dir, 'jest');
  writeFileSync(join(cwd, 'package.json'), '{ "private": true }');
  const args = ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', 'jest@30'];
  execFileSync('npm', args, { cwd, ...limit, stdio: 'ignore' });
  const config = JSON.stringify({ rootDir: cwd, testMatch: ['**/*.test.cjs'] });
  const jest = join('jest', 'node_modules/jest/bin/jest.js');
  const { code, stderr } = await project.run(jest, ['--config', config]);
  expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('3 passed') as string });
});
