/** Names that generated code may use, by the kind of value they hold. */
export type Kind =
  'number' | 'string' | 'item' | 'numbers' | 'rows' | 'vector' | 'map' | 'bytes' | 'function';

export class Scope {
  readonly #parent: Scope | undefined;
  readonly #names = new Map<Kind, string[]>();
  readonly #counter: { next: number };

  constructor(parent?: Scope) {
    this.#parent = parent;
    this.#counter = parent ? parent.#counter : { next: 0 };
  }

  declare(kind: Kind, name: string): string {
    this.#names.set(kind, [...(this.#names.get(kind) ?? []), name]);
    return name;
  }

  /** A name that no other declaration of the program has. */
  fresh(kind: Kind, stem: string): string {
    this.#counter.next += 1;
    return this.declare(kind, `${stem}${this.#counter.next}`);
  }

  all(kind: Kind): string[] {
    return [...(this.#parent?.all(kind) ?? []), ...(this.#names.get(kind) ?? [])];
  }

  child(): Scope {
    return new Scope(this);
  }
}
