/** What the function around the loop declares: taken in when the loop names it. */
import { piece, type Piece } from './pieces.ts';

/** Variables, containers, views, aliases and closures that live as long as the loop. */
export const state: readonly Piece[] = [
  piece('later', `const later = [];`),
  piece('seen', `const seen = new Set();`),
  piece('groups', `const groups = new Map();`),
  piece('counts', `const counts = {};`),
  piece('bins', `const bins = new Array(4).fill(0);`),
  piece('cells', `const cells = [1, 2, 3];`),
  piece('alias', `const alias = cells;`),
  piece('copy', `const copy = cells.slice();`),
  piece('bytes', `const bytes = new Uint8Array(4);`),
  piece('floats', `const floats = new Float64Array(8);`),
  piece('view', `const view = floats.subarray(2);`),
  piece('grid', `const grid = [[1], [2], [3]];`),
  piece('row', `const row = grid[1];`),
  piece('twins', `const twins = Array(3).fill([0]);`),
  piece('lookupMap', `const lookupMap = new Map([[1, 2], [3, 4]]);`),
  piece('holder', `const holder = { inner: { n: 1 } };`),
  piece('inner', `const inner = holder.inner;`),
  piece('queue', `const queue = [9, 8, 7];`),
  piece('rng', `const rng = new Random(3);`),
  piece('pattern', `const pattern = /\\d/g;`),
  piece('ahead', `const ahead = [4, 5, 6][Symbol.iterator]();`),
  piece('total', `let total = 0;`),
  piece('text', `let text = '';`),
  piece('best', `let best = -Infinity;`),
  piece('bestItem', `let bestItem = null;`),
  piece('cursor', `let cursor = 1;`),
  piece('next', `let next = 0;`),
  piece('previous', `let previous = 0;`),
  piece('phase', `let phase = 0;`),
  piece('low', `let low = 0;\n  let high = 1;`),
  piece('remembered', `const remembered = new Map();`),
  piece('addK', `const addK = (x) => heavy(x) + k;`),
  piece('bumpTotal', `const bumpTotal = (x) => (total += x);`),
  piece('peekCell', `const peekCell = (x) => heavy(x) + cells[0];`),
  piece(
    'recall',
    `const recall = (x) => {\n    if (!remembered.has(x)) remembered.set(x, heavy(x));\n    return remembered.get(x);\n  };`,
  ),
  piece('nested', `function nested(x) {\n    return x > 0 && x < 9 ? addK(x - 1) : heavy(x);\n  }`),
  piece('lazy', `const lazy = { get value() { total += 1; return total; } };`),
  piece('frozen', `const frozen = Object.freeze({ by: 3, list: [1, 2] });`),
  piece('vectors', `const vectors = [new Vector(1, 2), new Vector3(3, 4)];`),
  piece('secret', `const secret = new Secret(5);`),
];

/** The names in `state` by the kind of expression that may read them. */
export const stateNumbers = ['total', 'best', 'cursor', 'next', 'previous', 'low', 'phase'] as const;
export const stateFunctions = ['addK', 'bumpTotal', 'peekCell', 'recall', 'nested'] as const;
