// A project in a temporary folder that has the runtime installed as built, and the test programs beside it.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const here = import.meta.dirname;

/** What a program left behind. */
export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly execArgv?: readonly string[];
  /** Sent when the program first writes to stdout. */
  readonly kill?: NodeJS.Signals;
}

export interface Project {
  readonly dir: string;
  /** Imports a file of the project into this process. */
  load<Module>(file: string): Promise<Module>;
  /** Runs a program of the project; it is killed when it takes longer than 50 seconds, and `code` is then null. */
  run(file: string, args?: readonly string[], options?: RunOptions): Promise<Outcome>;
  remove(): void;
}

/** Builds the runtime, both formats, and installs it. */
export async function install(): Promise<Project> {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'doall-runtime-')));
  const home = join(dir, 'node_modules', 'doall');
  mkdirSync(join(home, 'dist'), { recursive: true });
  const conditions = { import: './dist/runtime.js', require: './dist/runtime.cjs' };
  const manifest = { name: 'doall', version: '0.0.0', type: 'module', exports: { './runtime': conditions } };
  writeFileSync(join(home, 'package.json'), JSON.stringify(manifest));
  const bundle = await rolldown({
    input: resolve(here, '../../../src/runtime/index.ts'),
    platform: 'node',
    external: /^node:/,
  });
  await bundle.write({ file: join(home, 'dist/runtime.js'), format: 'es' });
  await bundle.write({ file: join(home, 'dist/runtime.cjs'), format: 'cjs' });
  await bundle.close();
  cpSync(resolve(here, '../programs'), dir, { recursive: true });
  return {
    dir,
    load: (file) => import(pathToFileURL(join(dir, file)).href),
    run: (file, args, options) => run(dir, file, args, options),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

function run(
  cwd: string,
  file: string,
  args: readonly string[] = [],
  options: RunOptions = {},
): Promise<Outcome> {
  const began = performance.now();
  const child = spawn(process.execPath, [...(options.execArgv ?? []), file, ...args], {
    cwd,
    env: { ...process.env, NODE_OPTIONS: '', ...options.env },
  });
  const watchdog = setTimeout(() => child.kill('SIGKILL'), 50_000);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => {
    if (stdout === '' && options.kill) child.kill(options.kill);
    stdout += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(watchdog);
      done({ code, signal, stdout, stderr, milliseconds: performance.now() - began });
    });
  });
}
