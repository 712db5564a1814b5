/** Every name in the tables is there in the running Node, and of the sort that the table says; newer ones are marked. */
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/facts/builtins/define.ts';
import { globals } from '../../src/facts/builtins/globals.ts';
import { methods } from '../../src/facts/builtins/kinds.ts';
import { modules } from '../../src/facts/builtins/modules.ts';
import type { ValueKind } from '../../src/facts/builtins/index.ts';
import { kin, receivers } from './samples.ts';
import { defined } from './defined.ts';

const require = createRequire(import.meta.url);
const running = process.versions.node.split('.').map(Number);

function isHere(since: string | undefined): boolean {
  if (since === undefined) return true;
  const wanted = since.split('.').map(Number);
  if (wanted.some(Number.isNaN)) return false;
  const first = wanted.findIndex((part, index) => part !== running[index]);
  return first < 0 || defined(running[first]) > defined(wanted[first]);
}

function follow(root: unknown, path: string): { found: boolean; value: unknown } {
  const names = path.split('.');
  let value = root as Record<string, unknown>;
  for (const name of names) {
    if (value == null || !(name in Object(value))) return { found: false, value: undefined };
    value = value[name] as Record<string, unknown>;
  }
  return { found: true, value };
}

/** Taken out in Node 23 and 24. */
const dropped = new RegExp(
  `^(?:path|log|is(?:Boolean|Buffer|Null|NullOrUndefined|Number|String|Symbol|Undefined|RegExp|Object|Date|Error|Function|Primitive))$`,
);

const missing = { found: false, value: undefined };

/** Names in the table that aren't there, or are functions where a property is said to be, and the other way round. */
function findMistakes(table: Table, ...roots: unknown[]): string[] {
  return Object.entries(table).flatMap(([key, entry]) => {
    const path = key.replace(/^new /, '').replace(/\(\)$/, '');
    if (!isHere(entry.since)) return [];
    const { found, value } = roots.map((root) => follow(root, path)).find((one) => one.found) ?? missing;
    if (!found) return defined(running[0]) > 22 && dropped.test(key) ? [] : [`${key} is missing`];
    if (entry.uses.includes('read')) return [];
    return typeof value === 'function' ? [] : [`${key} isn't a function`];
  });
}

/** CommonJS has these; a test file that is a module hasn't. */
const ofCommonJs = {
  console: new Proxy(console, { has: () => true, get: () => () => undefined }), // vitest's own lacks Node's profiling methods
  require,
  module: {},
  exports: {},
  __filename: '',
  __dirname: '',
};

it('globals', () => {
  const root = new Proxy(globalThis, {
    has: (target, key) => key in target || key in ofCommonJs,
    get: (target, key) => Reflect.get(key in ofCommonJs ? ofCommonJs : target, key) as unknown,
  });
  expect(findMistakes(globals, root)).toEqual([]);
});

describe('methods', () => {
  it.each(Object.keys(receivers) as ValueKind[])('%s', (kind) => {
    expect(
      findMistakes(
        defined(methods[kind]).table,
        defined(receivers[kind])(),
        ...(kin[kind] ?? []).map((make) => make()),
      ),
    ).toEqual([]);
  });
});

describe('modules', () => {
  it.each(Object.keys(modules))('%s', (name) => {
    const loaded = require(`node:${name}`) as object;
    const root = new Proxy(loaded, {
      has: (target, key) => key === 'default' || key in target,
      get: (target, key) => (key === 'default' ? target : Reflect.get(target, key)) as unknown,
    });
    expect(findMistakes(defined(modules[name]), root)).toEqual([]);
  });
});
