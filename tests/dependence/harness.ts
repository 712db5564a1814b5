/**
 * A loop's DependenceInput from plain JavaScript, for the tests of this folder: every identifier and member expression is an
 * access of the place that its text names. No aliases are followed.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Access, Binding, Key, Loop, Place } from '../../src/model/index.ts';
import type { AliasOracle, DependenceInput } from '../../src/facts/dependence/index.ts';
import { polynomialOf } from '../../src/facts/dependence/index.ts';
import { descendants, isInside, writtenBy } from './tools.ts';
import { parseSource } from '../../src/parse/index.ts';

type Node = TSESTree.Node;

export interface HarnessOptions {
  readonly aliases?: Partial<AliasOracle>;
  readonly liveAfter?: readonly string[];
}

/** What is known of arrays that are all separate and hold separate rows. */
export const separate: AliasOracle = {
  relate: (a, b) =>
    JSON.stringify(a.root) === JSON.stringify(b.root) && a.path.length === b.path.length ? 'may' : 'distinct',
  hasDistinctElements: () => true,
  isTypedArray: () => false,
  mayBeView: () => false,
};

/** The input for the first loop statement of a text (or the callback of its first `.forEach`/`.map`). */
export function inputOf(text: string, options: HarnessOptions = {}): DependenceInput {
  const result = parseSource(text, 'test.js');
  if (!('unit' in result)) throw new Error(JSON.stringify(result.skipped));
  const { ast, scopes } = result.unit;
  const loopNode = [...descendants(ast)].find((node) =>
    /^(For|ForOf|While|DoWhile)Statement$/.test(node.type),
  );
  if (!loopNode || !('body' in loopNode)) throw new Error('no loop');
  const body = loopNode.body as Node;
  const variables = scopes.scopes.flatMap((scope) => scope.variables).filter((v) => v.identifiers.length > 0);
  const bindings = new Map<Node, Binding>();
  for (const variable of variables) {
    const declared = variable.identifiers[0];
    if (!declared) continue;
    const binding: Binding = {
      id: `${variable.name}@${declared.range[0]}`,
      name: variable.name,
      kind: kindOf(variable.defs[0]?.node, declared),
      level: isInside(declared.range, body.range) ? 'iteration' : 'enclosing',
      declared: declared.range,
      reassigned: variable.references.some((r) => r.isWrite() && !r.init),
    };
    bindings.set(declared, binding);
    for (const { identifier } of variable.references) bindings.set(identifier, binding);
  }
  const bindingOf = (identifier: TSESTree.Identifier) => bindings.get(identifier);
  const loop = { form: 'for', label: undefined, items: [], range: loopNode.range } as unknown as Loop;
  return {
    loop,
    body,
    accesses: collectAccesses(body, bindingOf),
    bindings: [...new Set(bindings.values())],
    bindingOf,
    aliases: { ...separate, ...options.aliases },
    isLiveAfter: (id) => options.liveAfter?.includes(id.split('@')[0] ?? '') ?? false,
  };
}

function kindOf(definition: Node | undefined, declared: Node): Binding['kind'] {
  if (definition?.type === 'VariableDeclarator') {
    return (definition.parent as TSESTree.VariableDeclaration).kind as Binding['kind'];
  }
  return declared.parent?.type === 'FunctionDeclaration' ? 'param' : 'let';
}

function collectAccesses(body: Node, bindingOf: DependenceInput['bindingOf']): readonly Access[] {
  const accesses: Omit<Access, 'id' | 'order'>[] = [];
  for (const node of descendants(body)) {
    const changed = receiverOf(node, bindingOf);
    if (changed) accesses.push({ kind: 'write', place: changed, range: node.range, conditional: false });
    const place = placeOf(node, bindingOf);
    if (!place) continue;
    const conditional = false;
    for (const kind of kindsOf(node)) accesses.push({ kind, place, range: node.range, conditional });
  }
  return accesses.map((access, id) => ({ ...access, id, order: id }));
}

/** All of the object that `xs.push(…)`, `m.set(…)` change. */
function receiverOf(node: Node, bindingOf: DependenceInput['bindingOf']): Place | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { object, property } = node.callee;
  if (property.type !== 'Identifier' || !['push', 'set'].includes(property.name)) return undefined;
  const place = placeOf(object, bindingOf);
  return place && { root: place.root, path: [...place.path, { kind: 'all' }] };
}

function kindsOf(node: Node): readonly Access['kind'][] {
  const { parent } = node;
  if (parent?.type === 'MemberExpression' && parent.property === node && !parent.computed) return [];
  if (parent?.type === 'UpdateExpression') return ['read', 'write'];
  const isTarget = parent?.type === 'AssignmentExpression' && parent.left === node;
  if (isTarget) return parent.operator === '=' ? ['write'] : ['read', 'write'];
  if (node.type === 'Identifier' && parent && writtenBy(parent).includes(node)) return ['write'];
  return parent?.type === 'LabeledStatement' || parent?.type === 'Property' ? [] : ['read'];
}

function placeOf(node: Node, bindingOf: DependenceInput['bindingOf']): Place | undefined {
  if (node.type === 'Identifier') {
    const binding = bindingOf(node);
    const { name } = node;
    if (!binding) return name === 'total' ? { root: { kind: 'global', name }, path: [] } : undefined;
    return { root: { kind: 'binding', id: binding.id, name }, path: [] };
  }
  if (node.type !== 'MemberExpression') return undefined;
  const object = placeOf(node.object, bindingOf);
  return object && { root: object.root, path: [...object.path, keyOf(node, bindingOf)] };
}

function keyOf(node: TSESTree.MemberExpression, bindingOf: DependenceInput['bindingOf']): Key {
  if (!node.computed) return { kind: 'name', name: (node.property as TSESTree.Identifier).name };
  const subscript = polynomialOf(node.property, bindingOf);
  return subscript ? { kind: 'index', subscript } : { kind: 'unknown' };
}
