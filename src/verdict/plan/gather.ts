/**
 * Purpose: loops that do nothing but collect values in a new array: `const out = mapSync(…)`, `filterSync(…)` or `flatMapSync(…)`.
 * Input: a loop whose only effects are pushes to, or stores at the own index of, one array.
 * Guarantee: the array is new, nothing has used it before the loop, and nobody can see it if the loop throws.
 */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { ConsumePlan, Effect, ItemsPlan, Range, Template } from '../../model/index.ts';
import { contains, isFunction, unwrap, walkNodes } from '../../facts/ast.ts';
import { ensure } from '../ensure.ts';
import { obstacleTo } from '../slice/crossing.ts';
import type { Blocker } from '../slice/describe.ts';
import { Independence } from '../slice/independence.ts';
import { jumpsOutOf, onlyEndsIteration } from '../slice/jumps.ts';
import type { LoopView } from '../slice/loop-view.ts';
import { isDeadOnThrow } from '../slice/visibility.ts';
import { assemblePlan } from './assemble.ts';
import type { Attempt } from './attempt.ts';
import { editedStatements, framed, inPlaceOf, withComments } from './comments.ts';
import type { ItemPlan } from './items.ts';
import type { TaskText } from './keep.ts';
import { testOfKept } from './keep.ts';
import { filterName, taskNameFor } from './name.ts';
import type { Edit } from './rope.ts';
import { joinLines } from './rope.ts';

type Node = TSESTree.Node;

/** One `out.push(value)` or `out[i] = value` as a statement. */
interface Store {
  readonly statement: TSESTree.ExpressionStatement;
  readonly values: readonly TSESTree.CallExpressionArgument[];
  readonly isIndexed: boolean;
}

/** `const out = [];` */
interface EmptyArray {
  readonly declaration: TSESTree.VariableDeclaration;
  readonly init: TSESTree.Expression;
}

interface Target extends EmptyArray {
  readonly variable: Variable;
  readonly stores: readonly Store[];
}

/** Undefined when the loop has another shape. */
export function planGather(
  view: LoopView,
  blockers: readonly Blocker[],
  items: ItemPlan,
): Attempt | undefined {
  // A declaration can't stand behind a label.
  if (view.analysis.facts.loop.label !== undefined) return undefined;
  const target = findTarget(view);
  if (!target || !isGathered(view, blockers, target)) return undefined;
  const kept = planFilter(view, target, items);
  if (kept) return kept;
  const values = target.stores.flatMap((store) => store.values);
  if (values.some((value) => obstacleTo(value, view) !== undefined)) return undefined;
  const last = lastStore(view, target);
  return last ? planMap(view, target, last, items) : planFlatMap(view, target, items);
}

function findTarget(view: LoopView): Target | undefined {
  const named = findStores(view);
  // What is local is asked where it matters: to tell takes time.
  if (!named.some(({ variable }) => emptyBefore(variable, view))) return undefined;
  const stores = named.filter(({ variable }) => !view.isLocal(variable));
  const variable = stores[0]?.variable;
  if (!variable || stores.some((store) => store.variable !== variable)) return undefined;
  const uses = variable.references.filter(({ identifier }) => contains(view.body, identifier.range));
  const empty = emptyBefore(variable, view);
  if (uses.length !== stores.length || !empty) return undefined;
  return isDeadOnThrow(variable, view, 1) ? { variable, stores, ...empty } : undefined;
}

/** Where the variable is declared as an empty array that nothing uses before the loop. */
function emptyBefore(variable: Variable, view: LoopView): EmptyArray | undefined {
  const empty = declarationOf(variable);
  return empty && isUnusedBefore(variable, empty.declaration, view) ? empty : undefined;
}

function findStores(view: LoopView): readonly (Store & { readonly variable: Variable })[] {
  const found: (Store & { readonly variable: Variable })[] = [];
  walkNodes(view.analysis.site.body, (node) => {
    if (isFunction(node)) return false;
    if (node.type !== 'ExpressionStatement') return true;
    const push = pushOf(node.expression) ?? storeOf(node.expression, view);
    const variable = push && view.names.variableOf(push.object);
    if (variable) found.push({ ...push, statement: node, variable });
    return true;
  });
  return found;
}

