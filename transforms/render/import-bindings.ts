/**
 * Purpose: what the imports of a file bind, in either module syntax.
 * Input: a statement of the top level.
 * Guarantee: each binding is found with the module, its name there, and the node that names it here.
 */
import type { TSESTree } from '@typescript-eslint/types';

/** A binding that an import (or require) makes: what it is of the module, and where it stands. */
export interface ImportBinding {
  readonly from: string;
  readonly name: string;
  readonly local: string;
  readonly at: TSESTree.Node;
}

/** All bindings of a statement; none when it doesn't import. */
export function listBindings(node: TSESTree.Node): ImportBinding[] {
  const from = importedFrom(node);
  if (node.type === 'ImportDeclaration') {
    return node.specifiers.map((at) => ({ from, name: importedName(at), local: at.local.name, at }));
  }
  if (node.type !== 'VariableDeclaration') return [];
  const { id } = node.declarations[0];
  if (from === '') return id.type === 'Identifier' ? listMember(node, id) : [];
  if (id.type === 'Identifier') return [{ from, name: '*', local: id.name, at: id }];
  if (id.type !== 'ObjectPattern') return [];
  return id.properties.map((at) => ({ from, name: keyOf(at), local: localOf(at), at }));
}

/** `const parse = require('parse').default` */
function listMember(node: TSESTree.VariableDeclaration, at: TSESTree.Identifier): ImportBinding[] {
  const member = node.declarations.length === 1 ? node.declarations[0].init : undefined;
  if (member?.type !== 'MemberExpression' || member.property.type !== 'Identifier') return [];
  const from = requiredBy(member.object);
  return from === undefined ? [] : [{ from, name: member.property.name, local: at.name, at }];
}

/** `default`, `*`, or the exported name. */
export function importedName(specifier: TSESTree.ImportClause): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
}

function keyOf(property: TSESTree.Property | TSESTree.RestElement): string {
  return property.type === 'Property' && property.key.type === 'Identifier' ? property.key.name : '';
}

function localOf(property: TSESTree.Property | TSESTree.RestElement): string {
  return property.type === 'Property' && property.value.type === 'Identifier' ? property.value.name : '';
}

/** The module that a statement imports or requires; '' when it does neither. */
export function importedFrom(node: TSESTree.Node): string {
  if (node.type === 'ImportDeclaration') return node.source.value;
  return requiredFrom(node) ?? '';
}

/** The module of `const … = require('module')`. */
export function requiredFrom(node: TSESTree.Node): string | undefined {
  if (node.type !== 'VariableDeclaration' || node.declarations.length !== 1) return undefined;
  return requiredBy(node.declarations[0].init);
}

function requiredBy(init: TSESTree.Expression | null): string | undefined {
  if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier') return undefined;
  const [argument] = init.arguments;
  const isRequire = init.callee.name === 'require' && argument?.type === 'Literal';
  return isRequire && typeof argument.value === 'string' ? argument.value : undefined;
}
