/** Templates: pieces of the original text put together anew. */
import type { Range, SourceUnit, Template } from '../../model/index.ts';

/** Text that takes the place of a range; an empty range inserts. */
export interface Edit {
  readonly range: Range;
  readonly text: Template;
}

/** The text of a range with some of it replaced. An edit inside another one is left out. */
export function applyEdits(range: Range, edits: readonly Edit[]): Template {
  const sorted = edits
    .filter((edit) => range[0] <= edit.range[0] && edit.range[1] <= range[1])
    .sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
  const template: (string | Range)[] = [];
  let at = range[0];
  for (const edit of sorted) {
    if (edit.range[0] < at) continue;
    if (edit.range[0] > at) template.push([at, edit.range[0]]);
    template.push(...edit.text);
    at = edit.range[1];
  }
  if (at < range[1]) template.push([at, range[1]]);
  return template;
}

/** Templates one below the other; neighbours in the original text keep what stands between them. */
export function joinLines(lines: readonly Template[], unit: SourceUnit): Template {
  const joined: (string | Range)[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const first = line[0];
    if (last === undefined) joined.push(...line);
    else if (isRange(last) && isRange(first) && isInStep(unit, last, first)) {
      joined.splice(-1, 1, [last[0], first[1]]);
      joined.push(...line.slice(1));
    } else joined.push('\n', ...line);
  }
  return joined;
}

function isRange(part: string | Range | undefined): part is Range {
  return Array.isArray(part);
}

/** Nothing between them but white space, and the `;` that a line of a file without semicolons begins with; at the same depth. */
function isInStep({ text }: SourceUnit, last: Range, first: Range): boolean {
  const isNext = last[1] <= first[0] && /^[\s;]*$/.test(text.slice(last[1], first[0]));
  return isNext && indentationAt(text, last[0]) === indentationAt(text, first[0]);
}

function indentationAt(text: string, offset: number): string | undefined {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0];
}
