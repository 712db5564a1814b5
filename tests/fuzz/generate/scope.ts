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
    return this.declare(kind, `${stem}${this.number()}`);
  }

  /** A number that no other call gets. */
  number(): number {
    this.#counter.next += 1;
    return this.#counter.next;
  }

  all(kind: Kind): string[] {
    return [...(this.#parent?.all(kind) ?? []), ...(this.#names.get(kind) ?? [])];
  }

  child(): Scope {
    return new Scope(this);
  }
}

/** Gives the local names of a statement, written `$name`, a number of their own. */
export function withLocals(scope: Scope, text: string): string {
  if (!/\$[a-z]/.test(text)) return text;
  const number = scope.number();
  return text.replace(/\$([a-z]\w*)/g, (_, name: string) => `${name}${number}`);
}
