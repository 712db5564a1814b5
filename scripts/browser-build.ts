/**
 * How the runtime is built for browsers: a file of src/runtime/browser stands in for the file of the same name in
 * src/runtime, and browser/node.ts for what Node alone has.
 */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Plugin } from 'rolldown';

const runtime = resolve(import.meta.dirname, '../src/runtime');
const browser = join(runtime, 'browser');
const nodeStandIn = join(browser, 'node.ts');

export const browserEntry = join(browser, 'index.ts');

/** For `transform.inject`: globals that browsers lack. */
export const browserGlobals = {
  Buffer: [nodeStandIn, 'Buffer'] as [string, string],
  process: [nodeStandIn, 'process'] as [string, string],
};

/** Resolves the stand-ins. */
export function browserPlatform(): Plugin {
  return {
    name: 'browser-platform',
    resolveId(id, importer) {
      if (id.startsWith('node:')) return nodeStandIn;
      if (!importer || !id.startsWith('.') || dirname(importer).startsWith(browser)) return undefined;
      const standIn = join(browser, relative(runtime, resolve(dirname(importer), id)));
      return existsSync(standIn) ? standIn : undefined;
    },
  };
}
