/** `// @doall`: a promise, written above a loop or function, that the loops there are parallel. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Range, Verdict } from '../../src/model/index.ts';
import type { VisitorKeys } from '../../src/verdict/threads/walk.ts';
import { childrenOf } from '../../src/verdict/threads/walk.ts';

export interface Mark {
  readonly comment: TSESTree.Comment;
  /** The statement, function, member or expression that follows; undefined at the end of a block. */
  readonly covers: Range | undefined;
}

const markPattern = /^[\s*]*@doall(?![\w/-])/m;

/** The marks of a file, in order. */
export function findMarks(sourceCode: Readonly<TSESLint.SourceCode>): Mark[] {
  if (!sourceCode.text.includes('@doall')) return [];
  return sourceCode
    .getAllComments()
    .filter((comment) => markPattern.test(comment.value))
    .map((comment) => ({ comment, covers: findCovered(sourceCode, comment) }));
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
  return next ? findNodeAt(sourceCode.ast, next.range[0], sourceCode.visitorKeys) : undefined;
}

/** The range of the outermost node below `node` that starts at `offset`. */
function findNodeAt(node: TSESTree.Node, offset: number, visitorKeys: VisitorKeys): Range | undefined {
  for (const child of childrenOf(node, visitorKeys)) {
    if (child.range[0] === offset) return child.range;
    if (child.range[0] < offset && offset < child.range[1]) return findNodeAt(child, offset, visitorKeys);
  }
  return undefined;
}
