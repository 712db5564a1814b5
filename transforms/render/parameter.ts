/** The parameter of a task, out of a pattern that may carry annotations in the source file. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, SourceUnit, Template } from '../../src/model/index.ts';
import { findNode } from './walk.ts';

/** Whether the pattern is one piece of the source that has its type with it: the `x: Foo` of a callback. */
export function isAnnotated(unit: SourceUnit, pattern: Template): boolean {
  const [only] = pattern;
  return pattern.length === 1 && typeof only === 'object' && annotatedName(unit, only) !== undefined;
}

/** The pattern as it goes into a parameter list: annotations inside a pattern put together from pieces are left out. */
export function toParameter(unit: SourceUnit, pattern: Template): Template {
  if (isAnnotated(unit, pattern)) return pattern;
  return pattern.map((piece) => (typeof piece === 'string' ? piece : withoutAnnotation(unit, piece)));
}

function withoutAnnotation(unit: SourceUnit, range: Range): Range {
  const annotation = annotatedName(unit, range);
  if (!annotation) return range;
  const text = unit.text.slice(range[0], annotation.range[0]).replace(/[?\s]+$/, '');
  return [range[0], range[0] + text.length];
}

function annotatedName(unit: SourceUnit, range: Range): TSESTree.TSTypeAnnotation | undefined {
  const node = findNode(
    unit.ast,
    range,
    (found) => 'typeAnnotation' in found && found.type !== 'TSTypeAnnotation',
  );
  return node?.type === 'Identifier' || node?.type === 'ArrayPattern' || node?.type === 'ObjectPattern'
    ? node.typeAnnotation
    : undefined;
}
