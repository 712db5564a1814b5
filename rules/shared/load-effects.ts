/** What a module visibly does when it is loaded, besides declaring things: it would be done again in every worker. */
import type { TSESTree } from '@typescript-eslint/types';

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
const threads = /^(?:Worker|Piscina|Tinypool|(?:Fixed|Dynamic)(?:Thread|Cluster)Pool)$/;

/** The effects of the module's own top-level statements; what stands under a condition is taken as guarded. */
export function findLoadEffects({ body }: TSESTree.Program): LoadEffect[] {
  const declared = new Set(body.flatMap((one) => (one.type === 'FunctionDeclaration' ? [one.id.name] : [])));
  return body.flatMap((statement) =>
    expressionsOf(statement).flatMap((one) =>
      effectOf(one, statement.type === 'ExpressionStatement', declared),
    ),
  );
}

function expressionsOf(statement: TSESTree.ProgramStatement): TSESTree.Expression[] {
  if (statement.type === 'ExpressionStatement') return [statement.expression];
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declaration?.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ init }) => init ?? []);
}

/** @param isStatement whether the value is not used: then a call of the file's own function is done for its effect. */
function effectOf(
  expression: TSESTree.Expression,
  isStatement: boolean,
  declared: ReadonlySet<string>,
): LoadEffect[] {
  if (expression.type === 'AwaitExpression') return effectOf(expression.argument, isStatement, declared);
  if (expression.type === 'NewExpression') {
    const { callee } = expression;
    const isPool = callee.type === 'Identifier' && threads.test(callee.name);
    return isPool ? [{ what: `new ${callee.name}`, node: expression }] : [];
  }
  if (expression.type !== 'CallExpression') return [];
  const what = nameOf(expression.callee);
  const isEffect =
    starters.test(what) ||
    (receivers.test(what) && methods.test(what)) ||
    timers.has(what) ||
    (isStatement && declared.has(what));
  if (isEffect) return [{ what, node: expression }];
  // `main().catch(report)`
  const { callee } = expression;
  return callee.type === 'MemberExpression' ? effectOf(callee.object, isStatement, declared) : [];
}

/** `app.listen`; `….listen` of anything longer. */
function nameOf(callee: TSESTree.Expression): string {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
    return '';
  const object = callee.object.type === 'Identifier' ? callee.object.name : '…';
  return `${object}.${callee.property.name}`;
}
