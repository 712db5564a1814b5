/**
 * Purpose: the names that a text may declare getters and setters for, without parsing it.
 * Input: the text of a file.
 * Guarantee: none is left out; what only looks like one (in a comment, say) is there too.
 */

const declaration =
  /\b[gs]et(?:\s|\/\*[^]*?\*\/|\/\/.*)*\[?(?:\s|\/\*[^]*?\*\/|\/\/.*)*(?:(["'`])(.*?)\1|([\p{ID_Continue}$#\u200c\u200d]+))/gu;

/** Undefined where an escape hides a name. */
export function findAccessorNames(text: string): ReadonlySet<string> | undefined {
  if (/\b[gs]et[\s["'`]*[^\s("'`]*\\/.test(text)) return undefined;
  const found = new Set<string>();
  for (const [, , quoted, name] of text.matchAll(declaration)) found.add(quoted ?? name ?? '');
  return found;
}
