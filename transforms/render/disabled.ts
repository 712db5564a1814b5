/**
 * Purpose: `// eslint-disable-line` and its like, by which a person says that a loop must not be touched.
 * Input: a file, and the verdict on one of its loops.
 * Guarantee: a loop that the linter may not propose to rewrite isn't rewritten either.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit, Verdict } from '../../src/model/index.ts';
import { commentsOf } from './comments.ts';

interface Directive {
  readonly kind: 'disable' | 'enable' | 'disable-line' | 'disable-next-line';
  readonly rules: readonly string[];
  readonly comment: TSESTree.Comment;
}

/** Whether a comment switches the rule that proposes to rewrite a loop off where that loop begins. */
export function isDisabled(unit: SourceUnit, { loop, plan }: Verdict): boolean {
  const rule = plan?.settles ? 'doall/no-promise-all-cpu' : 'doall/prefer-pool-map';
  const directives = commentsOf(unit)
    .flatMap((comment) => parseDirective(comment) ?? [])
    .filter(({ rules }) => rules.length === 0 || rules.includes(rule));
  const isOnLine = directives.some((directive) => lineOf(directive) === loop.start.line);
  const last = directives.findLast(({ kind, comment }) => isRegion(kind) && comment.range[1] <= loop.head[0]);
  return isOnLine || last?.kind === 'disable';
}

function isRegion(kind: Directive['kind']): boolean {
  return kind === 'disable' || kind === 'enable';
}

/** The only line that a directive is about. */
function lineOf({ kind, comment: { loc } }: Directive): number | undefined {
  if (kind === 'disable-line') return loc.start.line;
  return kind === 'disable-next-line' ? loc.end.line + 1 : undefined;
}

/** `eslint-disable-next-line doall/prefer-pool-map, no-var -- it is measured` */
function parseDirective(comment: TSESTree.Comment): Directive | undefined {
  const text = comment.value.trim().split(/\s-{2,}\s/, 1)[0] ?? '';
  const match = /^(?:eslint|oxlint)-(disable-next-line|disable-line|disable|enable)(?:\s+([^]*))?$/.exec(
    text,
  );
  if (!match) return undefined;
  const kind = match[1] as Directive['kind'];
  if (isRegion(kind) && comment.type === 'Line') return undefined;
  const rules = (match[2] ?? '').split(',').map((rule) => rule.trim());
  return { kind, rules: rules.filter((rule) => rule !== ''), comment };
}
