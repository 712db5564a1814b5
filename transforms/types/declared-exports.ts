/**
 * Purpose: the types of a worker module's exports, where the project wants each file to say them (`isolatedDeclarations`).
 * Input: the file, and both texts as they would be written.
 * Guarantee: a type is what the compiler infers, and names only what the module has in scope; what can't be written is left open.
 */
import ts from 'typescript';
import type { SourceUnit } from '../../src/model/index.ts';
import { findTsConfig } from '../../src/parse/index.ts';
import { printType } from './checker.ts';
import type { WrittenFiles } from './new-errors.ts';
import { openWritten } from './new-errors.ts';
import type { OpenProgram } from './program.ts';
import { shorten } from './task-types.ts';

/** `: number`, to stand at an offset. */
export interface Annotation {
  readonly at: number;
  readonly text: string;
}

/** @param taskType what the module calls the type of a task */
export function annotateExports(unit: SourceUnit, written: WrittenFiles, taskType: string): Annotation[] {
  if (findTsConfig(unit.file)?.options.isolatedDeclarations !== true) return [];
  const opened = openWritten(unit, written);
  const exported = opened.source.statements.filter(isExported);
  const values = exported.flatMap(initialisers);
  const functions = [...exported, ...values].filter(isFunction).filter(({ type }) => !type);
  return [
    ...functions.map((node) => annotateResult(node, opened)),
    ...values.filter(ts.isCallExpression).map((call) => annotateTask(call, opened, taskType)),
  ].filter((annotation) => annotation !== undefined);
}

type FunctionNode = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;

function isFunction(node: ts.Node): node is FunctionNode {
  return ts.isFunctionDeclaration(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** The values of variables that have no type yet. */
function initialisers(statement: ts.Statement): ts.Expression[] {
  if (!ts.isVariableStatement(statement)) return [];
  const { declarations } = statement.declarationList;
  return declarations.flatMap(({ type, initializer }) => (type || !initializer ? [] : [initializer]));
}

function annotateResult(node: FunctionNode, opened: OpenProgram): Annotation | undefined {
  const signature = opened.checker.getSignatureFromDeclaration(node);
  const type = signature && printType(signature.getReturnType(), opened);
  const before = ts.isArrowFunction(node) ? node.equalsGreaterThanToken : node.body;
  if (!before || !type || type.imports.length > 0) return undefined;
  const at = opened.source.text.lastIndexOf(')', before.getStart(opened.source)) + 1;
  return { at, text: `: ${shorten(type.text)}` };
}

function annotateTask(
  call: ts.CallExpression,
  opened: OpenProgram,
  taskType: string,
): Annotation | undefined {
  const { parent } = call;
  const type = opened.checker.getTypeAtLocation(call);
  if (!ts.isVariableDeclaration(parent) || type.symbol.name !== 'Task') return undefined;
  const parts = opened.checker.getTypeArguments(type as ts.TypeReference).map((part) => {
    // A task without constants takes whatever it gets.
    const isOpen = (part.flags & ts.TypeFlags.Any) !== 0;
    return isOpen ? { text: 'unknown', imports: [] } : printType(part, opened);
  });
  if (!parts.every((part) => part?.imports.length === 0)) return undefined;
  const types = parts.map((part) => shorten(part?.text ?? ''));
  return { at: parent.name.end, text: `: ${taskType}<${types.join(', ')}>` };
}
