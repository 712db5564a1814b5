/** Evaluates statements, in order; loops once for each walk, since variables hold all that is ever assigned. */
import type { TSESTree } from '@typescript-eslint/types';
import { isUsing } from '../ast.ts';
import { functionValue, primitive, unknownValue } from '../values/value.ts';
import { evaluateClass } from './classes.ts';
import { evaluate } from './expressions.ts';
import { addReturn, bindVariable, conditionally, emit, isConditional } from './frame.ts';
import type { Frame } from './frame.ts';
import { tellApart } from './identity.ts';
import { iterate } from './iteration.ts';
import { assignPattern } from './patterns.ts';
import { mayLeave } from './jumps.ts';
import { typed } from './typed.ts';

export function evaluateStatement(frame: Frame, node: TSESTree.Node): void {
  switch (node.type) {
    case 'BlockStatement':
    case 'Program':
    case 'StaticBlock':
    case 'TSModuleBlock':
      hoistFunctions(frame, node.body);
      for (const statement of node.body) evaluateStatement(frame, statement);
      return;
    case 'ExpressionStatement':
      evaluate(frame, node.expression);
      return;
    case 'VariableDeclaration':
      evaluateDeclaration(frame, node);
      return;
    case 'IfStatement':
      evaluateIf(frame, node);
      return;
    case 'ReturnStatement':
      evaluateReturn(frame, node);
      return;
    case 'ThrowStatement':
      evaluate(frame, node.argument);
      emit(frame, { kind: 'throw' }, node.range);
      leave(frame);
      return;
    case 'BreakStatement':
    case 'ContinueStatement':
      leave(frame);
      return;
    case 'LabeledStatement':
      evaluateStatement(frame, node.body);
      return;
    case 'ClassDeclaration':
      evaluateClass(frame, node);
      return;
    default:
      evaluateOtherStatement(frame, node);
  }
}

function evaluateReturn(frame: Frame, { argument }: TSESTree.ReturnStatement): void {
  addReturn(frame, argument ? evaluate(frame, argument) : primitive('undefined'));
  leave(frame);
}

/** Statements that only declare: nothing runs. */
const declarations = new Set<string>([
  'FunctionDeclaration',
  'EmptyStatement',
  'DebuggerStatement',
  'ImportDeclaration',
  'ExportAllDeclaration',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSDeclareFunction',
  'TSImportEqualsDeclaration',
  'TSNamespaceExportDeclaration',
]);

function evaluateOtherStatement(frame: Frame, node: TSESTree.Node): void {
  switch (node.type) {
    case 'ForStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
      evaluateLoop(frame, node);
      return;
    case 'SwitchStatement':
      evaluateSwitch(frame, node);
      return;
    case 'TryStatement':
      evaluateTry(frame, node);
      return;
    case 'WithStatement':
      emit(frame, { kind: 'hidden', why: 'with' }, node.range);
      return;
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      if (node.declaration) evaluateExported(frame, node.declaration);
      return;
    case 'TSEnumDeclaration':
    case 'TSModuleDeclaration':
      evaluateTsDeclaration(frame, node);
      return;
    case 'TSExportAssignment':
      evaluate(frame, node.expression);
      return;
    default:
      if (!declarations.has(node.type)) emit(frame, { kind: 'unknown', why: node.type }, node.range);
  }
}

/** What follows a jump may be skipped, when the jump itself may be. */
function leave(frame: Frame): void {
  if (isConditional(frame)) frame.mayHaveLeft = true;
}

/** Function declarations are there from the start of their block. */
function hoistFunctions(frame: Frame, body: readonly TSESTree.Node[]): void {
  for (const statement of body) {
    if (statement.type !== 'FunctionDeclaration' || !statement.id) continue;
    const variable = frame.scopes.variableOf(statement.id);
    if (variable) bindVariable(frame, variable, functionValue(statement, frame.unit));
  }
}

function evaluateExported(frame: Frame, node: TSESTree.Node): void {
  if (/Declaration$|^TSDeclareFunction$/.test(node.type)) evaluateStatement(frame, node);
  else evaluate(frame, node);
}

