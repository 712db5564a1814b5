/** Outer bindings that a loop's body, or a function of the file that it calls, uses. */
import type { Capture, Cloneability, Effect } from '../model/index.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { LoopSite } from './analysis.ts';
import { contains, walkNodes } from './ast.ts';
import { isOfWholeLoop } from './bindings.ts';
import { cloneabilityOfAtoms } from './cloneability/index.ts';
import type { Run } from './run.ts';
import { declaredRange, externalId, isModuleLevel, scopeIndexOf } from './scopes.ts';
import type { Variable } from './scopes.ts';
import { variableType } from './values/evidence.ts';
import { outerValue } from './values/outer.ts';

/** In the order of their first use; those of called functions after the body's own, at the range of the call's name. */
export function findCaptures(run: Run, site: LoopSite, effects: readonly Effect[]): readonly Capture[] {
  const found = new Map<Variable, Capture>();
  const pending: { readonly root: TSESTree.Node; readonly at: Capture['range'] | undefined }[] = [
    { root: site.callback ?? site.body, at: undefined },
  ];
  if ('left' in site.node) pending.push({ root: site.node.left, at: undefined });
  const seen = new Set<TSESTree.Node>();
  const inside = site.callback?.range ?? site.node.range;
  const changed = changedVariables(effects);
  for (let next = pending.shift(); next; next = pending.shift()) {
    if (seen.has(next.root)) continue;
    seen.add(next.root);
    for (const { variable, range } of outerUses(site, next.root, inside)) {
      if (found.has(variable)) continue;
      const capture = describeCapture(run, site, variable, next.at ?? range, changed);
      found.set(variable, capture);
      const declaration = variable.defs.find(({ node }) => node.type !== 'TSDeclareFunction')?.node;
      const isCode = capture.kind === 'function' || capture.kind === 'class';
      if (isCode && declaration) pending.push({ root: declaration, at: capture.range });
    }
  }
  return [...found.values()];
}

interface OuterUse {
  readonly variable: Variable;
  readonly range: Capture['range'];
}

/** Uses of variables that are declared outside both `root` and the loop's iteration. */
function outerUses(site: LoopSite, root: TSESTree.Node, inside: Capture['range']): readonly OuterUse[] {
  return usesFrom(site.unit, root).filter(
    ({ variable }) => !contains(inside, variable.scope.block.range) || isOfWholeLoop(site, variable),
  );
}

const usesOf = new WeakMap<TSESTree.Node, readonly OuterUse[]>();

/** The first use of each variable that is declared outside `root`. */
function usesFrom(unit: LoopSite['unit'], root: TSESTree.Node): readonly OuterUse[] {
  const known = usesOf.get(root);
  if (known) return known;
  const scopes = scopeIndexOf(unit);
  const uses = new Map<Variable, OuterUse>();
  walkNodes(root, (node) => {
    if (/^TS(?:Type|Interface|.*Keyword$)/.test(node.type) && node.type !== 'TSTypeAssertion') return false;
    if (node.type !== 'Identifier' && node.type !== 'JSXIdentifier') return true;
    const variable = scopes.variableOf(node);
    if (!variable || uses.has(variable) || !variable.defs.some(({ type }) => type !== 'Type')) return true;
    const isOwn =
      contains(root.range, declaredRange(variable)) && contains(root.range, variable.scope.block.range);
    if (!isOwn) uses.set(variable, { variable, range: node.range });
    return true;
  });
  const found = [...uses.values()];
  usesOf.set(root, found);
  return found;
}

function describeCapture(
  run: Run,
  { unit }: LoopSite,
  variable: Variable,
  range: Capture['range'],
  changed: ReadonlySet<string>,
): Capture {
  const id = externalId(scopeIndexOf(unit).idOf(variable), unit);
  return {
    id,
    name: variable.name,
    kind: kindOf(run, variable, unit),
    level: isModuleLevel(variable) ? 'module' : 'enclosing',
    range,
    declared: declaredRange(variable),
    cloneability: cloneabilityOf(run, variable, unit),
    readOnly: !changed.has(id),
  };
}

function changedVariables(effects: readonly Effect[]): ReadonlySet<string> {
  const ids = effects.flatMap((effect) =>
    (effect.kind === 'write' || effect.kind === 'mutate') && effect.place.root.kind === 'binding'
      ? [effect.place.root.id]
      : [],
  );
  return new Set(ids);
}

function kindOf(run: Run, variable: Variable, unit: LoopSite['unit']): Capture['kind'] {
  if (variable.defs[0]?.type === 'ImportBinding') return 'import';
  const [ref, ...others] = outerValue(run, variable, unit).refs.values();
  if (others.length > 0) return 'value';
  if (ref?.kind === 'class') return 'class';
  if (ref?.kind === 'function') return 'function';
  const isRequired = ref?.kind === 'builtin' || ref?.kind === 'namespace';
  return isRequired && isModuleLevel(variable) ? 'import' : 'value';
}

function cloneabilityOf(run: Run, variable: Variable, unit: LoopSite['unit']): Cloneability {
  return cloneabilityOfAtoms(variableType(run, variable, unit), variable.name);
}
