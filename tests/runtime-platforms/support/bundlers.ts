// The recipes of docs/bundlers.md: each makes a program for Node of src/main.js, whose worker module stays a file of its
// own beside it.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const bench = resolve(import.meta.dirname, '../../../bench/package.json');

async function load<Module>(name: string): Promise<Module> {
  return (await import(pathToFileURL(createRequire(bench).resolve(name)).href)) as Module;
}

interface Esbuild {
  build(options: object): Promise<unknown>;
}
interface Rollup {
  rollup(options: object): Promise<{ write(options: object): Promise<unknown>; close(): Promise<void> }>;
}
interface Vite {
  build(options: object): Promise<unknown>;
}
interface Webpack {
  default(configurations: object[], done: (error: Error | null, stats?: Stats) => void): void;
}
interface Stats {
  hasErrors(): boolean;
  toString(): string;
}

async function withEsbuild(dir: string): Promise<void> {
  const { build } = await load<Esbuild>('esbuild');
  await build({
    absWorkingDir: dir,
    entryPoints: ['src/main.js', 'src/tasks.worker.js'],
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    external: ['doall/runtime'],
    outdir: 'out',
  });
}

async function withRollup(dir: string): Promise<void> {
  const { rollup } = await load<Rollup>('rollup');
  const bundle = await rollup({
    input: [join(dir, 'src/main.js'), join(dir, 'src/tasks.worker.js')],
    external: ['doall/runtime', /^node:/],
  });
  await bundle.write({ dir: join(dir, 'out'), format: 'es' });
  await bundle.close();
}

async function withVite(dir: string): Promise<void> {
  const { build } = await load<Vite>('vite');
  await build({
    root: dir,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: 'out',
      rollupOptions: {
        input: ['src/main.js', 'src/tasks.worker.js'],
        external: ['doall/runtime'],
      },
    },
  });
}

/** A page with a worker, whose module it names. */
export async function bundlePage(dir: string): Promise<void> {
  const { build } = await load<Vite>('vite');
  await build({ root: dir, logLevel: 'error', worker: { format: 'es' } });
}

/** Webpack's chunks can't be imported by themselves: the worker module is a bundle of its own, external to the other. */
async function withWebpack(dir: string): Promise<void> {
  const { default: webpack } = await load<Webpack>('webpack');
  const common = {
    context: dir,
    mode: 'production',
    target: 'node20',
    output: { path: join(dir, 'out'), filename: '[name].js', library: { type: 'module' }, module: true },
    experiments: { outputModule: true },
    // Else webpack writes the place of the source file for import.meta.url.
    module: { parser: { javascript: { importMeta: false } } },
  };
  const runtime = { 'doall/runtime': 'module doall/runtime' };
  const configurations = [
    { ...common, entry: { 'tasks.worker': './src/tasks.worker.js' }, externals: [runtime] },
    {
      ...common,
      entry: { main: './src/main.js' },
      externals: [runtime, { './tasks.worker.js': 'module ./tasks.worker.js' }],
    },
  ];
  await new Promise<void>((done, fail) => {
    webpack(configurations, (error, stats) => {
      if (error ?? stats?.hasErrors()) fail(error ?? new Error(String(stats)));
      else done();
    });
  });
}

/** One file of all, as a person may do who doesn't know of workers. */
async function intoOneFile(dir: string): Promise<void> {
  const { build } = await load<Esbuild>('esbuild');
  await build({
    absWorkingDir: dir,
    entryPoints: ['src/main.js'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outdir: 'out',
  });
}

export const bundlers = { esbuild: withEsbuild, rollup: withRollup, vite: withVite, webpack: withWebpack };
export { intoOneFile };
