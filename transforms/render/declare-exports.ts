/**
 * Purpose: a worker module whose exports say their types, where the project wants that (`isolatedDeclarations`).
 * Input: both texts as they would be written.
 * Guarantee: nothing is added but types, and the import of the name that tasks' types have.
 */
import MagicString from 'magic-string';
import type { SourceUnit } from '../../src/model/index.ts';
import { annotateExports } from '../types/declared-exports.ts';
import type { WrittenFiles } from '../types/new-errors.ts';
import { addImports } from './imports.ts';
import { collectNames, freeName } from './names.ts';
import type { Style } from './style.ts';
import { reparse } from './worker-module.ts';

/** The module's text. */
export function declareExports(unit: SourceUnit, written: WrittenFiles, style: Style): string {
  const { text, file } = written.worker;
  const module = reparse(text, file);
  const taskType = freeName('Task', ['PoolTask'], collectNames(module));
  const annotations = annotateExports(unit, written, taskType);
  if (annotations.length === 0) return text;
  const edits = new MagicString(text);
  for (const annotation of annotations) edits.appendLeft(annotation.at, annotation.text);
  const type = { from: written.runtime, name: 'Task', local: taskType, typeOnly: true };
  addImports(edits, module, [type], 'esm', style);
  return edits.toString();
}
