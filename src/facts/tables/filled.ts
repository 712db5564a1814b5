/**
 * Purpose: tables of numbers that a module fills while it is loaded: `const ROOTS = new Float64Array(256); for (…) ROOTS[i] = Math.sqrt(i);`
 * Input: a variable and all its uses in its file.
 * Guarantee: every thread that loads the module finds the same numbers there, and nothing changes them once they are read: from the
 * declaration to the last store the module runs nothing but arithmetic on its own constants and tables.
 */
import type { Reference, ScopeVariable as Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { isFunction, unwrap } from '../ast.ts';
import type { ScopeIndex } from '../scopes.ts';
import { computesNumbers, declarationOf } from './numbers.ts';
import { suppose } from './suppose.ts';

type Node = TSESTree.Node;

export function isFilledTable(scopes: ScopeIndex, variable: Variable): boolean {
  const init = lengthOfTable(scopes, variable);
  return init !== undefined && suppose(variable, () => isFilledOnce(scopes, variable, init));
}

const typedArray = /^(?:Int(?:8|16|32)|Uint(?:8|8Clamped|16|32)|Float(?:32|64))Array$/;

/** `n` of `const T = new Float64Array(n)` at the top of a module. @param kinds what it may be an array of */
export function lengthOfTable(
  scopes: ScopeIndex,
  variable: Variable,
  kinds: RegExp = typedArray,
): TSESTree.Expression | undefined {
  const declared = declarationOf(variable)?.init;
  const init = declared && unwrap(declared);
  if (init?.type !== 'NewExpression' || init.callee.type !== 'Identifier') return undefined;
  const [length, ...more] = init.arguments;
  const isTable = kinds.test(init.callee.name) && !scopes.variableOf(init.callee) && more.length === 0;
  return isTable && length && length.type !== 'SpreadElement' ? length : undefined;
}

function isFilledOnce(scopes: ScopeIndex, variable: Variable, length: TSESTree.Expression): boolean {
  const uses = variable.references.filter(({ init }) => !init);
  const stores = uses.filter(isStore);
  if (!uses.every((use) => stores.includes(use) || isElementRead(use))) return false;
  const program = variable.scope.block as TSESTree.Program;
  const end = Math.max(length.range[1], ...stores.map(({ identifier }) => identifier.range[1]));
  return program.body
    .filter(({ range }) => range[1] >= length.range[1] && range[0] < end)
    .every((statement) => isInert(scopes, statement));
}

/** A declaration of code or of a table, or a statement that computes numbers from numbers. */
function isInert(scopes: ScopeIndex, statement: TSESTree.ProgramStatement): boolean {
  switch (statement.type) {
    case 'FunctionDeclaration':
    case 'ImportDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return true;
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return statement.declaration?.type === 'FunctionDeclaration';
    case 'VariableDeclaration':
      return scopes.unit.scopes.getDeclaredVariables(statement).every((declared) => {
        const length = lengthOfTable(scopes, declared);
        return computesNumbers(scopes, length ?? statement, statement);
      });
    default:
      return computesNumbers(scopes, statement, statement);
  }
}

/** `T[i] = …` in code that runs while the module is loaded. */
function isStore({ identifier }: Reference): boolean {
  const member = identifier.parent;
  if (member.type !== 'MemberExpression' || member.object !== identifier || !member.computed) return false;
  return isStoredTo(outermost(member)) && !isInFunction(member);
}

/** With TypeScript's wrappers around it. */
function outermost(node: Node): Node {
  const { parent } = node;
  return parent && unwrap(parent) === unwrap(node) ? outermost(parent) : node;
}

function isStoredTo(node: Node): boolean {
  const { parent } = node;
  if (parent?.type === 'AssignmentExpression') return parent.left === node;
  return parent?.type === 'UpdateExpression';
}

function isInFunction(node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) if (isFunction(at)) return true;
  return false;
}

/** `T[i]` and `T.length`, which give a number. */
function isElementRead({ identifier }: Reference): boolean {
  const member = identifier.parent;
  if (member.type !== 'MemberExpression' || member.object !== identifier) return false;
  if (!member.computed) return member.property.type === 'Identifier' && member.property.name === 'length';
  return isPlainRead(outermost(member));
}

/** Neither the target of an assignment or pattern, nor called, nor deleted. */
function isPlainRead(node: Node): boolean {
  const { parent } = node;
  if (!parent || isStoredTo(node)) return false;
  if (/Pattern$|^(?:Property|RestElement)$/.test(parent.type)) return false;
  if (/^For(?:In|Of)Statement$/.test(parent.type)) return 'right' in parent && parent.right === node;
  if (parent.type === 'CallExpression' || parent.type === 'TaggedTemplateExpression')
    return 'arguments' in parent && parent.callee !== node;
  return parent.type !== 'UnaryExpression' || parent.operator !== 'delete';
}