export function evaluateDeclaration(frame: Frame, node: TSESTree.VariableDeclaration): void {
  for (const { id, init } of node.declarations) {
    if (init) assignPattern(frame, id, typed(frame, id, evaluate(frame, init)), 'declare');
    else if (node.kind !== 'var') assignPattern(frame, id, primitive('undefined'), 'declare');
  }
  if (isUsing(node)) {
    emit(frame, { kind: 'unknown', why: 'using' }, node.range);
  }
}

/** Long `else if` chains are as deep as they are long: iterative. */
function evaluateIf(frame: Frame, node: TSESTree.IfStatement): void {
  const depth = frame.conditional;
  let at: TSESTree.Statement | null = node;
  while (at?.type === 'IfStatement') {
    evaluate(frame, at.test);
    frame.conditional++;
    evaluateStatement(frame, at.consequent);
    at = at.alternate;
  }
  if (at) evaluateStatement(frame, at);
  frame.conditional = depth;
}

function evaluateSwitch(frame: Frame, node: TSESTree.SwitchStatement): void {
  const left = frame.mayHaveLeft;
  const value = evaluate(frame, node.discriminant);
  conditionally(frame, () => {
    for (const { test, consequent } of node.cases) {
      if (test) tellApart(frame, value, evaluate(frame, test), test.range);
      hoistFunctions(frame, consequent);
      for (const statement of consequent) evaluateStatement(frame, statement);
    }
  });
  if (!left) frame.mayHaveLeft = mayLeave(node);
}

function evaluateTry(frame: Frame, node: TSESTree.TryStatement): void {
  evaluateStatement(frame, node.block);
  const { handler, finalizer } = node;
  if (handler) {
    conditionally(frame, () => {
      if (handler.param) assignPattern(frame, handler.param, unknownValue('caught'), 'declare');
      evaluateStatement(frame, handler.body);
    });
    frame.mayHaveLeft = true;
  }
  if (finalizer) evaluateStatement(frame, finalizer);
}

type LoopStatement =
  | TSESTree.ForStatement
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement
  | TSESTree.ForOfStatement
  | TSESTree.ForInStatement;

function evaluateLoop(frame: Frame, node: LoopStatement): void {
  const left = frame.mayHaveLeft;
  if (node.type === 'ForStatement') evaluateFor(frame, node);
  else if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') evaluateForEach(frame, node);
  else {
    if (node.type === 'WhileStatement') evaluate(frame, node.test);
    conditionally(frame, () => {
      evaluateStatement(frame, node.body);
    });
    if (node.type === 'DoWhileStatement') evaluate(frame, node.test);
  }
  frame.mayHaveLeft = left || mayLeave(node);
}

function evaluateFor(frame: Frame, node: TSESTree.ForStatement): void {
  if (node.init?.type === 'VariableDeclaration') evaluateDeclaration(frame, node.init);
  else if (node.init) evaluate(frame, node.init);
  if (node.test) evaluate(frame, node.test);
  conditionally(frame, () => {
    evaluateStatement(frame, node.body);
    if (node.update) evaluate(frame, node.update);
  });
}

function evaluateForEach(frame: Frame, node: TSESTree.ForOfStatement | TSESTree.ForInStatement): void {
  const iterated = evaluate(frame, node.right);
  if (node.type === 'ForOfStatement' && node.await) emit(frame, { kind: 'await' }, node.range);
  if (isUsing(node.left)) emit(frame, { kind: 'unknown', why: 'using' }, node.left.range);
  const item =
    node.type === 'ForInStatement'
      ? enumerateKeys(frame, node, iterated)
      : iterate(frame, iterated, node.right);
  conditionally(frame, () => {
    const target = node.left.type === 'VariableDeclaration' ? node.left.declarations[0].id : node.left;
    assignPattern(frame, target, item, node.left.type === 'VariableDeclaration' ? 'declare' : '=');
    evaluateStatement(frame, node.body);
  });
}

function enumerateKeys(frame: Frame, node: TSESTree.ForInStatement, value: ReturnType<typeof evaluate>) {
  iterate(frame, value, node.right, 'keys');
  return primitive('string');
}

function evaluateTsDeclaration(
  frame: Frame,
  node: TSESTree.TSEnumDeclaration | TSESTree.TSModuleDeclaration,
): void {
  if (node.type === 'TSModuleDeclaration') {
    if (node.body && !node.declare) evaluateStatement(frame, node.body);
    return;
  }
  for (const member of node.body.members) if (member.initializer) evaluate(frame, member.initializer);
}
