/** Options of the rules that speak of loops. `settings.doall` holds them for all rules, a rule's own options win. */
import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema';
import type { RuleContext } from './create-rule.ts';

export interface LoopOptions {
  /** `marked`: only loops under a `@doall` comment. `heavy`: also those worth running on several cores. */
  readonly loops: 'marked' | 'heavy';
  /** A heavy loop is passed over when more hazards than this stand against it. */
  readonly maxHazards: number;
  /** Options of the analysis; what is left out has the analysis' own default. */
  readonly analysis: AnalysisOptions;
}

export interface AnalysisOptions {
  readonly minWork?: number;
  readonly pure?: readonly string[];
  readonly allowFileReads?: boolean;
  /** File of a CPU profile, relative to the folder that ESLint runs in. */
  readonly profile?: string;
}

export const analysisProperties = {
  minWork: {
    description:
      'Least estimated work of a whole loop, in elementary operations (about a nanosecond each), for it to be worth several cores (default 5,000,000, which is 5 ms). Where the number of iterations is not known, four times as much is asked for.',
    type: 'number',
    minimum: 0,
  },
  pure: {
    description: 'Names of functions to take as free of effects: `score`, `lodash.isEqual`.',
    type: 'array',
    items: { type: 'string' },
    uniqueItems: true,
  },
  allowFileReads: {
    description: 'Whether workers may read files, in loops that write none.',
    type: 'boolean',
  },
  profile: {
    description:
      'A `.cpuprofile` of the program (`node --cpu-prof`), relative to the folder that ESLint runs in: only loops that took time in it are spoken of.',
    type: 'string',
  },
} satisfies Record<string, JSONSchema4>;

export const hazardProperties = {
  loops: {
    description:
      '`marked`: speak only of loops under a `@doall` comment. `heavy` (default): also of loops that are worth several cores and nearly parallel.',
    type: 'string',
    enum: ['marked', 'heavy'],
  },
  maxHazards: {
    description:
      'A heavy loop is passed over when more hazards than this stand against it (default 2). Does not apply to marked loops.',
    type: 'integer',
    minimum: 1,
  },
  ...analysisProperties,
} satisfies Record<string, JSONSchema4>;

/** The schema of a rule that takes one object with these properties. */
export function schemaOf(properties: Record<string, JSONSchema4>): JSONSchema4[] {
  return [{ type: 'object', properties, additionalProperties: false }];
}

/** The options that apply: defaults, then `settings.doall`, then the rule's own. */
export function readOptions(context: RuleContext): LoopOptions {
  const given = { ...sharedSettings(context), ...context.options[0] };
  const { loops, maxHazards, minWork, pure, allowFileReads, profile } = given as Partial<LoopOptions> &
    AnalysisOptions;
  return {
    loops: loops ?? 'heavy',
    maxHazards: maxHazards ?? 2,
    analysis: {
      ...(minWork !== undefined && { minWork }),
      ...(pure !== undefined && { pure }),
      ...(allowFileReads !== undefined && { allowFileReads }),
      ...(profile !== undefined && { profile }),
    },
  };
}

function sharedSettings(context: RuleContext): object {
  const settings = context.settings.doall;
  return typeof settings === 'object' && settings !== null ? settings : {};
}
