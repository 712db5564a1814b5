/** Bodies touch the same few places again and again: what is found out of two events holds for all pairs that look the same. */
import type { Key } from '../../model/index.ts';
import type { Counter, MemoryEvent } from './events.ts';
import { printPolynomial } from './polynomial.ts';

/** More kinds of events than this aren't told apart by one number. */
const most = 2 ** 26;

export class EventKinds {
  private readonly kinds = new Map<string, number>();
  private readonly kindOf = new Map<MemoryEvent, number>();
  private readonly counters = new Map<Counter, number>();

  /** A number for what the two events have in common with other pairs: places, kinds of access and loops around. */
  pair(a: MemoryEvent, b: MemoryEvent): number {
    return this.of(a) * most + this.of(b);
  }

  private of(event: MemoryEvent): number {
    const known = this.kindOf.get(event);
    if (known !== undefined) return known;
    const text = this.describe(event);
    const kind = this.kinds.get(text) ?? this.kinds.size;
    this.kinds.set(text, kind);
    this.kindOf.set(event, kind);
    return kind;
  }

  private describe({ access, path, counters }: MemoryEvent): string {
    const { root } = access.place;
    const loops = counters.map((counter) => this.numberOf(counter));
    return JSON.stringify([root, access.kind, path.map(keyText), access.place.path.map(keyText), loops]);
  }

  private numberOf(counter: Counter): number {
    const number = this.counters.get(counter) ?? this.counters.size;
    this.counters.set(counter, number);
    return number;
  }
}

function keyText(key: Key): string {
  if (key.kind === 'name') return `.${key.name}`;
  if (key.kind === 'all' && key.isDeep) return 'deep';
  return key.kind === 'index' ? `[${printPolynomial(key.subscript)}]` : key.kind;
}
