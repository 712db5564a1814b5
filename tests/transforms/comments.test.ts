/** Comments of loops that are rewritten: none is lost, wherever it stands. */
import { join } from 'node:path';
import { parse } from '@typescript-eslint/typescript-estree';
import { expect, test } from 'vitest';
import { rewriteFile } from '../../transforms/rewrite-file.ts';
import { listFixtures } from './fixture-files.ts';
import { lostComments } from './kept-comments.ts';

interface Place {
  readonly end: number;
  readonly endsLine: boolean;
}

/**
 * Where tokens end, but for those of imports (which go where they are used), `export` (which doesn't move), and
 * JSX and templates (where it would be text).
 */
function placesIn(text: string, file: string): Place[] {
  const jsx = file.endsWith('x');
  const { tokens, body } = parse(text, { tokens: true, range: true, loc: true, jsx, filePath: file });
  const imports = body.map(({ range }) => range).filter((range) => isImport(text.slice(...range)));
  return tokens.flatMap(({ type, value, range: [, end] }, index) => {
    const next = tokens[index + 1];
    const gap = text.slice(end, next?.range[0]);
    const isText = value === 'export' || [type, next?.type].some((one) => /JSX|Template/.test(one ?? ''));
    const isLeftOut = imports.some(([first, last]) => first < end && end < last) || /\/[/*]/.test(gap);
    return isText || isLeftOut ? [] : [{ end, endsLine: gap.includes('\n') }];
  });
}

function isImport(statement: string): boolean {
  return /^import|^export .* from|^const .*= require\(/.test(statement) || statement.includes('</');
}

/** The text with `comment` where tokens end, numbered. */
function withEach(text: string, places: readonly Place[], comment: (at: number) => string): string {
  return places.reduceRight((all, { end }, at) => all.slice(0, end) + comment(at) + all.slice(end), text);
}

const fixtures = listFixtures('loop-to-pool-map');

/** Statements of the body that both sides run have their comments on both. */
test.each([
  ['behind each line', true, (at: number) => ` // b${String(at)}`],
  ['below each line', true, (at: number) => `\n// b${String(at)}`],
  ['behind each token', false, (at: number) => ` /* t${String(at)} */`],
])(
  'a comment %s',
  (_name, isOfLines, comment) => {
    const lost = fixtures.map(({ name, folder, extension, input }) => {
      const file = join(folder, `${name}${extension}`);
      const places = placesIn(input, file).filter(({ endsLine }) => endsLine || !isOfLines);
      const text = withEach(input, places, comment);
      const { output, worker, unreadable } = rewriteFile(text, file, {
        await: name.endsWith('-await'),
        reasons: 'none',
      });
      return {
        name,
        unreadable,
        lost: output === undefined ? [] : lostComments(file, text, [output, worker?.text ?? '']),
      };
    });
    expect(lost.filter((one) => one.unreadable !== undefined || one.lost.length > 0)).toEqual([]);
  },
  120_000,
);
