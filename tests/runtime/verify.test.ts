// DOALL_VERIFY=1 finds what would make a program behave differently, even where a call is too small to fan out.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install, type Project } from './support/install.ts';

let project: Project;
beforeAll(async () => {
  project = await install();
});
afterAll(() => project.remove());

const env = { DOALL_VERIFY: '1' };

describe.concurrent('DOALL_VERIFY', () => {
  test.each([
    [
      'counts',
      'mapSync',
      'counts gives another result in a worker\n  at results[0].calls\n  here: 1\n  in a worker: -1',
    ],
    ['mutates', 'imapSync', 'mutates changes what it was given\n  at items[2].list'],
    ['scribbles', 'map', 'scribbles changes what it was given\n  at constants.seen\n  before: 0\n  after: 3'],
    [
      'returns',
      'flatMapSync',
      'returns gives back what it was given: results[1].list is the very object items[1].list',
    ],
    ['fails', 'filterSync', 'fails throws differently in a worker\n  at errors[0].error'],
  ])('finds that %s', async (name, form, message) => {
    const { stdout, code } = await project.run('verify.mjs', [name, form, '4'], { env });
    expect(stdout.startsWith(`Error: DOALL_VERIFY: ${message}`), stdout).toBe(true);
    expect(code).toBe(0);
  });

  test('takes outcomes for what they are', async () => {
    const { stdout } = await project.run('verify.mjs', ['picky', 'imapSync', '3', 'settled'], { env });
    const outcomes = [
      { ok: true, value: 0 },
      { ok: false, error: 'no 1' },
      { ok: true, value: 2 },
    ];
    expect(JSON.parse(stdout)).toStrictEqual(outcomes);
  });

  test.each(['mapSync', 'imapSync', 'map'])(
    'changes nothing for a task that keeps the contract: %s',
    async (form) => {
      const verified = await project.run('verify.mjs', ['pure', form, '20'], { env });
      const plain = await project.run('verify.mjs', ['pure', form, '20'], { env: { DOALL: 'off' } });
      expect(verified).toMatchObject({ stdout: plain.stdout, stderr: '', code: 0 });
    },
  );

  describe.each(['mapSync', 'imapSync', 'map'])(
    'leaves to the calling thread what cannot be sent: %s',
    (form) => {
      test.each([
        ['pure', 'item', 'pure runs on the calling thread: items[1].log'],
        ['pure', 'constants', 'pure runs on the calling thread: constants.log'],
        ['closes', '', 'closes runs on the calling thread: the result of item 0 in closes.read'],
        ['throwsMore', '', ''],
      ])('%s %s', async (name, place, warning) => {
        const verified = await project.run('verify.mjs', [name, form, '4', place], { env });
        const plain = await project.run('verify.mjs', [name, form, '4', place], { env: { DOALL: 'off' } });
        expect(verified).toMatchObject({ stdout: plain.stdout, code: 0 });
        expect(verified.stderr).toContain(warning);
      });
    },
  );

  test('refuses what cannot be sent where DOALL_STRICT=1 asks for it', async () => {
    const strict = { ...env, DOALL_STRICT: '1' };
    const { stdout } = await project.run('verify.mjs', ['pure', 'mapSync', '4', 'item'], { env: strict });
    expect(stdout).toMatch(/^TypeError: items\[1\]\.log can't be sent/);
  });

  test('says nothing without the variable', async () => {
    const { stdout } = await project.run('verify.mjs', ['counts', 'mapSync', '2']);
    expect(stdout).toBe('[{"n":0,"calls":1},{"n":1,"calls":2}]\n');
  });
});
