/** Names under which a file declares what may be replaced on its classes and on the object that it exports. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import { isClass, staticKey, unwrap, walkNodes } from './ast.ts';
import { nodesOf } from './nodes.ts';
import { scopeIndexOf } from './scopes.ts';
import { moduleExports } from './values/exports.ts';

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** Methods, and static fields. */
export function memberNames({ body }: ClassNode): ReadonlySet<string> {
  const names = body.body.flatMap((member) => {
    const isShared =
      member.type === 'MethodDefinition' || (member.type === 'PropertyDefinition' && member.static);
    return isShared ? [staticKey(member.key, member.computed)] : [];
  });
  return new Set(names.filter((name) => name !== undefined));
}

const known = new WeakMap<SourceUnit['ast'], ReadonlySet<string>>();

/** Members of its classes, and what is in the objects that it exports as CommonJS or by default. */
export function declaredNames(unit: SourceUnit): ReadonlySet<string> {
  const before = known.get(unit.ast);
  if (before) return before;
  const members = nodesOf(unit).flatMap((node) => (isClass(node) ? [...memberNames(node)] : []));
  const found = new Set([...members, ...exportedNames(unit)]);
  known.set(unit.ast, found);
  return found;
}

function exportedNames(unit: SourceUnit): readonly string[] {
  const isModule = unit.ast.body.some(({ type }) => /^(?:Import|Export)/.test(type));
  const exports = [...moduleExports(unit)];
  const open = isModule ? exports.filter(([name]) => name === 'default') : exports;
  return open.flatMap(([name, node]) => [name, ...keysIn(unit, node)]);
}

/** Of a literal, and of those in it. */
function keysIn(unit: SourceUnit, node: TSESTree.Node): readonly string[] {
  const keys: (string | undefined)[] = [];
  walkNodes(initialiserOf(unit, node), (inner) => {
    if (inner.type === 'Property') keys.push(staticKey(inner.key, inner.computed));
    return /^(?:Object|Array)Expression$|^Property$/.test(inner.type);
  });
  return keys.filter((key) => key !== undefined);
}

function initialiserOf(unit: SourceUnit, node: TSESTree.Node): TSESTree.Node {
  const value = unwrap(node);
  const variable = value.type === 'Identifier' ? scopeIndexOf(unit).variableOf(value) : undefined;
  const definition = variable?.defs[0];
  return definition?.type === 'Variable' && definition.node.init ? unwrap(definition.node.init) : value;
}
