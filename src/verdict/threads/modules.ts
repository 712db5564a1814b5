/** From an identifier to what it was imported as. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type { SourceUnit } from '../../model/index.ts';
import type { FunctionNode, VisitorKeys } from './walk.ts';
import { isFunction, propertyName, unwrap } from './walk.ts';

/** What is used of ESLint's `sourceCode`. */
export interface SourceCode extends Pick<
  Readonly<TSESLint.SourceCode>,
  'ast' | 'text' | 'getScope' | 'getDeclaredVariables'
> {
  readonly visitorKeys: VisitorKeys;
  readonly parserServices?: unknown;
  getText(node: TSESTree.Node): string;
}

/** The same of a file that doall has parsed itself. */
export function sourceCodeOf({ ast, text, scopes }: SourceUnit): SourceCode {
  return {
    ast: ast as SourceCode['ast'],
    text,
    visitorKeys: undefined,
    getText: ({ range }) => text.slice(...range),
    getScope: (node) => scopeAround(node, scopes),
    getDeclaredVariables: (node) => scopes.getDeclaredVariables(node),
  };
}

function scopeAround(node: TSESTree.Node, scopes: ScopeManager): TSESLint.Scope.Scope {
  for (let at: TSESTree.Node | undefined = node; at; at = at.parent) {
    const scope = scopes.acquire(at, node.type !== 'Program');
    if (scope) return scope.type === 'function-expression-name' ? (scope.childScopes[0] ?? scope) : scope;
  }
  return scopes.scopes[0] as TSESLint.Scope.Scope;
}

export type Variable = TSESLint.Scope.Variable;

/** An export of a module; `default` also stands for the module itself (`import * as x`, `require('x')`). */
export interface ExportName {
  readonly module: string;
  readonly name: string;
}

/** The variable that an identifier refers to. */
export function findVariable(sourceCode: SourceCode, identifier: TSESTree.Identifier): Variable | undefined {
  let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(identifier);
  while (scope) {
    const variable = scope.set.get(identifier.name);
    if (variable) return variable;
    scope = scope.upper;
  }
  return undefined;
}

/** The expression without annotations, or what the constant that it names was given. */
export function constantValue(sourceCode: SourceCode, expression: TSESTree.Node): TSESTree.Node {
  const node = unwrap(expression);
  const definition = node.type === 'Identifier' ? findVariable(sourceCode, node)?.defs[0] : undefined;
  const isConstant = definition?.type === 'Variable' && definition.parent.kind === 'const';
  if (!isConstant || definition.node.id.type !== 'Identifier') return node;
  return definition.node.init ?? node;
}

/** What `Worker`, `threads.Worker` or `require('worker_threads').Worker` was imported as; follows this many variables. */
export function exportOf(
  sourceCode: SourceCode,
  expression: TSESTree.Node,
  follow = 3,
): ExportName | undefined {
  const node = unwrap(expression);
  if (node.type === 'Identifier') return exportOfIdentifier(sourceCode, node, follow);
  if (node.type === 'MemberExpression') {
    const module = exportOf(sourceCode, node.object, follow);
    const name = propertyName(node);
    return module?.name === 'default' && name ? { module: module.module, name } : undefined;
  }
  const module = requiredModule(node);
  return module === undefined ? undefined : { module, name: 'default' };
}

function exportOfIdentifier(
  sourceCode: SourceCode,
  node: TSESTree.Identifier,
  follow: number,
): ExportName | undefined {
  const variable = findVariable(sourceCode, node);
  const definition = variable?.defs[0];
  if (definition?.type === 'ImportBinding') return exportOfImport(definition);
  if (definition?.type !== 'Variable' || variable?.defs.length !== 1) return undefined;
  const { id, init } = definition.node;
  if (!init || follow === 0) return undefined;
  if (id.type === 'Identifier') return exportOf(sourceCode, init, follow - 1);
  const module = requiredModule(unwrap(init));
  const name = id.type === 'ObjectPattern' ? importedName(id, definition.name) : undefined;
  return module !== undefined && name !== undefined ? { module, name } : undefined;
}

function exportOfImport(definition: TSESLint.Scope.Definition): ExportName | undefined {
  const declaration = definition.parent;
  if (declaration?.type !== 'ImportDeclaration') return undefined;
  const specifier = definition.node;
  const module = declaration.source.value;
  if (specifier.type !== 'ImportSpecifier') return { module, name: 'default' };
  const { imported } = specifier;
  return { module, name: imported.type === 'Identifier' ? imported.name : imported.value };
}

/** `Worker` for `W` of `const { Worker: W } = …`. */
function importedName(pattern: TSESTree.ObjectPattern, local: TSESTree.Node): string | undefined {
  for (const property of pattern.properties) {
    if (property.type === 'Property' && property.value === local) return propertyName(property);
  }
  return undefined;
}

/** `'x'` of `require('x')` and `import('x')`. */
function requiredModule(node: TSESTree.Node): string | undefined {
  const source =
    node.type === 'ImportExpression'
      ? node.source
      : node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require'
        ? node.arguments[0]
        : undefined;
  return source?.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined;
}

/** The function that an expression is, or that the name stands for. */
export function findFunction(
  sourceCode: SourceCode,
  node: TSESTree.Node | undefined,
): FunctionNode | undefined {
  if (isFunction(node)) return node;
  const variable = node?.type === 'Identifier' ? findVariable(sourceCode, node) : undefined;
  const definition = variable?.defs.length === 1 ? variable.defs[0] : undefined;
  if (definition?.type === 'FunctionName') return isFunction(definition.node) ? definition.node : undefined;
  if (definition?.type !== 'Variable' || definition.node.id.type !== 'Identifier') return undefined;
  return isFunction(definition.node.init) ? definition.node.init : undefined;
}
