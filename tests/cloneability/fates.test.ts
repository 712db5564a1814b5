/** Each entry of the tables, tried on a sample: `exact` must survive, the others must not. */
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { globalFates, moduleFates, type Fate } from '../../src/facts/cloneability/fates.ts';
import { globalSamples, moduleSamples } from './samples.ts';
import { defined } from '../builtins/defined.ts';

type Outcome = 'exact' | 'lossy' | 'throws';

function tryClone(value: unknown): Outcome {
  let clone: unknown;
  try {
    clone = structuredClone(value);
  } catch {
    return 'throws';
  }
  return isSame(value, clone) ? 'exact' : 'lossy';
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Error) return isDeepStrictEqual(Object.entries(a), Object.entries(b as Error));
  if (a instanceof RegExp) return a.lastIndex === (b as RegExp).lastIndex;
  return isDeepStrictEqual(a, b);
}

/** Which of lossy and throws it is differs between Node versions; exactness doesn't. */
const onNode20 = process.versions.node.startsWith('20.');

/** Clone well on newer versions than the oldest that is supported. */
const exactLater = ['DOMException', 'File', 'net.BlockList', 'net.SocketAddress'];

async function check(name: string, fate: Fate, sample: () => unknown) {
  const value = await sample();
  const outcome = tryClone(value);
  release(value);
  if (fate.kind === 'exact') expect(outcome).toBe('exact');
  else if (onNode20) expect(outcome).toBe(fate.kind);
  else if (!exactLater.includes(name)) expect(outcome).not.toBe('exact');
}

function release(value: unknown) {
  const held = value as { close?: () => unknown; kill?: () => unknown; terminate?: () => unknown };
  for (const method of ['close', 'kill', 'terminate'] as const)
    if (typeof held?.[method] === 'function' && !(value instanceof EventTarget))
      void callQuietly(() => defined(held[method]).call(held));
}

function callQuietly(action: () => unknown) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** Need a terminal, a certificate or a connection; their kin in the table are tried. */
const untried = [
  'crypto.X509Certificate',
  'tty.WriteStream',
  'tty.ReadStream',
  'tls.TLSSocket',
  'dgram.Socket',
  'http.ClientRequest',
  'fs.ReadStream',
  'fs.WriteStream',
  'fs.FSWatcher',
];

describe('globals', () => {
  it.each(Object.entries(globalFates))('%s', async (name, fate) => {
    expect(globalSamples).toHaveProperty([name]);
    await check(name, fate, defined(globalSamples[name]));
  });
});

describe('modules', () => {
  it.each(Object.entries(moduleFates).filter(([name]) => !untried.includes(name)))(
    '%s',
    async (name, fate) => {
      expect(moduleSamples).toHaveProperty([name]);
      await check(name, fate, defined(moduleSamples[name]));
    },
  );
});
