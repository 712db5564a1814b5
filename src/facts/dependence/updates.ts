/**
 * Purpose: recognise one step of an accumulation by its syntax.
 * Input: a node of the body.
 * Guarantee: within `range`, the accumulator is read only to be combined; a read inside `operands` breaks that.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, Reduction } from '../../model/index.ts';
import { bare, childrenOf, descendants, isSameSyntax } from './syntax.ts';

type Node = TSESTree.Node;

export interface Update {
  /** The accumulator: a variable, or the object that holds it (`counts` of `counts[k]++`). */
  readonly target: TSESTree.Identifier;
  readonly operator: Reduction['operator'];
  readonly ordered: boolean;
  readonly range: Range;
  /** Where the accumulator must not be accessed. */
  readonly operands: readonly Range[];
}

/** What a node does as an accumulation step: one entry for each accumulator. */
export function updatesAt(node: Node): readonly Update[] {
  switch (node.type) {
    case 'AssignmentExpression':
      return node.operator === '=' ? assignedUpdate(node) : compoundUpdate(node);
    case 'UpdateExpression':
      return update(node.argument, node, '+', false, []);
    case 'IfStatement':
      return conditionalUpdates(node);
    case 'ExpressionStatement':
      return methodUpdate(bare(node.expression));
    default:
      return [];
  }
}

const binary: Readonly<Record<string, Reduction['operator']>> = {
  '+': '+',
  '-': '-',
  '*': '*',
  '|': '|',
  '&': '&',
  '^': '^',
  '&&': 'and',
  '||': 'or',
};

const isBitwise = (operator: string): boolean => ['|', '&', '^'].includes(operator);

function compoundUpdate({ left, operator, right, range }: TSESTree.AssignmentExpression): readonly Update[] {
  const kind = binary[operator.slice(0, -1)];
  if (!kind) return [];
  const isText = kind === '+' && isString(right);
  return update(left, { range }, isText ? 'concat' : kind, !isBitwise(kind) && !isInteger(right), [right]);
}

/** `target` accumulates in `whole`; its subscripts belong to the operands. */
function update(
  target: Node,
  whole: { readonly range: Range },
  operator: Reduction['operator'],
  ordered: boolean,
  operands: readonly Node[],
): readonly Update[] {
  const place = bare(target);
  const root = rootOf(place);
  if (!root) return [];
  const isElement = hasVaryingKey(place);
  const ranges = [...operands, ...subscriptsOf(place)].map((node) => node.range);
  return [
    {
      target: root,
      operator: isElement ? 'histogram' : operator,
      ordered,
      range: whole.range,
      operands: ranges,
    },
  ];
}

function rootOf(node: Node): TSESTree.Identifier | undefined {
  const inner = bare(node);
  if (inner.type === 'Identifier') return inner;
  return inner.type === 'MemberExpression' ? rootOf(inner.object) : undefined;
}

function subscriptsOf(node: Node): readonly Node[] {
  const inner = bare(node);
  if (inner.type !== 'MemberExpression') return [];
  return [...subscriptsOf(inner.object), ...(inner.computed ? [inner.property] : [])];
}

function hasVaryingKey(node: Node): boolean {
  return subscriptsOf(node).some((key) => key.type !== 'Literal');
}

/** Surely a string: the sum is then a text. */
function isString(node: Node): boolean {
  const inner = bare(node);
  if (inner.type === 'TemplateLiteral') return true;
  if (inner.type === 'Literal') return typeof inner.value === 'string';
  return (
    inner.type === 'BinaryExpression' &&
    inner.operator === '+' &&
    (isString(inner.left) || isString(inner.right))
  );
}

/** A whole number as written: adding it in another order gives the same sum. */
function isInteger(node: Node): boolean {
  return node.type === 'Literal' && Number.isSafeInteger(node.value);
}

/** `s = s + e`, `s = Math.max(s, e)`, `s = e > s ? e : s`, `h[k] = (h[k] ?? 0) + 1` */
function assignedUpdate(node: TSESTree.AssignmentExpression): readonly Update[] {
  const { left } = node;
  const right = bare(node.right);
  switch (right.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return combined(node, left, right);
    case 'CallExpression':
      return extremeCall(node, right);
    case 'ConditionalExpression':
      return chosen(node, right);
    default:
      return [];
  }
}

