/**
 * Purpose: the call that takes the place of a `reduce`: `fold(imapSync(…), first, (accumulator, result) => …)`.
 * Input: a plan that folds.
 * Guarantee: one edit of the call; on one line, with the function's body opened, or an argument a line, as Prettier would.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, SourceUnit, Template } from '../../src/model/index.ts';
import { columnOf, lengthToLineEnd, printPoolCall, withRuntimeNames } from './consume.ts';
import type { ConsumeText, Edit } from './consume.ts';
import { columns, printArguments, printCall } from './layout.ts';
import { renderRope } from './rope.ts';
import { indentationAt } from './style.ts';
import type { Style } from './style.ts';
import { trimLines } from './task.ts';
import { findNode } from './walk.ts';

export function printFold(consume: ConsumeText, style: Style): Edit {
  const { unit, plan } = consume;
  const { consume: fold, replace: range } = plan;
  if (fold.as !== 'fold') throw new TypeError(fold.as);
  const indent = indentationAt(unit.text, range[0]);
  const inner = indent + style.indent;
  const print = (text: Template, at: string) => renderRope(withRuntimeNames(text, consume), unit, style, at);
  const around = { indent, before: columnOf(unit, range[0]), after: lengthToLineEnd(unit, range[1]) };
  const blocking = { ...consume, awaited: false };
  const stream = printPoolCall(blocking, 'imap', { indent: inner, before: inner.length, after: 1 }, style);
  const head = `(${print(fold.accumulator, indent)}, ${print(fold.binding, indent)}) =>`;
  const first = print(fold.first, indent);
  const name = consume.runtime('fold');
  const line = `${name}(${stream}, ${first}, ${head}`;
  const mayHug = (end: string) =>
    !stream.includes('\n') && around.before + columns(line + end, style) <= style.width;
  if (fold.isExpression) {
    const body = print(fold.body, inner);
    const flat = `${line} ${body})`;
    const isLong = around.before + columns(flat, style) + around.after > style.width;
    const isOpened = isLong && mayHug('') && isOpenable(unit, range);
    const text = isOpened
      ? `${line}${printArguments([body], indent, style)})`
      : printCall(name, [stream, first, `${head} ${body}`], around, style);
    return { range, text };
  }
  const block = (at: string) =>
    `{${style.eol}${at}${style.indent}${trimLines(print(fold.body, at + style.indent))}${style.eol}${at}}`;
  const text = mayHug(' {')
    ? `${line} ${block(indent)})`
    : `${name}(${printArguments([stream, first, `${head} ${block(inner)}`], indent, style)})`;
  return { range, text };
}

/** Whether the callback's value is a call or condition, which goes below the arrow where it is long. */
function isOpenable(unit: SourceUnit, range: Range): boolean {
  const call = findNode(unit.ast, range, ({ type }) => type === 'CallExpression');
  const callback = call?.type === 'CallExpression' ? call.arguments[0] : undefined;
  const body: TSESTree.Node | undefined =
    callback?.type === 'ArrowFunctionExpression' ? callback.body : undefined;
  return body !== undefined && /^(?:Call|Conditional)Expression$/.test(body.type);
}
