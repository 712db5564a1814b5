/** The ESLint plugin. */
import type { ESLint, Linter } from 'eslint';
import packageJson from '../package.json' with { type: 'json' };
import type { HazardRule } from '../src/verdict/catalogue/index.ts';
import noSharedMutation from './no-shared-mutation.ts';
import keepContract from './keep-contract.ts';
import noAmbientState from './no-ambient-state.ts';
import noCarriedDependence from './no-carried-dependence.ts';
import noClosureTask from './no-closure-task.ts';
import noEarlyExit from './no-early-exit.ts';
import noHiddenState from './no-hidden-state.ts';
import noIoInTask from './no-io-in-task.ts';
import noLossyClone from './no-lossy-clone.ts';
import noNativeHandle from './no-native-handle.ts';
import noNestedPool from './no-nested-pool.ts';
import noNondeterminism from './no-nondeterminism.ts';
import noPromiseAllCpu from './no-promise-all-cpu.ts';
import noSingleItemDispatch from './no-single-item-dispatch.ts';
import noThisCapture from './no-this-capture.ts';
import noTransferredUse from './no-transferred-use.ts';
import noUncloneableCapture from './no-uncloneable-capture.ts';
import noUnguardedMain from './no-unguarded-main.ts';
import noWorkerSideEffects from './no-worker-side-effects.ts';
import preferPoolMap from './prefer-pool-map.ts';
import requirePoolDisposal from './require-pool-disposal.ts';
import requireWorkerErrorHandling from './require-worker-error-handling.ts';
import type { Rule } from './shared/create-rule.ts';

const hazards: Record<HazardRule, Rule> = {
  'no-carried-dependence': noCarriedDependence,
  'no-shared-mutation': noSharedMutation,
  'no-early-exit': noEarlyExit,
  'no-io-in-task': noIoInTask,
  'no-nondeterminism': noNondeterminism,
  'no-ambient-state': noAmbientState,
  'no-hidden-state': noHiddenState,
  'no-worker-side-effects': noWorkerSideEffects,
  'no-this-capture': noThisCapture,
  'no-uncloneable-capture': noUncloneableCapture,
  'no-lossy-clone': noLossyClone,
  'no-native-handle': noNativeHandle,
};

/** What goes wrong in code that already uses workers. */
const pitfalls: Record<string, Rule> = {
  'no-closure-task': noClosureTask,
  'no-nested-pool': noNestedPool,
  'no-promise-all-cpu': noPromiseAllCpu,
  'no-single-item-dispatch': noSingleItemDispatch,
  'no-transferred-use': noTransferredUse,
  'no-unguarded-main': noUnguardedMain,
  'require-pool-disposal': requirePoolDisposal,
  'require-worker-error-handling': requireWorkerErrorHandling,
};

const rules: Record<string, Rule> = {
  'prefer-pool-map': preferPoolMap,
  'keep-contract': keepContract,
  ...hazards,
  ...pitfalls,
};

interface Plugin extends ESLint.Plugin {
  readonly rules: NonNullable<ESLint.Plugin['rules']>;
  readonly configs: { readonly recommended: Linter.Config; readonly strict: Linter.Config };
}

const plugin: Plugin = {
  meta: { name: packageJson.name, version: packageJson.version, namespace: 'doall' },
  // The two packages' types of a rule differ in details of the AST that ESLint doesn't look at.
  rules: rules as unknown as Plugin['rules'],
  configs: { recommended: {}, strict: {} },
};

/** Quiet: opportunities and pitfalls as warnings, hazards of loops only where they are marked `@doall`. */
Object.assign(plugin.configs.recommended, {
  name: 'doall/recommended',
  plugins: { doall: plugin },
  rules: {
    'doall/prefer-pool-map': 'warn',
    'doall/keep-contract': 'error',
    ...forAll(hazards, ['error', { loops: 'marked' }]),
    ...forAll(pitfalls, 'warn'),
  },
} satisfies Linter.Config);

/** Also says what stands between heavy loops and a worker pool. */
Object.assign(plugin.configs.strict, {
  name: 'doall/strict',
  plugins: { doall: plugin },
  rules: {
    'doall/prefer-pool-map': 'error',
    'doall/keep-contract': 'error',
    ...forAll(hazards, 'error'),
    ...forAll(pitfalls, 'error'),
  },
} satisfies Linter.Config);

function forAll(named: Record<string, Rule>, entry: Linter.RuleEntry): Record<string, Linter.RuleEntry> {
  return Object.fromEntries(Object.keys(named).map((name) => [`doall/${name}`, entry]));
}

export default plugin;
