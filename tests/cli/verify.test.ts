import { describe, expect, test } from 'vitest';
import { doall, makeFolder } from './harness.ts';

describe.concurrent('doall verify', () => {
  test('a program that prints the same both ways', async () => {
    const folder = makeFolder({
      'main.mjs': 'console.log(`args ${process.argv.slice(2)}`); process.exitCode = 3;\n',
    });
    const { code, stdout } = await doall(folder, ['verify', 'main.mjs', 'a', '--', '--b']);
    expect(stdout).toMatch(/^same: 11 bytes of stdout, ended with exit code 3 /);
    expect(code).toBe(0);
  });

  test('the two runs are told apart by the environment', async () => {
    const folder = makeFolder({
      'main.mjs': 'console.log("ü");\nconsole.log(process.env.DOALL, process.env.DOALL_VERIFY);\n',
    });
    const { code, stdout } = await doall(folder, ['verify', 'main.mjs'], { DOALL_VERIFY: 'x' });
    expect(stdout).toBe('different: stdout, line 2: "off undefined" in order, "undefined 1" on the pool\n');
    expect(code).toBe(1);
  });

  test('another exit code, with the last of stderr', async () => {
    const folder = makeFolder({
      'main.mjs': 'if (process.env.DOALL !== "off") { console.error("lost an item"); process.exit(7); }\n',
    });
    const { code, stdout } = await doall(folder, ['verify', 'main.mjs']);
    expect(stdout).toBe(
      'different: ended with exit code 0 in order, with exit code 7 on the pool\ndifferent: last of stderr: lost an item\n',
    );
    expect(code).toBe(1);
  });

  test('any command, and one that does not exist', async () => {
    const same = await doall(makeFolder({}), ['verify', '--', 'node', '-p', '1 + 1']);
    expect(same).toMatchObject({ code: 0, stderr: '' });
    const gone = await doall(makeFolder({}), ['verify', '--', 'no-such-program']);
    expect(gone.code).toBe(2);
    expect(gone.stderr).toMatch(/^doall: no-such-program could not be run/);
  });
});
