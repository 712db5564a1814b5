/**
 * Purpose: types that JSDoc comments of the source file declare or import, where declarations that move go on naming them.
 * Input: the source file, and the text that moves.
 * Guarantee: each is declared once, from the source file or from where that has it; generic ones are left out.
 */
import type { SourceUnit } from '../../src/model/index.ts';
import { commentsOf } from './comments.ts';

/** Lines for the worker module: a typedef for each type that the file declares, and its `@import` comments, as far as `moved` names them. */
export function jsDocTypes(unit: SourceUnit, moved: string, sourceSpecifier: string): string[] {
  if (unit.isTypeScript) return [];
  const used = (name: string): boolean => new RegExp(`\\{[^}]*\\b${name}\\b[^}]*\\}`).test(moved);
  return commentsOf(unit).flatMap(({ type, value }) => {
    if (type !== 'Block' || !value.startsWith('*')) return [];
    const imported = /@import\s+([^]*?)\s+from\b/.exec(value)?.[1];
    if (imported !== undefined) return namesIn(imported).some(used) ? [`/*${value}*/`] : [];
    return declaredIn(value)
      .filter(used)
      .map((name) => `/** @typedef {import('${sourceSpecifier}').${name}} ${name} */`);
  });
}

function namesIn(text: string): readonly string[] {
  return (text.match(/[\w$]+/g) ?? []).filter((name) => name !== 'as');
}

/** `P` of `@typedef {{ x: number }} P`. */
function declaredIn(comment: string): readonly string[] {
  if (comment.includes('@template')) return [];
  const tags = comment.split(/@(?=typedef\b|callback\b)/).slice(1);
  return tags.flatMap((tag) => /^\w+\s+([\w$]+)/.exec(withoutBraces(tag))?.[1] ?? []);
}

/** Without types in braces, which nest. */
function withoutBraces(text: string): string {
  const less = text.replace(/\{[^{}]*\}/g, '');
  return less === text ? text : withoutBraces(less);
}
