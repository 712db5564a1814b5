/** What a module visibly does when it is loaded, besides declaring things: it would be done again in every worker. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceCode } from '../../src/verdict/threads/modules.ts';
import { findPools } from '../../src/verdict/threads/pools.ts';
import { isFunction } from '../../src/verdict/threads/walk.ts';

export interface LoadEffect {
  /** The call, as a person would name it: `app.listen`. */
  readonly what: string;
  readonly node: TSESTree.Node;
}

/** Methods that start or connect something, or that end the process. */
const methods =
  /\.(?:listen|connect|exit|on|once|log|info|warn|error|writeFileSync|appendFileSync|unlinkSync|rmSync)$/;
/** Of these objects everything is meant; of the others in `methods` only what starts. */
const receivers = /^(?:process|console|fs)\./;
const starters = /\.(?:listen|connect)$/;
const timers = new Set(['setInterval', 'setTimeout', 'setImmediate']);

/** The effects of the module's own top-level statements; what stands under a condition is taken as guarded. */
export function findLoadEffects(code: SourceCode): LoadEffect[] {
  const own = new Set(code.ast.body.flatMap(functionsOf));
  return code.ast.body
    .flatMap(unwrapStatement)
    .flatMap((statement) =>
      expressionsOf(statement).flatMap((one) =>
        effectOf(one, { code, own, isStatement: statement.type === 'ExpressionStatement' }),
      ),
    );
}

/** The names of functions that a statement declares. */
function functionsOf(statement: TSESTree.Statement): string[] {
  if (statement.type === 'FunctionDeclaration') return [statement.id.name];
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && isFunction(init) ? [id.name] : [],
  );
}

/** The statements in a `try`, a loop, a block or a `(() => { … })()`, which run as the module is loaded. */
function unwrapStatement(statement: TSESTree.Statement): TSESTree.Statement[] {
  switch (statement.type) {
    case 'BlockStatement':
      return statement.body.flatMap(unwrapStatement);
    case 'ExpressionStatement':
      return calledBody(statement.expression)?.body.flatMap(unwrapStatement) ?? [statement];
    case 'TryStatement':
      return unwrapStatement(statement.block);
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
      return unwrapStatement(statement.body);
    default:
      return [statement];
  }
}

/** With arguments it is a wrapper: `(function (root, factory) { … })(this, make)`. */
function calledBody(expression: TSESTree.Expression): TSESTree.BlockStatement | undefined {
  if (expression.type === 'UnaryExpression' || expression.type === 'AwaitExpression')
    return calledBody(expression.argument);
  if (expression.type !== 'CallExpression') return undefined;
  const { callee, arguments: given } = expression;
  // `(async () => { … })().catch(report)`
  if (callee.type === 'MemberExpression') return calledBody(callee.object);
  const body = isFunction(callee) && given.length === 0 ? callee.body : undefined;
  return body?.type === 'BlockStatement' ? body : undefined;
}

function expressionsOf(statement: TSESTree.Statement): TSESTree.Expression[] {
  if (statement.type === 'ExpressionStatement') return [statement.expression];
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declaration?.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ init }) => init ?? []);
}

interface Place {
  readonly code: SourceCode;
  /** The file's own functions. */
  readonly own: ReadonlySet<string>;
  /** Whether the value is not used: then a call of the file's own function is done for its effect. */
  readonly isStatement: boolean;
}

function effectOf(expression: TSESTree.Expression, place: Place): LoadEffect[] {
  if (expression.type === 'AwaitExpression') return effectOf(expression.argument, place);
  if (expression.type === 'UnaryExpression') return effectOf(expression.argument, place);
  if (expression.type === 'NewExpression') {
    const isPool = findPools(place.code).instances.some(({ node }) => node === expression);
    return isPool ? [{ what: `new ${place.code.getText(expression.callee)}`, node: expression }] : [];
  }
  if (expression.type !== 'CallExpression') return [];
  const what = nameOf(expression.callee);
  const isEffect =
    starters.test(what) ||
    (receivers.test(what) && methods.test(what)) ||
    timers.has(what) ||
    (place.isStatement && place.own.has(what));
  if (isEffect) return [{ what, node: expression }];
  // `main().catch(report)`
  const { callee } = expression;
  return callee.type === 'MemberExpression' ? effectOf(callee.object, place) : [];
}

/** `app.listen`; `….listen` of anything longer. */
function nameOf(callee: TSESTree.Expression): string {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
    return '';
  const object = callee.object.type === 'Identifier' ? callee.object.name : '…';
  return `${object}.${callee.property.name}`;
}
