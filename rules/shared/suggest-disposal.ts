/** Suggests a `finally` that closes a pool. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './modules.ts';
import type { Dispatch, PoolInstance } from './pools.ts';
import { indentOf, indented, lineOf, stepOf } from './text.ts';
import { contains, enclosingFunction } from './walk.ts';

type Suggestions = TSESLint.ReportSuggestionArray<string>;

export const disposalSuggestions = {
  close: 'Close it in a `finally` at the end of the block.',
  moveToFinally: 'Move it into a `finally` around what comes before.',
} as const;

/** `try { … } finally { await pool.destroy(); }` around the rest of the block in which the pool is made. */
export function suggestClosing(
  sourceCode: SourceCode,
  { api, node, holder }: PoolInstance,
  own: readonly Dispatch[],
): Suggestions {
  const made = statementOf(node);
  const home = enclosingFunction(node);
  const method = api.dispose[0];
  if (!made || !home?.async || holder.kind !== 'variable' || method === undefined) return [];
  // What isn't awaited here would be cut off.
  if (!own.every(({ call }) => isAwaited(call, home))) return [];
  const rest = made.block.body.slice(made.block.body.indexOf(made.statement) + 1);
  const closing = `await ${holder.variable.name}.${method}();`;
  return [{ messageId: 'close', fix: (fixer) => wrap(sourceCode, fixer, rest, closing) ?? [] }];
}

/** The same with the statement that closes the pool now; nothing where what is declared before it is used after it. */
export function suggestFinally(
  sourceCode: SourceCode,
  pool: TSESTree.Node,
  closing: TSESTree.CallExpression,
): Suggestions {
  const made = statementOf(pool);
  const closed = statementOf(closing);
  if (!made || !closed || made.block !== closed.block) return [];
  const { body } = made.block;
  const between = body.slice(body.indexOf(made.statement) + 1, body.indexOf(closed.statement));
  if (between.some((one) => isUsedAfter(sourceCode, one, closed.statement))) return [];
  const text = sourceCode.getText(closed.statement);
  return [
    {
      messageId: 'moveToFinally',
      fix: (fixer) => {
        const wrapped = wrap(sourceCode, fixer, between, text);
        return wrapped ? [wrapped, fixer.removeRange(lineOf(sourceCode, closed.statement))] : [];
      },
    },
  ];
}

function statementOf(
  node: TSESTree.Node,
): { statement: TSESTree.Statement; block: TSESTree.BlockStatement } | undefined {
  let at: TSESTree.Node = node;
  while (at.parent && at.parent.type !== 'BlockStatement') at = at.parent;
  const block = at.parent;
  return block?.type === 'BlockStatement' ? { statement: at as TSESTree.Statement, block } : undefined;
}

function wrap(
  sourceCode: SourceCode,
  fixer: TSESLint.RuleFixer,
  statements: readonly TSESTree.Statement[],
  closing: string,
): TSESLint.RuleFix | undefined {
  const [first] = statements;
  const last = statements.at(-1);
  if (!first || !last) return undefined;
  const range = [first.range[0], last.range[1]] as const;
  const line = indentOf(sourceCode, first);
  const step = stepOf(sourceCode);
  const inner = indented(sourceCode.text.slice(...range), step);
  const text = `try {${line}${step}${inner}${line}} finally {${line}${step}${closing}${line}}`;
  return fixer.replaceTextRange(range, text);
}

/** Under an `await` of the function in which the pool is made. */
function isAwaited(call: TSESTree.Node, home: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = call; at && at !== home; at = at.parent) {
    if (at.type === 'AwaitExpression' && enclosingFunction(at) === home) return true;
  }
  return false;
}

function isUsedAfter(
  sourceCode: SourceCode,
  statement: TSESTree.Statement,
  end: TSESTree.Statement,
): boolean {
  if (statement.type !== 'VariableDeclaration') return false;
  return sourceCode
    .getDeclaredVariables(statement)
    .some(({ references }) =>
      references.some(
        ({ identifier }) => !contains(statement, identifier) && identifier.range[0] > end.range[1],
      ),
    );
}
