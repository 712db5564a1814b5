/** Callees that a person says are pure: the option `pure`, and the annotations that bundlers honour. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../model/index.ts';
import type { FunctionNode } from '../analysis.ts';
import type { CallSite } from './calls.ts';
import type { Frame } from './frame.ts';

/** `/* @__PURE__ *\/ f(x)`, or a name in the option. */
export function isTakenAsPure(frame: Frame, site: CallSite): boolean {
  if (frame.run.context.pure.includes(site.name)) return true;
  const before = frame.unit.text.slice(Math.max(0, site.range[0] - 40), site.range[0]);
  return (site.via ?? []).length === 0 && /\/\*\s*[@#]__PURE__\s*\*\/\s*$/.test(before);
}

const declared = new WeakMap<FunctionNode, boolean>();

/** `/* @__NO_SIDE_EFFECTS__ *\/` before a function, or before the declaration that it is the value of. */
export function isDeclaredPure(node: FunctionNode, unit: SourceUnit): boolean {
  const known = declared.get(node);
  if (known !== undefined) return known;
  let at: TSESTree.Node = node;
  while (at.parent && /^(?:VariableDeclarator|VariableDeclaration|Export\w+)$/.test(at.parent.type))
    at = at.parent;
  const isPure = [at, node].some(({ range }) => {
    const before = unit.text.slice(Math.max(0, range[0] - 400), range[0]);
    return /[@#]__NO_SIDE_EFFECTS__(?:(?!\*\/)[^])*(?:\*\/\s*|\n\s*)$/.test(before);
  });
  declared.set(node, isPure);
  return isPure;
}
