/**
 * A tape of choices, drawn by fast-check and read by the generator. An exhausted tape answers 0, the simplest choice, so that
 * shrinking the tape shrinks the program (MacIver & Donaldson, "Test-Case Reduction via Test-Case Generation", ECOOP 2020).
 */
export class Tape {
  readonly #choices: readonly number[];
  #next = 0;

  constructor(choices: readonly number[]) {
    this.#choices = choices;
  }

  /** An integer in [0, below). */
  pick(below: number): number {
    const choice = this.#choices[this.#next] ?? 0;
    this.#next += 1;
    return choice % below;
  }

  /** One of `options`; the first is what an exhausted tape gives. */
  choose<T>(options: readonly [T, ...T[]]): T {
    return options[this.pick(options.length)] ?? options[0];
  }

  /** True about `percent` times in a hundred; an exhausted tape says false. */
  chance(percent: number): boolean {
    return this.pick(100) >= 100 - percent;
  }
}
