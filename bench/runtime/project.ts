// A project in a temporary folder with the runtime as built, the peers, and the programs that are measured.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { rolldown } from 'rolldown';

export const root = resolve(import.meta.dirname, '../..');
export const peers = ['piscina', 'tinypool', 'workerpool', 'poolifier'];

/** Whether `npm ci --prefix bench` has installed a peer. */
export function isInstalled(peer: string): boolean {
  return existsSync(placeOf(peer));
}

function placeOf(peer: string): string {
  return join(root, 'bench/node_modules', peer);
}

/** One sample of a measurement. */
export interface Sample {
  readonly row: string;
  readonly column: string;
  readonly value: number;
}

export interface Run {
  readonly program: string;
  readonly args: readonly string[];
  /** Flags of Node. */
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Seconds after which the program is ended. */
  readonly limit?: number;
}

/** How a program ended. */
export interface Ending {
  readonly code: number | null;
  readonly isLate: boolean;
}

export class Project {
  readonly dir: string;

  private constructor(dir: string) {
    this.dir = dir;
  }

  /** @param source the folder of the runtime's source */
  static async make(source: string): Promise<Project> {
    const dir = mkdtempSync(join(tmpdir(), 'doall-bench-'));
    const home = join(dir, 'node_modules/doall');
    mkdirSync(home, { recursive: true });
    const exports = { './runtime': './runtime.js' };
    writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'doall', type: 'module', exports }));
    await bundleRuntime(source, join(home, 'runtime.js'));
    for (const peer of peers.filter(isInstalled)) {
      symlinkSync(placeOf(peer), join(dir, 'node_modules', peer));
    }
    cpSync(join(import.meta.dirname, 'programs'), dir, { recursive: true });
    return new Project(dir);
  }

  /** Runs a program in a process of its own, and tells each line that it prints, as it comes. */
  run(
    { program, args, flags = [], env = {}, limit = 60 }: Run,
    tell: (line: string) => void,
  ): Promise<Ending> {
    const child = spawn(process.execPath, [...flags, program, ...args], {
      cwd: this.dir,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, limit * 1000);
    createInterface({ input: child.stdout }).on('line', tell);
    return new Promise((done, fail) => {
      child.on('error', fail);
      child.on('close', (code) => {
        clearTimeout(timer);
        done({ code, isLate });
      });
    });
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** Builds the runtime as it is released: one minified file. */
async function bundleRuntime(source: string, file: string): Promise<void> {
  const input = join(source, 'index.ts');
  const bundle = await rolldown({ input, platform: 'node', external: /^node:/ });
  await bundle.write({ file, format: 'es', minify: true });
  await bundle.close();
}
