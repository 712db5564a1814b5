/** Cloneability of values by what made them. */
import type { Cloneability } from '../../model/index.ts';
import type { ValueKind } from '../builtins/index.ts';
import { unknownAt } from './join.ts';

/** Of what `new X()` (or `X()`) gives for a global: `Map`, `URL`, `Promise`. Undefined when the table hasn't it. */
export function cloneabilityOfGlobal(constructorName: string, path = ''): Cloneability | undefined {
  void constructorName;
  void path;
  return undefined;
}

/** Of an instance of a class that a Node module exports: `('crypto', 'Hash')`. */
export function cloneabilityOfModuleType(
  module: string,
  typeName: string,
  path = '',
): Cloneability | undefined {
  void module;
  void typeName;
  void path;
  return undefined;
}

/** Of a value of the given kind itself; what a container holds has to be joined to it. */
export function cloneabilityOfValueKind(kind: ValueKind, path = ''): Cloneability {
  void kind;
  return unknownAt(path);
}
