// Whatever happens to a worker, no call hangs, and no item is lost or doubled.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install, type Project } from './support/install.ts';

let project: Project;
beforeAll(async () => {
  project = await install();
});
afterAll(() => project.remove());

describe.concurrent.each(['mapSync', 'imapSync', 'map', 'imap'])('%s', (form) => {
  test.each([
    ['exits', 'cold'],
    ['exits', 'warm'],
    ['outOfMemory', 'cold'],
    ['outOfMemory', 'warm'],
  ])('survives a worker that ends by %s, %s', async (fault, temperature) => {
    const execArgv = ['--max-old-space-size=64'];
    const { stdout, code } = await project.run('fault.mjs', [fault, form, temperature], { execArgv });
    expect({ stdout, code }).toStrictEqual({ stdout: 'right\n', code: 0 });
  });
});

describe.concurrent('a task', () => {
  test('that is stuck in a worker is run on the calling thread, which has nothing else to do', async () => {
    const { stdout, code } = await project.run('fault.mjs', ['stuck', 'mapSync', 'warm', '300']);
    expect({ stdout, code }).toStrictEqual({ stdout: 'right\n', code: 0 });
  });

  test.each(['exitsLater', 'throwsLater'])('that %s ends only its worker', async (fault) => {
    for (const form of ['mapSync', 'imap']) {
      const { stdout } = await project.run('fault.mjs', [fault, form, 'warm']);
      expect(stdout).toBe('right\n');
    }
  });
});

describe.concurrent('a module that workers', () => {
  test.each(['dies', 'hangs', 'throws', 'moved'])(
    'have trouble with runs on the calling thread: %s',
    async (name) => {
      const { stdout, stderr, code } = await project.run('unloadable.mjs', [name]);
      expect({ stdout, code }).toStrictEqual({ stdout: 'right\n', code: 0 });
      expect(stderr.match(/DoallWarning/g)?.length ?? 0).toBeLessThan(2);
      if (name === 'throws') expect(stderr).toMatch(/increment runs on the calling thread.*not here/);
    },
  );
});

describe.concurrent('workers that die as soon as they start', () => {
  test('are replaced, as long as those after them deliver', async () => {
    const { stdout, code } = await project.run('stillborn.mjs', ['2']);
    expect({ stdout, code }).toStrictEqual({ stdout: 'right true\n', code: 0 });
  });

  test('are done without when none delivers: no call waits for any', async () => {
    const { stdout, code } = await project.run('stillborn.mjs', ['1000']);
    expect({ stdout, code }).toStrictEqual({ stdout: 'right false\n', code: 0 });
  });
});

test('calls of all forms survive workers that are ended at random points, and leave nothing behind', async () => {
  const { stdout, code } = await project.run('soak.mjs', [process.env.DOALL_SOAK ?? '40'], {
    execArgv: ['--expose-gc'],
  });
  expect(JSON.parse(stdout)).toStrictEqual({ wrong: 0, struck: true, workers: 0, isSmall: true });
  expect(code).toBe(0);
});
