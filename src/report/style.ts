/** Colours and line breaking for terminals. */

type Paint = (text: string) => string;

export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly open: Paint;
  /** Columns that text is broken at. */
  readonly width: number;
}

/** Plain text, 100 columns. */
export const plainStyle: Style = createStyle(false, 100);

/** Colours when `colour`; lines are broken at `width` columns. */
export function createStyle(colour: boolean, width: number): Style {
  const paint =
    (on: number, off: number): Paint =>
    (text) =>
      colour && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    good: paint(32, 39),
    bad: paint(31, 39),
    open: paint(33, 39),
    width,
  };
}

/** Breaks `text` at spaces so that no line, `indent` spaces included, is wider than `width`, unless one word is. */
export function wrap(text: string, width: number, indent: number): string {
  const pad = ' '.repeat(indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((each) => pad + each).join('\n');
}

/** `1 loop`, `3 loops`. */
export function count(n: number, noun: string): string {
  return `${n.toLocaleString('en-US')} ${noun}${n === 1 ? '' : 's'}`;
}

/** A clause as a sentence: a capital first, a full stop last. */
export function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
