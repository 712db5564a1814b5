/** docs/cli.md shows what `--help` prints; `npx vitest run tests/cli/docs.test.ts -u` brings it up to date. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { doall } from './harness.ts';

const page = resolve(import.meta.dirname, '../../docs/cli.md');
const block = /(<!-- help ?(\w*) -->\n+```text\n)[^]*?(```)/g;

test('docs/cli.md holds the help of every command', async () => {
  const text = readFileSync(page, 'utf8');
  const commands = [...text.matchAll(block)].map(([, , command = '']) => command);
  expect(commands).toEqual(['', 'scan', 'explain', 'apply', 'verify']);
  const helps = await Promise.all(
    commands.map(async (command) => {
      const { code, stdout, stderr } = await doall('.', command === '' ? ['--help'] : [command, '--help']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      return stdout;
    }),
  );
  const current = text.replace(block, (_match, start: string, command: string, end: string) => {
    return `${start}${helps[commands.indexOf(command)] ?? ''}${end}`;
  });
  await expect(current).toMatchFileSnapshot(page);
});

test('each command explains itself: what it does, examples, exit codes', () => {
  const helps = [...readFileSync(page, 'utf8').matchAll(block)].slice(1).map(([whole]) => whole);
  expect(helps).toHaveLength(4);
  for (const help of helps) {
    expect(help).toMatch(/Examples:/);
    expect(help).toMatch(/Exit code: 0/);
  }
});
