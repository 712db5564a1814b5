/** Names for what is new: results, tasks, queues. */
import type { LoopView } from '../slice/loop-view.ts';

/** Gives out names that no identifier of the file has, each once. */
export class NameGiver {
  readonly #view: LoopView;
  readonly #given = new Set<string>();

  constructor(view: LoopView) {
    this.#view = view;
  }

  /** `wish`, or `wish2`, `wish3`, … */
  give(wish: string): string {
    let name = wish;
    for (let n = 2; this.#view.names.isTaken(name) || this.#given.has(name); n++) name = `${wish}${n}`;
    this.#given.add(name);
    return name;
  }
}

/** `results` → `result`, `entries` → `entry`, `boxes` → `box`, `sizes` → `size`; names that aren't plural stay. */
export function singular(name: string): string {
  if (/[^aeiou]ies$/.test(name)) return `${name.slice(0, -3)}y`;
  if (/(?:ss|[^aeo]us|x|zz|ch|sh)es$/.test(name)) return name.slice(0, -2);
  if (/[^su]s$/.test(name) && name.length > 3) return name.slice(0, -1);
  return name;
}

export function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `computeRow` for `rows`, `row` */
export function taskNameFor(result: string): string {
  const name = singular(result).replace(/^_+|_+$/g, '');
  return `compute${capitalize(name || 'result')}`;
}

/** `isKeptWord` for `words`, `word` */
export function filterName(view: LoopView): string {
  return `isKept${capitalize(singular(view.analysis.facts.loop.items[0]?.name ?? 'item'))}`;
}
