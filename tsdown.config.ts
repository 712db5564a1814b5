import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { defineConfig } from 'tsdown';
import { browserEntry, browserGlobals, browserPlatform } from './scripts/browser-build.ts';

/** Everything that a user loads is built from one of these entries; see package.json `exports` and `bin`. */
const common = {
  outDir: 'dist',
  platform: 'node',
  target: 'node20',
  sourcemap: false,
  hash: false,
  fixedExtension: false,
} as const;

/** Makes declarations readable for TypeScript from 3.9 on, and with a `lib` from ES2017 on. */
function dateBack(file: string): void {
  const head = '/// <reference lib="es2018.asynciterable" />\n';
  const text = readFileSync(file, 'utf8').replace(/^export \{.*\}/m, (names) =>
    names.replaceAll('type ', ''),
  );
  if (!text.startsWith(head)) writeFileSync(file, head + text);
}

export default defineConfig([
  // The runtime: one self-contained file without dependencies, for rewritten programs and their workers.
  {
    ...common,
    entry: { runtime: 'src/runtime/index.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    minify: true,
    // Jest 24 doesn't know built-in modules by `node:`.
    nodeProtocol: 'strip',
    hooks: {
      'build:done': ({ options }) => {
        // Told once for each format.
        const files = ['d.ts', 'd.cts'].map((ending) => `${options.outDir}/runtime.${ending}`);
        files.filter((file) => existsSync(file)).forEach(dateBack);
      },
    },
  },
  // The same for browsers, on module workers.
  {
    ...common,
    platform: 'browser',
    entry: { 'runtime.browser': browserEntry },
    format: ['esm', 'cjs'],
    dts: true,
    minify: true,
    clean: false,
    plugins: [browserPlatform()],
    inputOptions: { transform: { inject: browserGlobals } },
  },
  // The ESLint plugin, for `import` and `require`.
  { ...common, entry: { plugin: 'rules/index.ts' }, format: ['esm', 'cjs'], dts: true, clean: false },
  // jscodeshift requires its transforms; magic-string is ESM only, so it goes in.
  {
    ...common,
    entry: {
      'transforms/loop-to-pool-map': 'transforms/loop-to-pool-map.ts',
      'transforms/promise-all-to-pool-map': 'transforms/promise-all-to-pool-map.ts',
      'transforms/add-pool-disposal': 'transforms/add-pool-disposal.ts',
      'transforms/chunk-pool-dispatch': 'transforms/chunk-pool-dispatch.ts',
      // Not a transform: what `doall apply --propagate` does before it.
      'transforms/propagate': 'transforms/propagate/propagate.ts',
    },
    format: ['cjs'],
    clean: false,
    noExternal: ['magic-string', '@jridgewell/sourcemap-codec'],
    outputOptions: { chunkFileNames: 'transforms/[name].cjs' },
  },
  {
    ...common,
    entry: { 'cli/main': 'src/cli/main.ts' },
    format: ['esm'],
    clean: false,
    outputOptions: { chunkFileNames: 'cli/[name].js' },
  },
]);
