/**
 * Variables from outside the body that every iteration assigns before it uses them: what they held before is never seen, so they
 * are as good as declared in the body.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { LoopSite } from '../analysis.ts';
import type { SourceUnit } from '../../model/index.ts';
import { contains, isFunction, walkNodes } from '../ast.ts';
import { scopeIndexOf } from '../scopes.ts';
import type { Variable } from '../scopes.ts';

export function renewedVariables({ unit, body }: LoopSite): readonly Variable[] {
  const found = new Set<Variable>();
  const scopes = scopeIndexOf(unit);
  if (body.type !== 'BlockStatement') return [];
  for (const statement of body.body) {
    for (const { target, from } of wholeAssignments(statement)) {
      const variable = scopes.variableOf(target);
      if (variable && isUsedAfter(variable, body, target, from)) found.add(variable);
    }
  }
  return [
    ...found,
    ...blockVariables(
      unit.scopes.scopes.flatMap((scope) => scope.variables as Variable[]),
      body,
    ),
  ];
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
  const end = target.parent?.range[1] ?? target.range[1];
  return variable.references.every(({ identifier, from: scope }) => {
    if (identifier === target) return true;
    if (!contains(body.range, identifier.range)) return scope.variableScope === variable.scope.variableScope;
    return identifier.range[0] > from && identifier.range[0] >= end;
  });
}

function declaredByVar(unit: SourceUnit, body: TSESTree.Node): readonly Variable[] {
  const found: Variable[] = [];
  walkNodes(body, (node) => {
    if (isFunction(node)) return false;
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return true;
    const variable = node.parent.kind === 'var' ? scopeIndexOf(unit).variableOf(node.id) : undefined;
    if (variable) found.push(variable);
    return true;
  });
  return found;
}

/** `var` of an inner block: all uses stand in that block, after its initialiser. */
function blockVariables(variables: readonly Variable[], body: TSESTree.Node): readonly Variable[] {
  return variables.filter((variable) => {
    const [def] = variable.defs;
    if (variable.defs.length !== 1 || def?.type !== 'Variable' || def.parent.kind !== 'var') return false;
    const block = def.parent.parent;
    if (!def.node.init || block?.type !== 'BlockStatement' || !contains(body.range, block.range))
      return false;
    return variable.references.every(
      ({ identifier }) => contains(block.range, identifier.range) && identifier.range[0] >= def.node.range[0],
    );
  });
}
