/**
 * Purpose: files without semicolons, where a `;` begins each line that would otherwise go on with the one before: `;[a, b].map(f)`.
 * Input: nodes of an AST as the parser gives them: a statement goes on to that `;`, over comments that belong to what follows.
 * Guarantee: a statement ends where its own text does.
 */
import type { TSESTree } from '@typescript-eslint/types';

/** Ends the nodes at their last token before a `;` that stands on a later line. */
export function endBeforeSemicolons(
  nodes: readonly TSESTree.Node[],
  text: string,
  comments: readonly TSESTree.Comment[],
): void {
  const startOf = new Map(comments.map(({ range: [start, end] }) => [end, start]));
  // `while (next())` and a `;` below it: that is the loop's body.
  const bodies = new Set(
    nodes.filter(({ type }) => type === 'EmptyStatement').map(({ range: [, end] }) => end),
  );
  for (const node of nodes) {
    const [start, behind] = node.range;
    const end = endOfCode(text, behind - 1, startOf);
    if (bodies.has(behind) || !text.slice(end, behind).includes('\n')) continue;
    node.range = [start, end];
    node.loc.end = positionOf(text, end);
  }
}

/** Whether a node ends in a `;` that doesn't follow its last token directly. */
export function endsInLooseSemicolon({ type, range: [, end] }: TSESTree.Node, text: string): boolean {
  return type !== 'Program' && text[end - 1] === ';' && /[\s/]/.test(text[end - 2] ?? ' ');
}

/** Where the last token before an offset ends. */
function endOfCode(text: string, offset: number, startOf: ReadonlyMap<number, number>): number {
  for (let end = offset; ;) {
    const behind = text.slice(0, end).trimEnd().length;
    const comment = startOf.get(behind);
    if (comment === undefined) return behind;
    end = comment;
  }
}

function positionOf(text: string, offset: number): TSESTree.Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: lines.at(-1)?.length ?? 0 };
}
