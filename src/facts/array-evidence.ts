/** Whether an expression is proven to be an Array, by what, and whether it may have holes. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import { unwrap } from './ast.ts';
import { isArrayMadeByCall } from './makers.ts';
import { localRunOf } from './run.ts';
import { scopeIndexOf } from './scopes.ts';
import { inferType } from './values/infer.ts';

export interface ArrayEvidence {
  readonly isArray: 'syntax' | 'type' | 'jsdoc' | 'unknown';
  readonly dense: boolean;
}

export function arrayEvidence(unit: SourceUnit, node: TSESTree.Node, run = localRunOf(unit)): ArrayEvidence {
  const expression = unwrap(node);
  const atoms = [...inferType(run, expression, unit)];
  const isArray = atoms.length > 0 && atoms.every(({ kind }) => kind === 'array');
  if (!isArray) {
    const isKnown = isCheckedArray(unit, expression) || isArrayMadeByCall(run, unit, expression);
    return { isArray: isKnown ? 'type' : 'unknown', dense: isDenseKind(atoms) };
  }
  return { isArray: sourceOfEvidence(unit, expression), dense: isDense(expression) };
}

/** The type checker's word, where there is one. */
function isCheckedArray(unit: SourceUnit, node: TSESTree.Node): boolean {
  if (!unit.types) return false;
  const checker = unit.types.program.getTypeChecker();
  const type = unit.types.getTypeAtLocation(node);
  return checker.isArrayType(type) || checker.isTupleType(type);
}

/** Iterating these never meets a hole. */
function isDenseKind(atoms: readonly { readonly kind: string }[]): boolean {
  return (
    atoms.length > 0 &&
    atoms.every(({ kind }) => /^(?:string|typed-array|buffer|set|map|iterator)$/.test(kind))
  );
}

function sourceOfEvidence(unit: SourceUnit, node: TSESTree.Node): ArrayEvidence['isArray'] {
  if (node.type !== 'Identifier') return 'syntax';
  const variable = scopeIndexOf(unit).variableOf(node);
  const [identifier] = variable?.identifiers ?? [];
  if (identifier?.typeAnnotation) return 'type';
  return variable?.defs[0]?.type === 'Parameter' ? 'jsdoc' : 'syntax';
}

/** By provenance: a literal without holes, or what a call just made. */
function isDense(node: TSESTree.Node): boolean {
  if (node.type === 'ArrayExpression') return node.elements.every((element) => element !== null);
  return false;
}
