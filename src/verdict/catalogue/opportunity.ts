/** What can be done with a parallel loop, in words. */
import type { RewritePlan, Verdict } from '../../model/index.ts';
import { listNames } from './template.ts';

/**
 * ``iterations are independent: item `y`, constants `width`, `zoom`; results go to `out` row by row``: a clause without
 * a full stop. Empty for a loop that has no plan.
 */
export function describeOpportunity(verdict: Verdict): string {
  const plan = verdict.plan;
  if (plan === undefined) return '';
  const { varying, constants } = plan.summary;
  const inputs = [describeNames('item', varying), describeNames('constant', constants)].filter(Boolean);
  const task = inputs.length === 0 ? '' : `: ${inputs.join(', ')}`;
  return `iterations are independent${task}; ${describeResults(plan)}`;
}

function describeNames(noun: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  return `${noun}${names.length > 1 ? 's' : ''} ${names.map((name) => `\`${name}\``).join(', ')}`;
}

function describeResults(plan: RewritePlan): string {
  const results = listNames(plan.summary.results);
  switch (plan.kind) {
    case 'map':
      return results ? `results go to ${results} in order` : 'results come in order';
    case 'filter':
      return 'the items that pass stay in order';
    case 'flatMap':
      return results ? `pieces are joined in ${results} in order` : 'pieces are joined in order';
    case 'search':
      return 'the first match in order decides';
    case 'fission':
      return results ? `results go to ${results} in order, on the main thread` : 'the rest stays in order';
    case 'rows':
      return `results go to ${results || 'the array'} row by row`;
  }
}
