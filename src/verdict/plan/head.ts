/**
 * Purpose: what the head of a `for` declares beside its index (`n` of `let i = 0, n = xs.length`) is gone once a call stands there.
 * Input: a plan for the loop.
 * Guarantee: a variable of which only the call needs the value is replaced by its initialiser, which then has no effects; others are
 * declared before the loop, where they are evaluated as they were.
 */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { Declarations, HazardCode, Range, RewritePlan, Template } from '../../model/index.ts';
import { contains, isFunction } from '../../facts/ast.ts';
import type { Blocker } from '../slice/describe.ts';
import { makeHazard } from '../slice/describe.ts';
import type { LoopView } from '../slice/loop-view.ts';
import type { Attempt } from './attempt.ts';
import type { Declared, Head, HeadValues } from './head-values.ts';
import { findHead, isPlain, isReassigned, valuesOf, withValues } from './head-values.ts';

/** The plan, as it is once the head is gone. */
export function settleHead(view: LoopView, plan: RewritePlan): Attempt {
  const head = findHead(view);
  if (!head || head.others.length === 0) return { plan };
  const values = valuesOf(view, head);
  const needed = findNeeded(view, head, plan, values);
  if (needed.length === 0) return { plan: withValues(view, plan, values) };
  const declares = declare(view, head, needed);
  const obstacle = obstacleTo(view, head, needed) ?? hiddenBy(declares, view, plan);
  return obstacle ? { refusals: [obstacle] } : { plan: { ...plan, declares } };
}

/** What has to be declared: what is used behind the call or after the loop, what has no value to put in its place, and all that these use. */
function findNeeded(
  view: LoopView,
  { others }: Head,
  plan: RewritePlan,
  values: HeadValues,
): readonly Declared[] {
  const late = usesIn(view, listConsumed(plan));
  const early = usesIn(view, [...listItems(plan), ...plan.constants.map(({ value }) => value)]);
  const isNamed = ({ variables }: Declared): boolean => variables.some((variable) => early.has(variable));
  const needed = new Set(
    others.filter(
      ({ declarator, variables }) =>
        variables.some((variable) => late.has(variable) || isUsedOutside(variable, view)) ||
        variables.some((variable) => early.has(variable) && !values.has(variable)) ||
        (declarator.init && !isPlain(declarator.init)),
    ),
  );
  if (needed.size > 0) for (const declared of others.filter(isNamed)) needed.add(declared);
  for (const { declarator } of needed) {
    const used = usesIn(view, [[declarator.range]]);
    const isUsed = ({ variables }: Declared): boolean => variables.some((variable) => used.has(variable));
    for (const declared of others.filter(isUsed)) needed.add(declared);
  }
  return others.filter((declared) => needed.has(declared));
}

/** The variables that templates name. */
function usesIn(view: LoopView, templates: readonly Template[]): ReadonlySet<Variable | null> {
  const { node } = view.analysis.site;
  const names = new Set(templates.flat().filter((piece) => typeof piece === 'string'));
  const byName = view.names.declaredIn(node.range).filter(({ name }) => names.has(name));
  const ranges = templates.flat().filter((piece) => typeof piece !== 'string');
  return new Set([
    ...byName,
    ...ranges.flatMap((range) => view.names.referencesIn(range).map(({ resolved }) => resolved)),
  ]);
}

function listConsumed({ consume }: RewritePlan): Template[] {
  return consume.as === 'loop' ? [consume.body] : [];
}

function listItems({ items }: RewritePlan): Template[] {
  return items.kind === 'range' ? [items.from, items.to] : [items.text];
}

/** Why variables of the head can't be declared before the loop. */
function obstacleTo(
  view: LoopView,
  { declaration, index }: Head,
  needed: readonly Declared[],
): Blocker | undefined {
  for (const variable of needed.flatMap(({ variables }) => variables)) {
    const copied =
      declaration.kind === 'var' || !isReassigned(variable) ? undefined : closureOver(variable, view);
    if (copied) return refuse(view, 'carried-flow', variable.name, copied.range);
  }
  const others = needed.map(({ declarator }) => declarator);
  const late = index && others.find((declarator) => !mayComeFirst(view, declarator, index));
  return late && refuse(view, 'hidden-code', view.text(late.range), late.range);
}

