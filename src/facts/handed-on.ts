/**
 * Purpose: modules, prototypes and built-ins that a file hands on, so that code which doesn't name them changes them:
 * `stub(lib, 'rate', f)`, `[Array.prototype]`.
 * Input: a file.
 * Guarantee: all that the file passes, returns, assigns, or puts into an array, an object or a default value, by a name that stands for it.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import { staticKey, unwrap, walkNodes } from './ast.ts';
import { holderOf } from './holders.ts';
import type { Holder } from './holders.ts';

type Node = TSESTree.Node;

const known = new WeakMap<SourceUnit['ast'], readonly Holder[]>();

export function handedOnBy(unit: SourceUnit): readonly Holder[] {
  const before = known.get(unit.ast);
  if (before) return before;
  const found: Holder[] = [];
  walkNodes(unit.ast, (node) => {
    for (const value of handedOnAt(node).map(unwrap)) {
      const holder = holderOf(unit, value);
      if (holder && isWhole(value, holder)) found.push(holder);
    }
    return undefined;
  });
  known.set(unit.ast, found);
  return found;
}

function handedOnAt(node: Node): readonly Node[] {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
      return isOfObject(node.callee) ? [] : node.arguments;
    case 'ArrayExpression':
      return node.elements.filter((element) => element !== null);
    case 'LogicalExpression':
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return [node.right];
    case 'ConditionalExpression':
      return [node.consequent, node.alternate];
    case 'ArrowFunctionExpression':
      return [node.body];
    case 'ReturnStatement':
    case 'YieldExpression':
      return node.argument ? [node.argument] : [];
    case 'Property':
    case 'PropertyDefinition':
      return node.value ? [node.value] : [];
    default:
      return [];
  }
}

/** Functions of `Object` and `Reflect` that give nothing of the object away; what they change is told from the call itself (puts.ts). */
function isOfObject(callee: Node): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  const name = staticKey(callee.property, callee.computed);
  return /^(?:Object|Reflect)$/.test(callee.object.name) && name !== 'values' && name !== 'entries';
}

/** A prototype, a whole module, or a built-in by its own name; what is in them is looked at where it is read. */
function isWhole(value: Node, holder: Holder): boolean {
  if (holder.isPrototype) return true;
  if (holder.kind === 'builtin')
    return value.type === 'Identifier' && !/^(?:undefined|NaN|Infinity)$/.test(value.name);
  return holder.kind === 'module' && holder.name === undefined;
}