function pushOf(node: Node): { object: Node; values: Store['values']; isIndexed: false } | undefined {
  if (node.type !== 'CallExpression' || node.optional || node.callee.type !== 'MemberExpression')
    return undefined;
  const { object, property, computed } = node.callee;
  const isPush = !computed && property.type === 'Identifier' && property.name === 'push';
  if (!isPush || object.type !== 'Identifier' || node.arguments.length === 0) return undefined;
  if (node.arguments.some(({ type }) => type === 'SpreadElement')) return undefined;
  return { object, values: node.arguments, isIndexed: false };
}

function storeOf(
  node: Node,
  view: LoopView,
): { object: Node; values: Store['values']; isIndexed: true } | undefined {
  if (node.type !== 'AssignmentExpression' || node.operator !== '=') return undefined;
  const { left, right } = node;
  if (left.type !== 'MemberExpression' || !left.computed || left.object.type !== 'Identifier')
    return undefined;
  const { space } = view.analysis.facts.loop;
  const index = left.property.type === 'Identifier' ? view.names.variableOf(left.property) : undefined;
  const counts = space.kind === 'counted' && space.from.value === 0 && space.step === 1;
  if (!index || !view.isItem(index) || !counts) return undefined;
  return { object: left.object, values: [right], isIndexed: true };
}

/** `const out = [];` in the same block as the loop. */
function declarationOf(variable: Variable): EmptyArray | undefined {
  const [definition] = variable.defs;
  if (definition?.type !== 'Variable') return undefined;
  const { node, parent } = definition;
  if (node.id.type !== 'Identifier' || parent.declarations.length > 1 || !node.init) return undefined;
  const init = unwrap(node.init);
  const isEmpty = init.type === 'ArrayExpression' && init.elements.length === 0;
  return isEmpty ? { declaration: parent, init: node.init } : undefined;
}

/** Declared in the same block, and not so much as mentioned between there and the loop. */
function isUnusedBefore(variable: Variable, declaration: Node, view: LoopView): boolean {
  const { node } = view.analysis.site;
  const statement =
    node.parent?.type === 'LabeledStatement' || node.parent?.type === 'ExpressionStatement'
      ? node.parent
      : node;
  if (declaration.parent !== statement.parent || declaration.parent?.type.startsWith('Export')) return false;
  const isEarly = ({ range }: Node): boolean => range[0] < statement.range[0];
  return (
    isEarly(declaration) && variable.references.every(({ identifier, init }) => init || !isEarly(identifier))
  );
}

/** Whether everything but the stores is independent, and all jumps only end the iteration. */
function isGathered(view: LoopView, blockers: readonly Blocker[], { stores, variable }: Target): boolean {
  const exempt = new Set(
    blockers.flatMap(({ effect }) => (effect && isStore(effect, stores, variable) ? [effect] : [])),
  );
  const independence = new Independence(
    view,
    blockers.filter((blocker) => !isOwnFlow(blocker, stores)),
  );
  return view.statements.every(
    (statement) => independence.isFree(statement, exempt) && onlyEndsIteration(statement, view.analysis.site),
  );
}

function isStore(effect: Effect, stores: readonly Store[], variable: Variable): boolean {
  if (effect.kind !== 'mutate' && effect.kind !== 'write') return false;
  const { root } = effect.place;
  const isTarget = root.kind === 'binding' && root.name === variable.name && effect.via.length === 0;
  return isTarget && stores.some(({ statement }) => contains(statement.range, effect.range));
}

/** The target's own length, read by `push`. */
function isOwnFlow({ range, effect, hazard }: Blocker, stores: readonly Store[]): boolean {
  const isFlow = effect === undefined && hazard.code === 'carried-flow';
  return (
    isFlow &&
    stores.some(({ statement }) => statement.range[0] === range[0] && contains(statement.range, range))
  );
}

