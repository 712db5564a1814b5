/** The analysis's own syntax helpers that the harness needs. */
export { descendants, isInside } from '../../src/facts/dependence/syntax.ts';
export { writtenBy } from '../../src/facts/dependence/writes.ts';
