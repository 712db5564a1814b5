/**
 * Variables from outside the body that every iteration assigns before it uses them: what they held before is never seen, so they
 * are as good as declared in the body.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { LoopSite } from '../analysis.ts';
import type { Range, SourceUnit } from '../../model/index.ts';
import { contains } from '../ast.ts';
import { scopeIndexOf } from '../scopes.ts';
import type { Variable } from '../scopes.ts';

export function renewedVariables(site: LoopSite): readonly Variable[] {
  const { unit, body } = site;
  const found = new Set<Variable>();
  const scopes = scopeIndexOf(unit);
  if (body.type !== 'BlockStatement') return [];
  for (const statement of body.body) {
    for (const { target, from } of wholeAssignments(statement)) {
      const variable = scopes.variableOf(target);
      if (variable && isUsedAfter(variable, body, target, from)) found.add(variable);
    }
  }
  return [...found, ...blockVariables(site)];
}

/** `x = …;` and `var x = …;` that always run. */
function wholeAssignments(statement: TSESTree.Statement) {
  if (statement.type === 'VariableDeclaration') {
    return statement.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier' && init ? [{ target: id, from: id.range[0] }] : [],
    );
  }
  if (statement.type !== 'ExpressionStatement') return [];
  const { expression } = statement;
  const isWhole =
    expression.type === 'AssignmentExpression' &&
    expression.operator === '=' &&
    expression.left.type === 'Identifier';
  return isWhole ? [{ target: expression.left as TSESTree.Identifier, from: expression.range[0] }] : [];
}

/** No use in the body before the assignment, nor on its right side, nor in a function that may run before it. */
function isUsedAfter(
  variable: Variable,
  body: TSESTree.Node,
  target: TSESTree.Identifier,
  from: number,
): boolean {
  const end = target.parent.range[1];
  return variable.references.every(({ identifier, from: scope }) => {
    if (identifier === target) return true;
    if (!contains(body.range, identifier.range)) return scope.variableScope === variable.scope.variableScope;
    return identifier.range[0] > from && identifier.range[0] >= end;
  });
}

/** `var` of an inner block: all uses stand in that block, after its initialiser. */
function blockVariables({ unit, body }: LoopSite): readonly Variable[] {
  return blocksOf(unit).flatMap(({ variable, block }) => (contains(body.range, block) ? [variable] : []));
}

interface BlockVariable {
  readonly variable: Variable;
  readonly block: Range;
}

const blockVariablesOf = new WeakMap<SourceUnit['ast'], readonly BlockVariable[]>();

/** Those of the whole file, found once. */
function blocksOf(unit: SourceUnit): readonly BlockVariable[] {
  const known = blockVariablesOf.get(unit.ast);
  if (known) return known;
  const variables = unit.scopes.scopes.flatMap((scope) => scope.variables as Variable[]);
  const found = variables.flatMap((variable) => {
    const block = ownBlock(variable);
    return block ? [{ variable, block }] : [];
  });
  blockVariablesOf.set(unit.ast, found);
  return found;
}

function ownBlock({ defs, references }: Variable): Range | undefined {
  const [def] = defs;
  if (defs.length !== 1 || def?.type !== 'Variable' || def.parent.kind !== 'var') return undefined;
  const block = def.parent.parent;
  if (!def.node.init || block.type !== 'BlockStatement') return undefined;
  const start = def.node.range[0];
  const isOwn = references.every(
    ({ identifier }) => contains(block.range, identifier.range) && identifier.range[0] >= start,
  );
  return isOwn ? block.range : undefined;
}
