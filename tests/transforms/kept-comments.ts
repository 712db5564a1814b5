/** Which comments of a text a rewrite has lost, or written twice. */
import { parseSource } from '../../src/parse/index.ts';

/** Comments of `input` that the outputs don't have as often as it does, as text; what code stands beside them isn't looked at. */
export function lostComments(file: string, input: string, outputs: readonly string[]): string[] {
  const written = outputs.flatMap((output) => commentsIn(output, file));
  const lost: string[] = [];
  for (const comment of commentsIn(input, file)) {
    const at = written.indexOf(comment);
    if (at < 0) lost.push(comment);
    else written.splice(at, 1);
  }
  return lost;
}

function commentsIn(text: string, file: string): string[] {
  const parsed = parseSource(text, file);
  if ('skipped' in parsed) throw new Error(parsed.skipped.message);
  return (parsed.unit.ast.comments ?? []).map(({ value }) => value.replace(/\s+/g, ' ').trim());
}
