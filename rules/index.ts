/** The ESLint plugin. */
import type { ESLint, Linter } from 'eslint';
import packageJson from '../package.json' with { type: 'json' };
import type { HazardRule } from '../src/verdict/catalogue/index.ts';
import { hazardRules } from '../src/verdict/catalogue/index.ts';
import keepContract from './keep-contract.ts';
import noAmbientState from './no-ambient-state.ts';
import noCarriedDependence from './no-carried-dependence.ts';
import noEarlyExit from './no-early-exit.ts';
import noHiddenState from './no-hidden-state.ts';
import noIoInTask from './no-io-in-task.ts';
import noLossyClone from './no-lossy-clone.ts';
import noNativeHandle from './no-native-handle.ts';
import noNondeterminism from './no-nondeterminism.ts';
import noSharedMutation from './no-shared-mutation.ts';
import noThisCapture from './no-this-capture.ts';
import noUncloneableCapture from './no-uncloneable-capture.ts';
import preferPoolMap from './prefer-pool-map.ts';
import type { Rule } from './shared/create-rule.ts';

const hazards: Record<HazardRule, Rule> = {
  'no-carried-dependence': noCarriedDependence,
  'no-shared-mutation': noSharedMutation,
  'no-early-exit': noEarlyExit,
  'no-io-in-task': noIoInTask,
  'no-nondeterminism': noNondeterminism,
  'no-ambient-state': noAmbientState,
  'no-hidden-state': noHiddenState,
  'no-this-capture': noThisCapture,
  'no-uncloneable-capture': noUncloneableCapture,
  'no-lossy-clone': noLossyClone,
  'no-native-handle': noNativeHandle,
};

const rules: Record<string, Rule> = {
  'prefer-pool-map': preferPoolMap,
  'keep-contract': keepContract,
  ...hazards,
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

/** Quiet: opportunities as warnings, hazards only in loops that are marked `@doall`. */
Object.assign(plugin.configs.recommended, {
  name: 'doall/recommended',
  plugins: { doall: plugin },
  rules: {
    'doall/prefer-pool-map': 'warn',
    'doall/keep-contract': 'error',
    ...forHazards(['error', { loops: 'marked' }]),
  },
} satisfies Linter.Config);

/** Also says what stands between heavy loops and a worker pool. */
Object.assign(plugin.configs.strict, {
  name: 'doall/strict',
  plugins: { doall: plugin },
  rules: {
    'doall/prefer-pool-map': 'error',
    'doall/keep-contract': 'error',
    ...forHazards('error'),
  },
} satisfies Linter.Config);

function forHazards(entry: Linter.RuleEntry): Record<string, Linter.RuleEntry> {
  return Object.fromEntries(hazardRules.map((rule) => [`doall/${rule}`, entry]));
}

export default plugin;
