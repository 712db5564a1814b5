/** A value that an invariant promises. Throws an Error that names the invariant when it is broken. */
export function ensure<T>(value: T | undefined, invariant: string): T {
  if (value === undefined) throw new Error(`Broken invariant: ${invariant}`);
  return value;
}
