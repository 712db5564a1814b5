// Programs as a person runs them: they end by themselves, at once on Ctrl-C, and use the threads they are given.
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install, type Project } from './support/install.ts';

interface TraceEvent {
  ph: string;
  tid: number;
  name: string;
  ts: number;
  dur: number;
}

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
    const { stdout, code } = await project.run('threads.mjs', ['1'], { env: { [name]: value } });
    expect({ stdout, code }).toStrictEqual({ stdout: answers('false'), code: 0 });
  });

  test('may load both copies of the runtime, which share one pool', async () => {
    const { stdout, stderr, code } = await project.run('formats.cjs');
    expect({ stdout, stderr, code }).toStrictEqual({ stdout: '729 81 81\npools 1\n', stderr: '', code: 0 });
  });

  test('is exact, and uses workers, in a context of its own with few globals', async () => {
    const { stdout, stderr, code } = await project.run('context.cjs');
    expect({ stdout, stderr, code }).toStrictEqual({ stdout: 'true\ntrue 0\n', stderr: '', code: 0 });
  });

  test('runs inline when its task stands in its main file, and says so', async () => {
    const { stdout, stderr, code } = await project.run('single.mjs');
    expect({ stdout, code }).toStrictEqual({ stdout: 'false\n', code: 0 });
    expect(stderr).toMatch(/DoallWarning: where runs on the calling thread, as it stands in the main file/);
  });

  test("leaves the program's lists of numbers what they are to the engine", async () => {
    const { stdout } = await project.run('kinds.mjs', [], {
      execArgv: ['--allow-natives-syntax', '--invocation-count-for-osr=1'],
    });
    expect(stdout).toBe('true true true true\n');
  });

  test('runs on one thread where it may have no workers, and says so', async () => {
    const [major = 0] = process.versions.node.split('.').map(Number);
    const flag = major < 22 ? '--experimental-permission' : '--permission';
    const execArgv = ['--disable-warning=ExperimentalWarning', flag, '--allow-fs-read=*'];
    const { stdout, stderr, code } = await project.run('threads.mjs', ['1'], { execArgv });
    expect({ stdout, code }).toStrictEqual({ stdout: answers('false'), code: 0 });
    expect(stderr.match(/DoallWarning: .*/g)).toStrictEqual([
      expect.stringContaining('everything runs on the calling thread, as no worker can be started'),
    ]);
  });

  test('may be given on the command line', async () => {
    const text = `import { mapSync, range } from 'doall/runtime'; import { thread } from './tasks.mjs';
      console.log(Math.max(...mapSync(thread, range(0, 40), undefined, { force: true })) > 0)`;
    const execArgv = ['--input-type=module', '-e'];
    const { stdout, code } = await project.run(text, [], { execArgv });
    expect({ stdout, code }).toStrictEqual({ stdout: 'true\n', code: 0 });
  });

  test('writes a timeline of its chunks when asked to', async () => {
    const file = join(project.dir, 'trace.json');
    const { code } = await project.run('threads.mjs', [], { env: { DOALL_TRACE: file } });
    expect(code).toBe(0);
    const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: TraceEvent[] };
    const chunks = traceEvents.filter(({ ph }) => ph === 'X');
    expect(new Set(chunks.map(({ tid }) => tid)).size).toBeGreaterThan(1);
    expect(chunks.every(({ name, ts, dur }) => name === 'thread' && ts > 0 && dur > 0)).toBe(true);
    expect(traceEvents.filter(({ ph }) => ph === 'M').length).toBeGreaterThan(1);
  });

  test('ends as it would where the timeline cannot be written', async () => {
    const { stderr, code } = await project.run('threads.mjs', [], { env: { DOALL_TRACE: project.dir } });
    expect({ stderr, code }).toMatchObject({
      stderr: expect.stringMatching(/^DOALL_TRACE: .*EISDIR/),
      code: 0,
    });
  });

  test('may be one of a cluster', async () => {
    const { stdout, stderr, code } = await project.run('cluster.mjs');
    expect({ stdout, stderr, code }).toStrictEqual({ stdout: '0\n0\ntrue\n', stderr: '', code: 0 });
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('dies at once of %s while it blocks', async (kill) => {
    const { signal, milliseconds } = await project.run('interrupt.mjs', [], { kill });
    expect(signal).toBe(kill);
    expect(milliseconds).toBeLessThan(10_000);
  });

  test('prints what its tasks print as a plain loop does', async () => {
    const { stdout, stderr, code } = await project.run('printing.mjs');
    const lines = Array.from({ length: 400 }, (_, x) => `item ${x}\n`).join('');
    expect({ stdout, code }).toStrictEqual({ stdout: `module\n${lines}done\n`, code: 0 });
    expect(stderr).toBe('hundred 0\nhundred 100\nhundred 200\nhundred 300\n');
  });
});

