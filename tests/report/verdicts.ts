/** Hand-made verdicts: one parallel, one blocked with evidence in two files, one undecided. */
import { resolve } from 'node:path';
import type { Hazard, Loop, Range, RewritePlan, Verdict } from '../../src/model/index.ts';
import type { Report } from '../../src/report/index.ts';

export const root = resolve('/project');
export const file = resolve(root, 'src/render.ts');
export const helperFile = resolve(root, 'src/lib/tally #1.ts');

export const source = `import { tally } from './lib/tally.ts';
export function render(height: number, width: number) {
  const rows: string[] = [];
  for (let y = 0; y < height; y++) {
    const text = 'x'.repeat(width * y);
    rows.push(text);
  }
  let acc = 0;
  for (const x of rows) {
    acc = tally(acc, x);
  }
  return rows.map((row) => lookup(row));
}
`;

export function rangeOf(text: string): Range {
  const start = source.indexOf(text);
  if (start === -1) throw new Error(`not in the source: ${text}`);
  return [start, start + text.length];
}

function positionOf([start]: Range): { line: number; column: number } {
  const before = source.slice(0, start).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function loop(head: string, whole: Range, endLine: number, rest: Partial<Loop>): Loop {
  const range = rangeOf(head);
  return {
    file,
    form: 'for',
    range: whole,
    head: range,
    start: positionOf(range),
    endLine,
    body: whole,
    space: { kind: 'open', why: 'unknown-trip-count' },
    items: [],
    label: undefined,
    enclosing: { name: 'render', isAsync: false, isGenerator: false },
    depth: 0,
    ...rest,
  };
}

const plan: RewritePlan = {
  kind: 'map',
  replace: rangeOf('for (let y'),
  items: { kind: 'range', from: ['0'], to: [rangeOf('height')], step: undefined },
  constants: [{ id: 'width@100', name: 'width', value: [rangeOf('width')], typeOf: rangeOf('width') }],
  helpers: [],
  task: {
    name: 'renderRow',
    parameter: ['y'],
    parameterType: undefined,
    isExpression: false,
    body: [rangeOf("const text = 'x'.repeat(width * y);"), '\nreturn text;'],
    results: ['text'],
    classes: [],
  },
  consume: {
    as: 'declaration',
    method: 'map',
    declaration: rangeOf('const rows: string[] = [];'),
    head: [rangeOf('const rows: string[] = ')],
  },
  sourceHasSideEffects: false,
  summary: { varying: ['y'], constants: ['width'], results: ['rows'] },
};

export const parallel: Verdict = {
  loop: loop('for (let y = 0; y < height; y++)', rangeOf('for (let y'), 7, {
    items: [{ name: 'y', id: 'y@150', role: 'index' }],
  }),
  outcome: 'parallel',
  hazards: [],
  missing: [],
  plan,
  cost: {
    perIteration: 40_000,
    trips: undefined,
    certain: false,
    because: ['calls repeat'],
    measuredMs: undefined,
  },
  worthwhile: true,
};

const accWrite = rangeOf('acc = tally(acc, x)');
export const hazard: Hazard = {
  code: 'carried-flow',
  certainty: 'definite',
  subject: 'acc',
  detail: '',
  range: rangeOf('acc, x'),
  at: { file, range: rangeOf('acc, x'), ...positionOf(rangeOf('acc, x')) },
  evidence: [
    { at: { file, range: accWrite, ...positionOf(accWrite) }, role: 'write', subject: 'acc' },
    { at: { file: helperFile, range: [0, 3], line: 7, column: 2 }, role: 'call', subject: 'tally' },
  ],
};

export const blocked: Verdict = {
  ...parallel,
  loop: loop('for (const x of rows)', rangeOf('for (const x'), 11, {
    form: 'for-of',
    items: [{ name: 'x', id: 'x@300', role: 'item' }],
  }),
  outcome: 'blocked',
  hazards: [hazard],
  plan: undefined,
  worthwhile: false,
};

export const undecided: Verdict = {
  ...blocked,
  loop: loop('map((row)', rangeOf('map((row)'), 12, {
    form: 'map',
    items: [{ name: 'row', id: 'row@350', role: 'item' }],
  }),
  outcome: 'undecided',
  hazards: [],
  missing: [{ kind: 'callee-pure', subject: 'lookup', line: 12 }],
};

export const report: Report = {
  root,
  files: 2,
  loops: 5,
  skipped: [
    {
      file: resolve(root, 'old.js'),
      reason: 'parse-error',
      message: 'unexpected token at line 3; fix the syntax',
    },
  ],
  verdicts: [parallel, blocked, undecided],
  sourceOf: (name) => (name === file ? source : undefined),
};
