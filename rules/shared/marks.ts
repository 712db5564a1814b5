/** `// @doall`: a promise, written above a loop or function, that the loops there are parallel. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Range, Verdict } from '../../src/model/index.ts';
import type { VisitorKeys } from '../../src/verdict/threads/walk.ts';
import { childrenOf } from '../../src/verdict/threads/walk.ts';

export interface Mark {
  readonly comment: TSESTree.Comment;
  /** The statement, function, member or expression that follows; undefined at the end of a block, or behind other code. */
  readonly covers: Range | undefined;
}

const markPattern = /^[\s*]*@doall(?![\w/-])/m;

/** `@doal`, `@Doall`, `@do-all`: nothing else is called like that. */
const misspeltPattern = /^[\s*]*@do[-_]?al+(?![\w/-])/im;

/** The marks of a file, in order. */
export function findMarks(sourceCode: Readonly<TSESLint.SourceCode>): Mark[] {
  if (!sourceCode.text.includes('@doall')) return [];
  return sourceCode
    .getAllComments()
    .filter((comment) => markPattern.test(comment.value))
    .map((comment) => ({ comment, covers: findCovered(sourceCode, comment) }));
}

/** Comments that look like marks, and are none. */
export function findMisspeltMarks(sourceCode: Readonly<TSESLint.SourceCode>): TSESTree.Comment[] {
  if (!/@do[-_]?al/i.test(sourceCode.text)) return [];
  return sourceCode
    .getAllComments()
    .filter(({ value }) => misspeltPattern.test(value) && !markPattern.test(value));
}

/** The outermost loops in what the mark covers. */
export function markedLoops(mark: Mark, verdicts: readonly Verdict[]): Verdict[] {
  const covers = mark.covers;
  if (covers === undefined) return [];
  return outermost(verdicts.filter((verdict) => isWithin(verdict.loop.range, covers)));
}

/** Those that stand in no other one of the list. */
export function outermost(verdicts: readonly Verdict[]): Verdict[] {
  return verdicts.filter(
    (verdict) =>
      !verdicts.some((other) => other !== verdict && isWithin(verdict.loop.range, other.loop.range)),
  );
}

function isWithin(inner: Range, outer: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

function findCovered(
  sourceCode: Readonly<TSESLint.SourceCode>,
  comment: TSESTree.Comment,
): Range | undefined {
  const next = sourceCode.getTokenAfter(comment);
  if (isTrailing(sourceCode, comment)) return undefined;
  return next ? findNodeAt(sourceCode.ast, next.range[0], sourceCode.visitorKeys) : undefined;
}

/** `for (…) { … } // @doall`: meant for what ends there, not for the next statement. */
function isTrailing(sourceCode: Readonly<TSESLint.SourceCode>, comment: TSESTree.Comment): boolean {
  const before = sourceCode.getTokenBefore(comment);
  const after = sourceCode.getTokenAfter(comment);
  const isBehindCode = before?.loc.end.line === comment.loc.start.line;
  const isLast = after?.loc.start.line !== comment.loc.end.line;
  return isBehindCode && isLast && !/^(?:[{([,=?:]|=>|return)$/.test(before.value);
}

/** The range of the outermost node below `node` that starts at `offset`. */
function findNodeAt(node: TSESTree.Node, offset: number, visitorKeys: VisitorKeys): Range | undefined {
  for (const child of childrenOf(node, visitorKeys)) {
    if (child.range[0] === offset) return child.range;
    if (child.range[0] < offset && offset < child.range[1]) return findNodeAt(child, offset, visitorKeys);
  }
  return undefined;
}
