import { defineConfig } from 'tsdown';

/** Everything that a user loads is built from one of these entries; see package.json `exports` and `bin`. */
const common = {
  outDir: 'dist',
  platform: 'node',
  target: 'node20',
  sourcemap: false,
  hash: false,
  fixedExtension: false,
} as const;

export default defineConfig([
  // The runtime: one self-contained file without dependencies, for rewritten programs and their workers.
  { ...common, entry: { runtime: 'src/runtime/index.ts' }, format: ['esm', 'cjs'], dts: true, minify: true },
  // The ESLint plugin, for `import` and `require`.
  { ...common, entry: { plugin: 'rules/index.ts' }, format: ['esm', 'cjs'], dts: true, clean: false },
  // jscodeshift requires its transforms; magic-string is ESM only, so it goes in.
  {
    ...common,
    entry: { 'transforms/loop-to-pool-map': 'transforms/loop-to-pool-map.ts' },
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
