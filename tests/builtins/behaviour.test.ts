/**
 * Profiles against what really happens: no call may change, return, hold, share or call what its profile doesn't say; what
 * a profile says of mutation and callbacks shows in at least one call; pure functions give the same twice.
 */
import { describe, expect, it } from 'vitest';
import {
  type BuiltinProfile,
  type Use,
  type ValueKind,
  lookupGlobal,
  lookupMethod,
} from '../../src/facts/builtins/index.ts';
import { globals } from '../../src/facts/builtins/globals.ts';
import { methods } from '../../src/facts/builtins/kinds.ts';
import { type Observation, observe, spy } from './observe.ts';
import { commonArguments, globalArguments, methodArguments, receivers } from './samples.ts';
import { defined } from './defined.ts';

/** Stacks tell the place of a call, and that isn't the built-in's doing. */
Error.stackTraceLimit = 0;

type Callable = (...args: unknown[]) => unknown;

function withSpies(profile: BuiltinProfile, make: () => unknown[]): () => unknown[] {
  return () => {
    const args = make();
    for (const { callee } of profile.callbacks)
      if (callee.kind === 'argument' && !args.includes(spy)) args[callee.index] = spy;
    return args;
  };
}

/** All that a name does over several calls: the same arguments with spies for callbacks, and without. */
function callAll(
  profile: BuiltinProfile,
  calls: readonly (() => unknown[])[],
  receiver: () => unknown,
  fn: (receiver: unknown, args: unknown[]) => unknown,
): Observation[] {
  return calls
    .flatMap((make) => [make, withSpies(profile, make)])
    .map((make) => observe(profile, fn, receiver(), make()));
}

/** Calling it can't be undone, or hangs. */
const isDangerous = (profile: BuiltinProfile) =>
  profile.outside.some(({ kind }) => kind !== 'nondeterminism') || profile.name.includes('Atomics.wait');

function check(profile: BuiltinProfile, seen: readonly Observation[], again: readonly Observation[]) {
  expect([...new Set(seen.flatMap((one) => one.violations))]).toEqual([]);
  if (profile.outside.length === 0) expect(again.map((one) => one.text)).toEqual(seen.map((one) => one.text));
  for (const { callee, optional, timing } of profile.callbacks)
    if (callee.kind === 'argument' && timing === 'sync' && !optional)
      expect(seen.some((one) => one.called.has(callee.index))).toBe(true);
}

/** What inspection doesn't show: state of iterators and streams, keys of weak collections. */
const hiddenState: readonly ValueKind[] = [
  'iterator',
  'weak-map',
  'weak-set',
  'finalization-registry',
  'text-decoder',
  'hash',
  'event-target',
];
/** Only with arguments that are hard to come by here. */
const quietMutators = [
  'array-buffer.resize',
  'shared-array-buffer.grow',
  'buffer.swap64',
  'buffer.swap16',
  'event-emitter.setMaxListeners',
  'event-emitter.off',
  'event-emitter.removeListener',
  'event-emitter.removeAllListeners',
];

/** Reading a Blob while the process ends takes it down. */
const tried = (Object.keys(receivers) as ValueKind[]).filter((kind) => kind !== 'blob');

describe.each(tried)('%s', (kind) => {
  const names = [
    ...new Set(Object.keys(defined(methods[kind]).table).map((key) => key.replace(/\(\)$/, ''))),
  ];
  const make = defined(receivers[kind]);
  const callable = names.filter((name) => typeof (make() as Record<string, unknown>)[name] === 'function');
  it.each(callable.length > 0 ? callable : ['toString'])('%s', (name) => {
    const profile = lookupMethod(kind, name);
    if (profile === undefined || isDangerous(profile)) return;
    const calls = [...(methodArguments[`${kind}.${name}`] ?? []), ...commonArguments];
    const run = () =>
      callAll(profile, calls, make, (receiver, args) =>
        defined((receiver as Record<string, Callable>)[name]).apply(receiver, args),
      );
    const seen = run();
    check(profile, seen, run());
    const changesReceiver = profile.mutates.some(
      ({ source, kinds }) =>
        source.operand.kind === 'receiver' && (kinds === undefined || kinds.includes(kind)),
    );
    if (changesReceiver && !hiddenState.includes(kind) && !quietMutators.includes(`${kind}.${name}`))
      expect(seen.some((one) => one.changed.has('receiver'))).toBe(true);
  });
});

function resolve(path: string): { owner: unknown; value: unknown } {
  const names = path.split('.');
  const last = defined(names.pop());
  const owner = names.reduce<unknown>(
    (object, name) => (object as Record<string, unknown> | undefined)?.[name],
    globalThis,
  );
  return { owner, value: (owner as Record<string, unknown> | undefined)?.[last] };
}

const untried = [
  'eval',
  'Function',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'fetch',
  'Promise.reject',
  'Intl.supportedValuesOf',
];
const globalCalls = Object.entries(globals)
  .map(([key, entry]) => ({
    path: key.replace(/^new /, '').replace(/\(\)$/, ''),
    use: (key.startsWith('new ') || !entry.uses.includes('call') ? 'new' : 'call') as Use,
    entry,
  }))
  .filter(
    ({ path, entry }) =>
      !entry.uses.includes('read') && !untried.includes(path) && typeof resolve(path).value === 'function',
  );

describe('globals', () => {
  it.each(globalCalls.map(({ path, use }) => [use, path] as const))('%s %s', async (use, path) => {
    const profile = lookupGlobal(path, use);
    if (profile === undefined || isDangerous(profile)) return;
    const calls = [...(globalArguments[path] ?? []), ...commonArguments];
    const run = () =>
      callAll(
        profile,
        calls,
        () => undefined,
        (_, args) => {
          const { owner, value } = resolve(path);
          const result: unknown =
            use === 'new'
              ? Reflect.construct(value as Callable, args)
              : Reflect.apply(value as Callable, owner, args);
          if (result instanceof Promise) result.catch(() => undefined);
          return result;
        },
      );
    const seen = run();
    check(profile, seen, run());
    await Promise.resolve();
  });
});
