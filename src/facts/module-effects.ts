/**
 * Purpose: whether loading a file does something besides declaring things.
 * Input: the file's top-level statements.
 * Guarantee: what isn't surely a declaration counts as an effect.
 */
import type { SourceUnit } from '../model/index.ts';
import type { ModuleSideEffects } from './analysis.ts';
import { createFrame } from './effects/frame.ts';
import { evaluateStatement } from './effects/statements.ts';
import { evaluateSafely } from './summaries/summarize.ts';
import { isOwnEffect } from './summaries/own.ts';
import type { Run } from './run.ts';
import { locate } from './scopes.ts';

const known = new WeakMap<SourceUnit['ast'], ModuleSideEffects>();

export function findModuleSideEffects(run: Run, unit: SourceUnit): ModuleSideEffects {
  const found = known.get(unit.ast);
  if (found) return found;
  const evidence: ModuleSideEffects['evidence'][number][] = [];
  const frame = createFrame(run, unit, [0, unit.text.length], false);
  for (const statement of unit.ast.body) {
    const isDone = evaluateSafely(run, frame, () => evaluateStatement(frame, statement));
    const effect = frame.steps.find(
      (step) => step.kind !== 'invoke' && step.kind !== 'read' && !isOwnEffect(frame, step),
    );
    if (effect || !isDone) evidence.push({ at: locate(unit, statement), what: effect?.kind ?? 'unknown' });
  }
  const result = { has: evidence.length > 0, evidence };
  known.set(unit.ast, result);
  return result;
}
