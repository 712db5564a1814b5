/**
 * Purpose: the names that a text may declare getters and setters for, without parsing it.
 * Input: the text of a file.
 * Guarantee: none is left out; what only looks like one (in a comment, say) is there too.
 */

const declaration =
  /\b[gs]et(?:\s|\/\*[^]*?\*\/|\/\/.*)*\[?(?:\s|\/\*[^]*?\*\/|\/\/.*)*(?:(["'`])(.*?)\1|([\p{ID_Continue}$#\u200c\u200d]+))/gu;

/** What a property descriptor is for, where that is a literal. */
const described =
  /\b(?:defineProperty\s*\([^,()]*|__define[GS]etter__\s*\(\s*)(?:,\s*)?(?:(["'`])(.*?)\1|(\d+))\s*,/gu;

/** Names that stand elsewhere: descriptors of several properties, or of one that is computed. */
const manyDescribed =
  /\bdefineProperties\b|\bcreate\s*\([^()]*,|\b(?:defineProperty\s*\((?![^,()]*,\s*["'`\d])|__define[GS]etter__\s*\((?!\s*["'`\d]))/u;

/** Undefined where an escape hides a name, or it stands elsewhere. */
export function findAccessorNames(text: string): ReadonlySet<string> | undefined {
  if (/\b[gs]et[\s["'`]*[^\s("'`]*\\/.test(text)) return undefined;
  if (/\b[gs]et\b|__define/.test(text) && manyDescribed.test(text)) return undefined;
  const found = new Set<string>();
  for (const [, , quoted, name] of text.matchAll(declaration)) found.add(quoted ?? name ?? '');
  for (const [, , quoted, name] of text.matchAll(described)) found.add(quoted ?? name ?? '');
  return found;
}