function combined(
  whole: Node,
  left: Node,
  { operator, left: first, right: second }: TSESTree.BinaryExpression | TSESTree.LogicalExpression,
): readonly Update[] {
  const kind = binary[operator];
  if (!kind) return [];
  const isCommutative = !['-', '&&', '||'].includes(operator);
  const operand = isAccumulator(first, left)
    ? second
    : isCommutative && isAccumulator(second, left)
      ? first
      : undefined;
  if (!operand) return chained(whole, left, first, operator, second);
  const isText = kind === '+' && isString(operand);
  return update(left, whole, isText ? 'concat' : kind, !isBitwise(kind) && !isInteger(operand), [operand]);
}

/** `s = s + a + b`: the accumulator stands at the far left of a chain of one operator. */
function chained(whole: Node, left: Node, first: Node, operator: string, second: Node): readonly Update[] {
  const inner = bare(first);
  if (inner.type !== 'BinaryExpression' || inner.operator !== operator) return [];
  return combined(whole, left, inner).map((found) => ({
    ...found,
    ordered: true,
    operands: [...found.operands, second.range],
  }));
}

/** The accumulator itself, or itself with a default: `h[k] || 0`, `h[k] ?? 0`. */
function isAccumulator(node: Node, target: Node): boolean {
  const inner = bare(node);
  if (isSameSyntax(inner, bare(target))) return true;
  const isDefault =
    inner.type === 'LogicalExpression' && inner.operator !== '&&' && inner.right.type === 'Literal';
  return isDefault && isSameSyntax(bare(inner.left), bare(target));
}

function extremeCall(whole: TSESTree.AssignmentExpression, call: TSESTree.CallExpression): readonly Update[] {
  const { callee } = call;
  const isMath =
    callee.type === 'MemberExpression' && !callee.computed && callee.object.type === 'Identifier';
  if (!isMath || (callee.object as TSESTree.Identifier).name !== 'Math') return [];
  const { name } = callee.property as TSESTree.Identifier;
  const others = call.arguments.filter((argument) => !isSameSyntax(bare(argument), bare(whole.left)));
  if ((name !== 'max' && name !== 'min') || others.length !== call.arguments.length - 1) return [];
  return update(whole.left, whole, name, false, others);
}

function chosen(
  whole: TSESTree.AssignmentExpression,
  node: TSESTree.ConditionalExpression,
): readonly Update[] {
  const keeps = [node.consequent, node.alternate].findIndex((arm) =>
    isSameSyntax(bare(arm), bare(whole.left)),
  );
  const taken = keeps === 0 ? node.alternate : keeps === 1 ? node.consequent : undefined;
  const found = taken && comparison(node.test, whole.left, taken);
  if (!taken || !found) return [];
  const isGreater = (keeps === 1) === (found.direction === 'greater');
  return update(whole.left, whole, isGreater ? 'max' : 'min', true, [found.challenger, taken]);
}

interface Challenge {
  readonly direction: 'greater' | 'less';
  readonly challenger: Node;
}

/**
 * `e > best`, `key(x) < key(best)`: whether the test asks if a challenger beats the holder. The holder's side is the accumulator or a
 * property of it; `best === null || …` before it is an empty holder.
 */
function comparison(test: Node, holder: Node, taken: Node): Challenge | undefined {
  const node = bare(test);
  if (node.type === 'LogicalExpression' && node.operator === '||' && isEmptyTest(node.left, holder)) {
    return comparison(node.right, holder, taken);
  }
  if (node.type !== 'BinaryExpression' || !/^[<>]=?$/.test(node.operator)) return undefined;
  const isGreater = node.operator.startsWith('>');
  if (isKeyOf(node.right, holder, node.left, taken)) {
    return { direction: isGreater ? 'greater' : 'less', challenger: node.left };
  }
  if (isKeyOf(node.left, holder, node.right, taken)) {
    return { direction: isGreater ? 'less' : 'greater', challenger: node.right };
  }
  return undefined;
}

