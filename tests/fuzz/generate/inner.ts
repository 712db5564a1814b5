/** Loops whose only work is calls of built-ins in an inner loop, with stores and sums beside them. */
import type { Context } from './expressions.ts';

export function innerStoreLoop({ tape }: Context): string {
  const value = tape.choose([
    'Math.hypot(grid[i % 3][0], j)',
    'Math.sqrt(weights[(i + j) % 4] + i)',
    'String(j * i)',
    'Math.max(weights[j], i)',
  ]);
  const at = tape.choose(['i * 3 + j', 'i + 6 * j', 'i * 2 + j', '17 - i * 3 - j']);
  const stores = [
    `cells[${at}] = value;`,
    `cells[${at}] = value + (cells[${at}] ?? 0);`,
    `cells[${at}] = value + (cells[i * 3 + j - 1] ?? 0);`,
    `total += value;`,
    `out.push(value);`,
    `text += value;`,
    `counts[j] = (counts[j] ?? 0) + value;`,
    `if (value > best) best = value;`,
    `grid[j % 3][1] = value;`,
  ] as const;
  const jump = tape.chance(40)
    ? tape.choose(['if (value > 2) continue;', 'if (j > i) break;', 'if (cells[j] === value) continue;'])
    : '';
  const lines = Array.from({ length: 1 + tape.pick(3) }, () => tape.choose(stores));
  const head = tape.choose([
    'for (let j = 0; j < 3; j++)',
    'for (const j of [2, 0, 1])',
    'for (let j = 3; j-- > 0;)',
  ]);
  return `for (let i = 0; i < 6; i++) {\n${head} {\nconst value = ${value};\n${jump}\n${lines.join('\n')}\n}\n}`;
}
