/** What a file uses of the runtime already: names that it imports, and loops that an earlier run wrote. */
import type { Range, SourceUnit } from '../../src/model/index.ts';
import { listBindings } from './import-bindings.ts';
import { findNode } from './walk.ts';

/** Exports of the runtime that the file imports already, by the names they have in it. */
export function importedFromRuntime(unit: SourceUnit, runtime: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const node of unit.ast.body) {
    for (const { from, name, local } of listBindings(node)) if (from === runtime) names.set(name, local);
  }
  return names;
}

/** Names that `imap` and `imapSync` have in the file, from wherever an earlier run was told to import them. */
export function streamNames(unit: SourceUnit, runtime: string): string[] {
  const isRuntime = (from: string) =>
    from === runtime || from === 'doall/runtime' || /^\.\.?\/.*\bruntime\.[cm]js$/.test(from);
  return unit.ast.body
    .flatMap((node) => listBindings(node))
    .filter(({ from, name }) => isRuntime(from) && /^imap/.test(name))
    .map(({ local }) => local);
}

/** Whether the loop is one that the transform wrote: `for (const … of imapSync(…))`. */
export function consumesPool(unit: SourceUnit, range: Range, streams: readonly string[]): boolean {
  const node = findNode(unit.ast, range);
  const loop = node?.type === 'LabeledStatement' ? node.body : node;
  if (loop?.type !== 'ForOfStatement' || loop.right.type !== 'CallExpression') return false;
  const { callee } = loop.right;
  return callee.type === 'Identifier' && streams.includes(callee.name);
}
