// Programs as a person runs them: they end by themselves, at once on Ctrl-C, and use the threads they are given.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install, type Project } from './support/install.ts';

let project: Project;
beforeAll(async () => {
  project = await install();
});
afterAll(() => project.remove());

/** What threads.mjs prints. */
function answers(answer: string): string {
  return ['mapSync', 'imapSync', 'flatMapSync', 'map', 'imap'].map((form) => `${form} ${answer}\n`).join('');
}

describe('a program', () => {
  test('ends by itself, and worked on several threads', async () => {
    const { stdout, stderr, code } = await project.run('threads.mjs');
    expect({ stdout, stderr, code }).toStrictEqual({ stdout: answers('true'), stderr: '', code: 0 });
  });

  test.each([
    ['DOALL', 'off'],
    ['DOALL_THREADS', '1'],
  ])('runs on one thread with %s=%s', async (name, value) => {
    const { stdout, code } = await project.run('threads.mjs', [], { env: { [name]: value } });
    expect({ stdout, code }).toStrictEqual({ stdout: answers('false'), code: 0 });
  });

  test('may load both copies of the runtime, which share one pool', async () => {
    const { stdout, stderr, code } = await project.run('formats.cjs');
    expect({ stdout, stderr, code }).toStrictEqual({ stdout: '729 81 81\npools 1\n', stderr: '', code: 0 });
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('dies at once of %s while it blocks', async (kill) => {
    const { signal, milliseconds } = await project.run('interrupt.mjs', [], { kill });
    expect(signal).toBe(kill);
    expect(milliseconds).toBeLessThan(10_000);
  });
});
