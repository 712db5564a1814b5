/** Where something stands in a source text. Plain data, shared by all layers. */

/** Half-open character offsets `[start, end)` into the raw text of one file. */
export type Range = readonly [start: number, end: number];

/** `line` is 1-based, `column` is 1-based (as in editors and SARIF). */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A range of a named file, with the position of its start. */
export interface Location extends Position {
  readonly file: string;
  readonly range: Range;
}
