/** What the text of a loop says of the types in it. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, SourceUnit } from '../../src/model/index.ts';
import { findNode } from '../render/walk.ts';
import type { PrintedType } from './checker.ts';

/** A type that the text itself names. */
export function plain(text: string): PrintedType;
export function plain(text: string | undefined): PrintedType | undefined;
export function plain(text: string | undefined): PrintedType | undefined {
  return text === undefined ? undefined : { text, imports: [] };
}

/** The type that stands behind a name or pattern. */
export function annotationOf(pattern: TSESTree.Node): TSESTree.TypeNode | undefined {
  return 'typeAnnotation' in pattern
    ? (pattern.typeAnnotation as TSESTree.TSTypeAnnotation | undefined)?.typeAnnotation
    : undefined;
}

/** The loop statement, or the call with a callback, that a plan replaces. */
export function findLoop(unit: SourceUnit, replace: Range): TSESTree.Node | undefined {
  const node = findNode(unit.ast, replace);
  if (node?.type === 'ExpressionStatement') return node.expression;
  return node?.type === 'LabeledStatement' ? node.body : node;
}

export type Callback = TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression;

/** The function that a call gets, where it isn't only named. */
export function callbackOf(loop: TSESTree.CallExpression): Callback | undefined {
  return loop.arguments.find((argument) => /^(?:Arrow)?FunctionExpression$/.test(argument.type)) as
    Callback | undefined;
}
