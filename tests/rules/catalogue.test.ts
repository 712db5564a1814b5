import { describe, expect, it } from 'vitest';
import type { Hazard, Verdict } from '../../src/model/index.ts';
import { hazardCodes } from '../../src/model/index.ts';
import {
  catalogue,
  codesOf,
  describeHazard,
  describeMissing,
  describeOpportunity,
  hazardRules,
  ruleOf,
} from '../../src/verdict/catalogue/index.ts';

const at = { file: 'a.js', range: [0, 1], line: 1, column: 1 } as const;

function hazard(code: Hazard['code'], extra: Partial<Hazard> = {}): Hazard {
  return {
    code,
    certainty: 'definite',
    subject: 'acc',
    detail: '',
    range: [0, 1],
    at,
    evidence: [],
    ...extra,
  };
}

describe('the hazard catalogue', () => {
  it('has an entry for every code and for nothing else', () => {
    expect(Object.keys(catalogue).sort()).toEqual([...hazardCodes].sort());
  });

  it('gives each code to exactly one rule, and each rule at least one code', () => {
    expect(hazardRules.flatMap((rule) => codesOf(rule)).sort()).toEqual([...hazardCodes].sort());
    for (const rule of hazardRules) expect(codesOf(rule), rule).not.toEqual([]);
    expect(ruleOf('carried-flow')).toBe('no-carried-dependence');
  });

  it.each(hazardCodes)('%s reads as sentences, with and without a detail', (code) => {
    for (const certainty of ['definite', 'possible'] as const) {
      for (const detail of ['', 'a detail']) {
        const { title, message, why, remedy } = describeHazard(hazard(code, { certainty, detail }));
        for (const text of [message, why, remedy]) {
          expect(text).not.toMatch(/\{\{|\}\}|undefined| {2}| \(\)/);
          expect(text).toMatch(/^[A-Z`].*\.$/);
        }
        expect(title).toMatch(/^[A-Z].*[^.]$/);
      }
    }
  });

  it('names the subject, the detail and the evidence', () => {
    const told = describeHazard(
      hazard('lossy-capture', {
        subject: 'scene.camera',
        detail: 'class `Camera` becomes a plain object',
        evidence: [{ at, role: 'declaration', subject: 'scene' }],
      }),
    );
    expect(told.message).toBe(
      '`scene.camera` would arrive in a worker changed: class `Camera` becomes a plain object.',
    );
    expect(told.related).toEqual(['`scene` is declared here']);
  });

  it('says that a possible hazard is only possible', () => {
    expect(describeHazard(hazard('carried-flow')).message).toBe(
      'An iteration reads `acc`, which an earlier iteration wrote.',
    );
    expect(describeHazard(hazard('carried-flow', { certainty: 'possible' })).message).toMatch(/may read/);
  });

  it('describes missing facts', () => {
    expect(describeMissing({ kind: 'is-array', subject: 'rows', line: 3 }).message).toBe(
      'it is not known whether `rows` is an array',
    );
  });

  it('describes an opportunity by its items, constants and results', () => {
    const verdict = { plan: undefined } as unknown as Verdict;
    expect(describeOpportunity(verdict)).toBe('');
    const plan = (kind: string, results: string[]) =>
      ({
        plan: { kind, summary: { varying: ['y'], constants: ['width', 'zoom'], results } },
      }) as unknown as Verdict;
    expect(describeOpportunity(plan('rows', ['out']))).toBe(
      'iterations are independent: item `y`, constants `width`, `zoom`; results go to `out` row by row',
    );
    expect(describeOpportunity(plan('search', []))).toMatch(/first match/);
  });
});
