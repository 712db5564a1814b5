/** Questions that may lead back to themselves: a table that is filled with the help of itself. */
const answers = new WeakMap<object, boolean>();
const supposed = new Set<object>();

/**
 * The answer for `about`, which counts as yes while it is looked for. It is kept once nothing is supposed any more: an answer that
 * was found meanwhile may rest on what turns out to be wrong.
 */
export function suppose(about: object, find: () => boolean): boolean {
  const known = answers.get(about);
  if (known !== undefined || supposed.has(about)) return known ?? true;
  supposed.add(about);
  const answer = find();
  supposed.delete(about);
  if (supposed.size === 0) answers.set(about, answer);
  return answer;
}
