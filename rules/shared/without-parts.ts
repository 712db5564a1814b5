/** Leaves out what a longer path says again: `this.size` beside `this`, `score(x)` beside `score`. */
interface About {
  readonly subject: string;
  readonly code?: string;
  readonly kind?: string;
}

export function withoutParts<T extends About>(list: readonly T[]): T[] {
  return list.filter((one) => !list.some((other) => isPart(one, other)));
}

/** Of the same code, and about a part of what the other is about. */
function isPart(one: About, other: About): boolean {
  if (one.code !== other.code || one.kind !== other.kind) return false;
  const rest = one.subject.startsWith(other.subject) ? one.subject.slice(other.subject.length) : '';
  return /^[.[(]/.test(rest);
}
