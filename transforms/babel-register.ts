/**
 * jscodeshift compiles each module that is required after a transform with @babel/register, packages too: 20 seconds for a
 * parser. Our modules need no compiling, so the hook is taken back before they are loaded.
 */
import Module from 'node:module';

interface LoadedModule {
  readonly exports: unknown;
}

export function stopBabelRegister(): void {
  const { _cache: loaded } = Module as unknown as { readonly _cache: Readonly<Record<string, LoadedModule>> };
  for (const [path, { exports }] of Object.entries(loaded)) {
    if (!/[\\/]@babel[\\/]register[\\/]lib[\\/]/.test(path)) continue;
    const { revert } = (exports ?? {}) as { revert?: unknown };
    if (typeof revert === 'function') (revert as () => void)();
  }
}