/** The only store, when it is the last thing that every iteration does. */
function lastStore(view: LoopView, { stores }: Target): Store | undefined {
  const [store, ...others] = stores;
  if (!store) return undefined;
  const isLast =
    view.statements.at(-1) === store.statement && others.length === 0 && store.values.length === 1;
  const leaves = view.statements.some((statement) => jumpsOutOf(statement).length > 0);
  return isLast && !leaves ? store : undefined;
}

/** The only store, when what it stores is the item. */
function planFilter(view: LoopView, target: Target, items: ItemPlan): Attempt | undefined {
  const [store, ...others] = target.stores;
  const [value, ...more] = store?.values ?? [];
  if (!store || !value || store.isIndexed || others.length + more.length > 0) return undefined;
  const test = testOfKept(view, { statement: store.statement, value }, items);
  return test && finish(view, target, items, 'filter', test);
}

function planMap(view: LoopView, target: Target, store: Store, items: ItemPlan): Attempt {
  const before = view.statements.slice(0, -1).map((statement): Range => withComments(statement, view));
  const { range: value } = ensure(store.values[0], 'a store has a value');
  const isExpression = before.length === 0;
  const last = inPlaceOf(store.statement, ['return ', value, ';'], view);
  const lines = framed([...before.map((range): Template => [range]), last], view);
  const body = isExpression ? [value] : joinLines(lines, view.unit);
  return finish(view, target, items, 'map', { body, isExpression, ranges: [...before, value] });
}

/** The task collects the pieces of one item in an array of its own, under the same name. */
function planFlatMap(view: LoopView, target: Target, items: ItemPlan): Attempt | undefined {
  if (target.stores.some(({ isIndexed }) => isIndexed)) return undefined;
  const { name } = target.variable;
  const head = headOf(target).map((piece) => (typeof piece === 'string' ? piece : view.text(piece)));
  const edits = view.statements.flatMap((statement) =>
    jumpsOutOf(statement).map((jump): Edit => ({ range: jump.range, text: [`return ${name};`] })),
  );
  const lines = editedStatements(view.statements, edits, view);
  const body = joinLines([[...head, '[];'], ...framed(lines, view), [`return ${name};`]], view.unit);
  return finish(view, target, items, 'flatMap', {
    body,
    isExpression: false,
    ranges: view.statements.map(({ range }) => range),
  });
}

function finish(
  view: LoopView,
  target: Target,
  items: ItemPlan,
  method: 'map' | 'filter' | 'flatMap',
  text: TaskText,
): Attempt {
  const { variable, declaration } = target;
  const consume: ConsumePlan = {
    as: 'declaration',
    method,
    declaration: declaration.range,
    head: headOf(target),
  };
  return assemblePlan(view, {
    kind: method,
    items: { ...items, items: spreadWhereHoley(view, items.items) },
    consume,
    task: {
      name: method === 'filter' ? filterName(view) : taskNameFor(variable.name),
      body: text.body,
      isExpression: text.isExpression,
      results: method === 'filter' ? [] : [variable.name],
    },
    ranges: text.ranges,
    crossing: method === 'filter' ? [] : target.stores.flatMap(({ values }) => values),
    own: new Set([variable]),
    resultNames: [variable.name],
  });
}

/** `const out: number[] = `, also of `const out = [] as number[]`. */
function headOf({ declaration, init }: Target): Template {
  const [{ id }] = declaration.declarations;
  const isTyped = init.type !== 'TSAsExpression' || id.typeAnnotation !== undefined;
  if (isTyped) return [[declaration.range[0], init.range[0]]];
  return [[declaration.range[0], id.range[1]], ': ', init.typeAnnotation.range, ' = '];
}

/** `for…of` visits the holes of an array, `map` doesn't. */
function spreadWhereHoley(view: LoopView, items: ItemsPlan): ItemsPlan {
  const { space } = view.analysis.facts.loop;
  const mayHaveHoles = space.kind === 'elements' && !space.dense;
  return items.kind === 'iterable' && mayHaveHoles && !items.inStep ? { ...items, spread: true } : items;
}
