/** Edits that take one variable out of the way of a loop. They change what the program does, so they are only suggested. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Hazard, Range, Verdict } from '../../src/model/index.ts';
import type { RuleContext } from './create-rule.ts';
import type { SourceCode, Variable } from '../../src/verdict/threads/modules.ts';
import { indentOf, lineOf } from '../../src/verdict/threads/text.ts';
import { contains, isFunction, propertyName, walk } from '../../src/verdict/threads/walk.ts';

type Suggestion = TSESLint.ReportSuggestionArray<string>[number];

export const loopSuggestions = {
  declareInside: 'Declare `{{name}}` in the body, so that every iteration has its own.',
  dropGlobal: 'Remove the flag `g` of `{{name}}`: `test` then starts at the beginning every time.',
} as const;

/** What could be done about the variable that the hazard is about. */
export function suggestForLoop(
  { sourceCode }: RuleContext,
  { loop }: Verdict,
  { subject }: Hazard,
): Suggestion[] {
  const name = /^[\w$]+/.exec(subject)?.[0];
  const node = findLoop(sourceCode, loop.range);
  const variable = node && name !== undefined ? findVariableAt(sourceCode, node, name) : undefined;
  if (!node || !variable) return [];
  return [declareInside(sourceCode, node, variable), dropGlobal(variable)].filter((one) => one !== undefined);
}

/** The outermost node of exactly this range. */
function findLoop(sourceCode: RuleContext['sourceCode'], [start, end]: Range): TSESTree.Node | undefined {
  let node = sourceCode.getNodeByRangeIndex(start) ?? undefined;
  while (node && (node.range[0] !== start || node.range[1] !== end)) node = node.parent;
  return node?.parent?.type === 'ExpressionStatement' ? node.parent : node;
}

function findVariableAt(sourceCode: SourceCode, node: TSESTree.Node, name: string): Variable | undefined {
  for (let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(node); scope; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable) return variable;
  }
  return undefined;
}

function bodyOf(loop: TSESTree.Node): TSESTree.BlockStatement | undefined {
  if ('body' in loop && !Array.isArray(loop.body) && loop.body?.type === 'BlockStatement') return loop.body;
  const call = loop.type === 'ExpressionStatement' ? loop.expression : undefined;
  const callback = call?.type === 'CallExpression' ? call.arguments[0] : undefined;
  return isFunction(callback) && callback.body.type === 'BlockStatement' ? callback.body : undefined;
}

/** For a declaration right beside the loop whose variable is used in the body alone. */
function declareInside(
  sourceCode: SourceCode,
  loop: TSESTree.Node,
  variable: Variable,
): Suggestion | undefined {
  const body = bodyOf(loop);
  const declaration = soleDeclaration(variable);
  if (!body || !declaration || declaration.parent !== loop.parent) return undefined;
  const uses = variable.references.filter(({ init }) => !init);
  const isBodyOnly = uses.every(({ identifier }) => contains(body, identifier));
  if (
    !isBodyOnly ||
    isRecurrence(uses) ||
    declaration.range[1] > loop.range[0] ||
    !isRepeatable(sourceCode, declaration)
  )
    return undefined;
  return {
    messageId: 'declareInside',
    data: { name: variable.name },
    fix: (fixer) => [
      fixer.removeRange(lineOf(sourceCode, declaration)),
      fixer.insertTextAfterRange(
        [body.range[0], body.range[0] + 1],
        `${indentOf(sourceCode, body.body[0])}${sourceCode.getText(declaration)}`,
      ),
    ],
  };
}

/** It is assigned, but read before or for that: what an earlier iteration left is wanted. */
function isRecurrence([first, ...others]: readonly TSESLint.Scope.Reference[]): boolean {
  if (first?.isWriteOnly()) {
    const { writeExpr } = first;
    return !!writeExpr && others.some(({ identifier }) => contains(writeExpr, identifier));
  }
  return others.some((one) => one.isWrite()) || (first?.isWrite() ?? false);
}

/** `let x = …;`, a statement that declares nothing else. */
function soleDeclaration({ defs }: Variable): TSESTree.VariableDeclaration | undefined {
  const definition = defs.length === 1 ? defs[0] : undefined;
  if (definition?.type !== 'Variable' || definition.node.id.type !== 'Identifier') return undefined;
  return definition.parent.declarations.length === 1 ? definition.parent : undefined;
}

/** The initial value may be made again and again: nothing is called or assigned for it. */
function isRepeatable({ visitorKeys }: SourceCode, declaration: TSESTree.VariableDeclaration): boolean {
  return [...walk(declaration, visitorKeys)].every(
    ({ type }) => !/^(?:Call|Await|Yield|Assignment|Update|TaggedTemplate|Import)Expression$/.test(type),
  );
}

/** For `const re = /…/g` of which nothing but `test` is called. */
function dropGlobal(variable: Variable): Suggestion | undefined {
  const definition = variable.defs.length === 1 ? variable.defs[0] : undefined;
  const init = definition?.type === 'Variable' ? definition.node.init : undefined;
  if (init?.type !== 'Literal' || !('regex' in init) || !/^[^y]*g[^y]*$/.test(init.regex.flags))
    return undefined;
  const uses = variable.references.filter((reference) => !reference.init);
  if (!uses.every(({ identifier }) => isTested(identifier))) return undefined;
  const { pattern, flags } = init.regex;
  return {
    messageId: 'dropGlobal',
    data: { name: variable.name },
    fix: (fixer) => fixer.replaceText(init, `/${pattern}/${flags.replace('g', '')}`),
  };
}

/** `re.test(…)` */
function isTested(identifier: TSESTree.Node): boolean {
  const member = identifier.parent;
  return (
    member?.type === 'MemberExpression' &&
    member.object === identifier &&
    propertyName(member) === 'test' &&
    member.parent.type === 'CallExpression' &&
    member.parent.callee === member
  );
}