/** Whether `side` is the holder (`best`, and what is taken the challenger), or a property of both (`best.score`, `x.score`). */
function isKeyOf(side: Node, holder: Node, challenger: Node, taken: Node): boolean {
  const [a, b] = [bare(side), bare(challenger)];
  if (isSameSyntax(a, bare(holder))) return isSameSyntax(b, bare(taken));
  if (a.type !== 'MemberExpression' || b.type !== 'MemberExpression') return false;
  const isSameProperty = a.computed === b.computed && isSameSyntax(a.property, b.property);
  return (
    isSameProperty && isSameSyntax(bare(a.object), bare(holder)) && isSameSyntax(bare(b.object), bare(taken))
  );
}

function isEmptyTest(test: Node, holder: Node): boolean {
  const node = bare(test);
  if (node.type === 'UnaryExpression')
    return node.operator === '!' && isSameSyntax(bare(node.argument), bare(holder));
  if (node.type !== 'BinaryExpression' || !/^===?$/.test(node.operator)) return false;
  return isSameSyntax(bare(node.left), bare(holder)) && ['Literal', 'Identifier'].includes(node.right.type);
}

/** `if (e > best) { best = e; at = i; }`: the first assignment's target holds, the others record where. */
function conditionalUpdates(node: TSESTree.IfStatement): readonly Update[] {
  if (node.alternate) return [];
  const statements = node.consequent.type === 'BlockStatement' ? node.consequent.body : [node.consequent];
  const assignments = statements.map(plainAssignment);
  if (assignments.some((a) => a === undefined)) return [];
  const plain = assignments.filter((a) => a !== undefined);
  const held = plain.flatMap((a) => {
    const found = comparison(node.test, a.left, a.right);
    return found ? [{ ...a, ...found }] : [];
  });
  const [holder] = held;
  if (held.length !== 1 || !holder) return [];
  const operator = holder.direction === 'greater' ? 'max' : 'min';
  const best = update(holder.left, node, operator, true, [holder.challenger, ...plain.map((a) => a.right)]);
  const where = plain.filter((a) => a.left !== holder.left);
  return [...best, ...where.flatMap((a) => recorded(a, node, `arg${operator}`))];
}

function recorded(
  { left, right }: { readonly left: Node; readonly right: Node },
  node: TSESTree.IfStatement,
  operator: 'argmax' | 'argmin',
): readonly Update[] {
  return left.type === 'Identifier' ? update(left, node, operator, true, [node.test, right]) : [];
}

function plainAssignment(statement: Node): { readonly left: Node; readonly right: Node } | undefined {
  const expression = statement.type === 'ExpressionStatement' ? bare(statement.expression) : undefined;
  if (expression?.type !== 'AssignmentExpression' || expression.operator !== '=') return undefined;
  return { left: expression.left, right: expression.right };
}

const appending = new Set(['push', 'add', 'append']);

/** `out.push(e)`, `seen.add(e)` whose result isn't used; `m.set(k, (m.get(k) ?? 0) + 1)` */
function methodUpdate(call: Node): readonly Update[] {
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression' || call.callee.computed)
    return [];
  const { object, property } = call.callee;
  const { name } = property as TSESTree.Identifier;
  if (appending.has(name)) return update(object, call, 'append', true, call.arguments);
  const [key, value] = call.arguments;
  if (name !== 'set' || !key || !value) return [];
  const own = [...descendants(value)].filter((node) => isLookup(node, object, key));
  const operands = own.length === 0 ? [value] : operandsAround(value, own);
  return update(object, call, 'histogram', true, [key, ...operands]);
}

function isLookup(node: Node, object: Node, key: Node): boolean {
  return (
    node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    isSameSyntax(bare(node.callee.object), bare(object)) &&
    node.arguments.length === 1 &&
    isSameSyntax(node.arguments[0], key)
  );
}

/** The parts of `value` outside the lookups. */
function operandsAround(value: Node, lookups: readonly Node[]): readonly Node[] {
  const node = bare(value);
  if (lookups.includes(node)) return [];
  const hasLookup = [...descendants(node)].some((child) => lookups.includes(child));
  return hasLookup ? childrenOf(node).flatMap((child) => operandsAround(child, lookups)) : [node];
}