test.each(['mapSync', 'imapSync', 'map', 'imap'])(
  'a task that ends the process in %s has its say',
  async (form) => {
    const { stdout, code } = await project.run('last-words.mjs', [form]);
    const lines = Array.from({ length: 6 }, (_, x) => `item ${x}\n`).join('');
    expect({ stdout, code }).toStrictEqual({ stdout: `module\n${lines}bye 3\n`, code: 3 });
  },
);

test('values, errors and ends that are seldom met are those of a plain loop', async () => {
  const { stdout, code } = await project.run('odd.mjs');
  const lines = [
    'blocking, then closed 328350',
    'items ended 2,TimeoutError,TimeoutError,TimeoutError,TimeoutError,3',
    'warm 40',
    `items not sent ${[...Array<string>(4).fill('Number'), 'Function', 'Number'].map((name) => `[object ${name}]`).join()}`,
    'results not sent a,proxy,proxy,b',
    'promises of a blocking call true',
    ...['own cause', 'stack getter'].flatMap((name) => [
      `${name}, blocking RangeError ${name}`,
      `${name} RangeError ${name}`,
    ]),
    '',
  ];
  expect({ stdout: stdout.split('\n'), code }).toStrictEqual({ stdout: lines, code: 0 });
});

test('bytes that tasks write arrive as they are', async () => {
  const { stdout, code } = await project.run('bytes.mjs');
  expect({ stdout, code }).toStrictEqual({ stdout: '\ufffd\ufffdab'.repeat(6), code: 0 });
});

describe('a program in TypeScript', () => {
  const root = resolve(import.meta.dirname, '../..');
  const tsx = ['--import', pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href];

  test('runs inline where a worker cannot load it, and says so once', async () => {
    const { stdout, stderr, code } = await project.run('typescript/main.ts', [], { execArgv: tsx });
    expect({ stdout, code }).toStrictEqual({ stdout: '400 401 0\n', code: 0 });
    const warnings = stderr.match(/DoallWarning.*/g) ?? [];
    expect(warnings.length).toBeLessThan(2);
  });

  test('is loaded by tsx in the workers, where the project has it', async () => {
    mkdirSync(join(project.dir, 'node_modules'), { recursive: true });
    symlinkSync(join(root, 'node_modules/tsx'), join(project.dir, 'node_modules/tsx'));
    const { stdout, stderr, code } = await project.run('typescript/main.ts', [], { execArgv: tsx });
    expect({ stdout, stderr, code }).toStrictEqual({ stdout: '400 401 0\n', stderr: '', code: 0 });
  });

  test.runIf('typescript' in process.features && process.features.typescript)(
    'runs as it is where Node loads TypeScript itself',
    async () => {
      const { stdout, stderr, code } = await project.run('typescript/main.ts', [], {
        execArgv: ['--no-warnings'],
      });
      expect({ stdout, stderr, code }).toStrictEqual({ stdout: '400 401 0\n', stderr: '', code: 0 });
    },
  );
});
