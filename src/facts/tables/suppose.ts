/** Questions that may lead back to themselves: a table that is filled with the help of itself. */
const answers = new WeakMap<object, boolean>();
const supposed = new Set<object>();

/** What was found to be so while something was supposed, in the order in which it was found. */
const provisional = new Set<object>();

/**
 * The answer for `about`, which counts as yes while it is looked for (a greatest fixed point: all that a yes needs is a yes of others).
 * A no that was found on suppositions holds without them; a yes is kept once nothing is supposed any more, and forgotten when what was
 * supposed at the time turns out to be wrong.
 */
export function suppose(about: object, find: () => boolean): boolean {
  const known = answers.get(about);
  if (known !== undefined) return known;
  if (supposed.has(about) || provisional.has(about)) return true;
  const before = provisional.size;
  supposed.add(about);
  const answer = find();
  supposed.delete(about);
  if (answer) provisional.add(about);
  else refuse(about, before);
  if (supposed.size === 0) keepProvisional();
  return answer;
}

/** @param before how many provisional answers there were when `about` was supposed */
function refuse(about: object, before: number): void {
  answers.set(about, false);
  for (const later of [...provisional].slice(before)) provisional.delete(later);
}

function keepProvisional(): void {
  for (const about of provisional) answers.set(about, true);
  provisional.clear();
}