/** What is declared in the loop's place would not be seen beyond the block that the declarations need. */
function hiddenBy({ isScoped }: Declarations, view: LoopView, { consume }: RewritePlan): Blocker | undefined {
  if (!isScoped || consume.as !== 'declaration') return undefined;
  const { head } = view.analysis.facts.loop;
  return refuse(view, 'shared-mutation', view.text(head), head);
}

/** A function that keeps the variable: the loop gives each iteration a copy of its own. */
function closureOver({ references }: Variable, view: LoopView): TSESTree.Node | undefined {
  const { node } = view.analysis.site;
  const inner = references.find(({ from }) => {
    const { block } = from.variableScope;
    return isFunction(block) && contains(node.range, block.range);
  });
  return inner?.identifier;
}

/** Whether nobody can tell that a declarator is evaluated before the index's start. */
function mayComeFirst(
  view: LoopView,
  { init, range }: TSESTree.VariableDeclarator,
  index: TSESTree.VariableDeclarator,
): boolean {
  if (range[0] < index.range[0]) return true;
  if (usesIn(view, [[range]]).has(view.names.variableOf(index.id) ?? null)) return false;
  return index.init?.type === 'Literal' || (index.init?.type === 'Identifier' && (!init || isPlain(init)));
}

function declare(view: LoopView, { declaration }: Head, needed: readonly Declared[]): Declarations {
  const lines = needed.map(({ declarator, variables }): Template => {
    const isConstant = declarator.init && !variables.some(isReassigned);
    const kind = declaration.kind === 'let' && isConstant ? 'const' : declaration.kind;
    return [`${kind} `, declarator.range, ';'];
  });
  const names = needed.flatMap(({ variables }) => variables.map(({ name }) => name));
  return {
    text: lines.flatMap((line, at) => (at === 0 ? line : ['\n', ...line])),
    isScoped: !isAmongStatements(view) || (declaration.kind !== 'var' && !isFreeAround(view, new Set(names))),
  };
}

/** What the loop, with its label, stands in. */
function placeOf(view: LoopView): TSESTree.Node | undefined {
  const { node } = view.analysis.site;
  return node.parent?.type === 'LabeledStatement' ? node.parent.parent : node.parent;
}

/** Not the whole branch of an `if`, or the whole body of another loop. */
function isAmongStatements(view: LoopView): boolean {
  return /^(?:Program|BlockStatement|SwitchCase|StaticBlock|TSModuleBlock)$/.test(placeOf(view)?.type ?? '');
}

/** Whether the names mean nothing to the statements beside the loop. */
function isFreeAround(view: LoopView, names: ReadonlySet<string>): boolean {
  const { node } = view.analysis.site;
  const place = placeOf(view);
  const isModule = place?.type === 'Program' && view.unit.moduleKind !== 'script';
  if (!place || (place.type !== 'BlockStatement' && !isModule)) return false;
  const around = place.parent && isFunction(place.parent) ? place.parent : place;
  const isBeside = ({ range }: TSESTree.Node): boolean =>
    contains(around.range, range) && !contains(node.range, range);
  return view.unit.scopes.scopes.every(
    (scope) =>
      scope.variables.every(({ name, identifiers }) => !names.has(name) || !identifiers.some(isBeside)) &&
      scope.references.every(({ identifier }) => !names.has(identifier.name) || !isBeside(identifier)),
  );
}

/** `var n` in a head is a variable of the whole function. */
function isUsedOutside({ references }: Variable, view: LoopView): boolean {
  return references.some(({ identifier }) => !contains(view.analysis.site.node.range, identifier.range));
}

function refuse(view: LoopView, code: HazardCode, subject: string, range: Range): Blocker {
  const hazard = makeHazard(view, code, { subject, range });
  return { range, hazard, missing: undefined, effect: undefined };
}
