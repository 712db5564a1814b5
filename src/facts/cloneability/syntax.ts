/** Cloneability of expressions, where no types are known. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Cloneability } from '../../model/index.ts';
import { type BuiltinProfile, type Shape, type Source, lookupGlobal } from '../builtins/index.ts';
import { dottedName } from './names.ts';
import { atPath, exact, joinCloneability, unknownAt } from './join.ts';
import { cloneabilityOfGlobal, cloneabilityOfValueKind, losses } from './table.ts';

/** What the caller knows of expressions that the syntax doesn't settle: identifiers, calls, members; names that are shadowed. */
export type Resolver = (node: TSESTree.Expression) => Cloneability | undefined;

/**
 * Of the value of an expression. `resolve` is asked first, for every expression on the way; a global's name counts as the
 * built-in unless `resolve` says otherwise. A computed key counts as a string unless it is known to be a symbol.
 */
export function cloneabilityOfExpression(
  node: TSESTree.Expression,
  resolve: Resolver,
  path = '',
): Cloneability {
  const known = resolve(node);
  if (known !== undefined) return atPath(path, known);
  const of = (inner: TSESTree.Expression) => cloneabilityOfExpression(inner, resolve, path);
  if (makesPrimitive.has(node.type)) return exact;
  if (makesFunction.has(node.type)) return losses.functionValue(path);
  if (isWrapper(node)) return of(node.expression);
  switch (node.type) {
    case 'Literal':
      return 'regex' in node && /[gy]/.test(node.regex.flags)
        ? cloneabilityOfValueKind('regexp', path)
        : exact;
    case 'Identifier':
      return ['undefined', 'NaN', 'Infinity'].includes(node.name) ? exact : unknownAt(path);
    case 'ArrayExpression':
      return ofElements(node, resolve, path);
    case 'ObjectExpression':
      return joinCloneability(node.properties.map((property) => ofProperty(property, resolve, path)));
    case 'ConditionalExpression':
      return joinCloneability([of(node.consequent), of(node.alternate)]);
    case 'LogicalExpression':
      return joinCloneability([of(node.left), of(node.right)]);
    case 'AssignmentExpression':
      return ['=', '??=', '||=', '&&='].includes(node.operator) ? of(node.right) : exact;
    case 'SequenceExpression':
      return joinCloneability(node.expressions.slice(-1).map(of));
    case 'ImportExpression':
      return cloneabilityOfValueKind('promise', path);
    case 'NewExpression':
    case 'CallExpression':
      return ofCall(node, resolve, path);
    default:
      return unknownAt(path);
  }
}

const makesPrimitive = new Set<string>([
  'TemplateLiteral',
  'BinaryExpression',
  'UnaryExpression',
  'UpdateExpression',
]);
const makesFunction = new Set<string>(['ArrowFunctionExpression', 'FunctionExpression', 'ClassExpression']);
const wrappers = new Set<string>([
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'ChainExpression',
]);

function isWrapper(node: TSESTree.Expression): node is TSESTree.TSAsExpression {
  return wrappers.has(node.type);
}

function ofElements(node: TSESTree.ArrayExpression, resolve: Resolver, path: string): Cloneability {
  return joinCloneability(
    node.elements.map((element, index) => {
      if (element === null) return exact;
      if (element.type === 'SpreadElement') return cloneabilityOfExpression(element.argument, resolve, path);
      return cloneabilityOfExpression(element, resolve, `${path}[${index}]`);
    }),
  );
}

function ofProperty(
  property: TSESTree.ObjectExpression['properties'][number],
  resolve: Resolver,
  path: string,
): Cloneability {
  if (property.type === 'SpreadElement') return cloneabilityOfExpression(property.argument, resolve, path);
  const name = nameOf(property);
  const inner = path === '' ? name : `${path}.${name}`;
  if (property.kind !== 'init') return losses.accessor(inner);
  if (name === '__proto__' && !property.computed && !property.shorthand) return losses.prototype(path);
  const value = cloneabilityOfExpression(property.value as TSESTree.Expression, resolve, inner);
  return joinCloneability([hasSymbolKey(property, resolve) ? losses.symbolKey(inner) : exact, value]);
}

function nameOf(property: TSESTree.Property): string {
  if (!property.computed && property.key.type === 'Identifier') return property.key.name;
  return property.key.type === 'Literal' ? String(property.key.value) : '[computed]';
}

function hasSymbolKey(property: TSESTree.Property, resolve: Resolver): boolean {
  if (!property.computed) return false;
  if (dottedName(property.key)?.startsWith('Symbol.')) return true;
  const key = cloneabilityOfExpression(property.key, resolve);
  return key.kind === 'throws';
}

/** Of `new X(…)` and `f(…)` for built-ins; collections are joined with what they are made from. */
function ofCall(
  node: TSESTree.NewExpression | TSESTree.CallExpression,
  resolve: Resolver,
  path: string,
): Cloneability {
  const name = dottedName(node.callee);
  if (name === undefined || (node.callee.type === 'Identifier' && resolve(node.callee) !== undefined))
    return unknownAt(path);
  const special = Object.hasOwn(specialCalls, name) ? specialCalls[name] : undefined;
  if (special !== undefined) return special(path);
  const use = node.type === 'NewExpression' ? 'new' : 'call';
  const profile = lookupGlobal(name, use, node.arguments.length);
  const own = (use === 'new' && cloneabilityOfGlobal(name, path)) || undefined;
  if (profile === undefined) return own ?? unknownAt(path);
  const itself = own ?? cloneabilityOfValueKind(profile.returns.kind, path);
  const held = argumentsHeld(profile, node).map((argument) =>
    argument === undefined || argument.type === 'SpreadElement'
      ? unknownAt(path)
      : cloneabilityOfExpression(argument, resolve, path),
  );
  return joinCloneability([itself, ...held]);
}

const specialCalls: Readonly<Record<string, (path: string) => Cloneability>> = {
  'Object.freeze': losses.frozen,
  'Object.seal': losses.frozen,
  'Object.create': losses.prototype,
};

/** The arguments that the result is or holds; undefined for a value that isn't one (a callback's result). */
function argumentsHeld(
  profile: BuiltinProfile,
  node: TSESTree.NewExpression | TSESTree.CallExpression,
): readonly (TSESTree.CallExpressionArgument | undefined)[] {
  return sourcesOf(profile.returns).flatMap(({ operand }) => {
    if (operand.kind === 'argument') return node.arguments.slice(operand.index, operand.index + 1);
    if (operand.kind === 'rest') return node.arguments.slice(operand.index);
    const callee = operand.kind === 'result' ? profile.callbacks[operand.index]?.callee : undefined;
    const isLeftOut = callee?.kind === 'argument' && node.arguments.length <= callee.index;
    return isLeftOut ? [] : [undefined];
  });
}

function sourcesOf(shape: Shape): readonly Source[] {
  return [...shape.is, ...(shape.elements ? sourcesOf(shape.elements) : [])];
}
