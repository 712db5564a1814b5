/**
 * Purpose: which places may hold the same object.
 * Input: where variables get their objects from.
 * Guarantee: `distinct` only where proven: different allocations, or an allocation of this call against what came in.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Place, SourceUnit } from '../model/index.ts';
import type { LoopSite } from './analysis.ts';
import { isFunction, unwrap } from './ast.ts';
import type { AliasOracle } from './dependence/index.ts';
import type { Run } from './run.ts';
import { isReassigned, scopeIndexOf } from './scopes.ts';
import type { Variable } from './scopes.ts';
import { inferType } from './values/infer.ts';
import { variableType } from './values/evidence.ts';

export function createAliases(run: Run, site: LoopSite): AliasOracle {
  const find = (place: Place) => variableOfRoot(site.unit, place);
  return {
    relate(a, b) {
      if (a.path.length > 0 || b.path.length > 0) return 'may';
      return relateVariables(run, site.unit, find(a), find(b));
    },
    hasDistinctElements: () => false,
    isTypedArray: (place) => {
      const variable = place.path.length === 0 ? find(place) : undefined;
      if (!variable) return false;
      const atoms = [...variableType(run, variable, site.unit)];
      return atoms.length > 0 && atoms.every(({ kind }) => kind === 'typed-array' || kind === 'buffer');
    },
  };
}

function relateVariables(
  run: Run,
  unit: SourceUnit,
  a: Variable | undefined,
  b: Variable | undefined,
): 'distinct' | 'may' | 'same' {
  if (!a || !b) return 'may';
  if (a === b) return 'same';
  const [from, to] = [originOf(run, unit, a), originOf(run, unit, b)];
  if (from === 'allocated' && to !== 'unknown') return 'distinct';
  return to === 'allocated' && from !== 'unknown' ? 'distinct' : 'may';
}

/** `allocated`: holds nothing but objects made where it is assigned. `given`: a parameter that is never assigned. */
function originOf(run: Run, unit: SourceUnit, variable: Variable): 'allocated' | 'given' | 'unknown' {
  const [def] = variable.defs;
  if (def?.type === 'Parameter') return isReassigned(variable) ? 'unknown' : 'given';
  if (def?.type !== 'Variable') return 'unknown';
  const writes = variable.references.filter((reference) => reference.isWrite());
  const isAllocated = writes.every(({ identifier, writeExpr }) => {
    const { parent } = identifier;
    const isWhole =
      (parent?.type === 'VariableDeclarator' && parent.id === identifier) ||
      (parent?.type === 'AssignmentExpression' && parent.left === identifier && parent.operator === '=');
    return isWhole && writeExpr != null && isAllocation(run, unit, writeExpr);
  });
  return writes.length > 0 && isAllocated ? 'allocated' : 'unknown';
}

/** Literals, `new` of built-ins, and calls that are known to make something new. */
function isAllocation(run: Run, unit: SourceUnit, node: TSESTree.Node): boolean {
  const expression = unwrap(node);
  switch (expression.type) {
    case 'ArrayExpression':
    case 'ObjectExpression':
      return true;
    case 'NewExpression': {
      const isGlobal =
        expression.callee.type === 'Identifier' && !scopeIndexOf(unit).variableOf(expression.callee);
      const kinds = [...inferType(run, expression, unit)].map(({ kind }) => kind);
      const mayShare = kinds.some((kind) => kind === 'typed-array' || kind === 'data-view' || kind === 'any');
      return isGlobal && (!mayShare || isSizeOnly(expression));
    }
    default:
      return isFunction(expression);
  }
}

/** `new Float64Array(n)`, not a view of a buffer. */
function isSizeOnly({ arguments: args }: TSESTree.NewExpression): boolean {
  const [size] = args;
  if (!size) return true;
  return args.length === 1 && (size.type === 'Literal' || size.type === 'BinaryExpression');
}

function variableOfRoot(unit: SourceUnit, { root }: Place): Variable | undefined {
  if (root.kind !== 'binding') return undefined;
  const at = root.id.lastIndexOf('@');
  const [name, offset] = [root.id.slice(0, at), Number(root.id.slice(at + 1))];
  for (const scope of unit.scopes.scopes) {
    const variable = scope.set.get(name);
    const identifier = variable?.identifiers[0];
    if (identifier?.range[0] === offset) return scopeIndexOf(unit).variableOf(identifier);
  }
  return undefined;
}
