/**
 * Purpose: the independent part as the body of a task.
 * Input: a slice, with names for its results.
 * Guarantee: runs the statements of the part in their order, and returns every result that the remainder uses.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, Template } from '../../model/index.ts';
import { contains } from '../../facts/ast.ts';
import type { Piece } from '../slice/classify.ts';
import { PartContent, staysInRest } from '../slice/content.ts';
import { isJump, targetOf } from '../slice/jumps.ts';
import type { LoopView } from '../slice/loop-view.ts';
import type { Hoist, Slice } from '../slice/cut.ts';
import { collect, headsOf } from '../slice/pieces.ts';
import { withComments } from './comments.ts';
import type { Results } from './results.ts';
import type { Edit } from './rope.ts';
import { applyEdits, joinLines } from './rope.ts';

type Node = TSESTree.Node;

export interface PartText {
  readonly body: Template;
  readonly isExpression: boolean;
  /** The parts of the original text that it is made of. */
  readonly ranges: readonly Range[];
}

export function renderPart(view: LoopView, slice: Slice, results: Results): PartText {
  return new PartRenderer(view, slice, results).render();
}

class PartRenderer {
  readonly #view: LoopView;
  readonly #slice: Slice;
  readonly #results: Results;
  readonly #content: PartContent;
  readonly #ranges: Range[] = [];

  constructor(view: LoopView, slice: Slice, results: Results) {
    this.#view = view;
    this.#slice = slice;
    this.#results = results;
    this.#content = new PartContent(view, slice);
  }

  render(): PartText {
    const lines = this.#slice.pieces.flatMap((piece) => this.#lines(piece, true));
    const short = this.#asExpression();
    if (short) return { body: short.body, isExpression: true, ranges: [short.range] };
    const tops = [...this.#declarations()];
    const end = this.#returnAt(Infinity);
    const last = lines.at(-1);
    const direct = last && this.#asReturn(last);
    const all = direct ? [...tops, ...lines.slice(0, -1), direct] : [...tops, ...lines, [end]];
    return { body: joinLines(all, this.#view.unit), isExpression: false, ranges: this.#ranges };
  }

  /** The whole part as one expression, when it is nothing but the computation of its only result. */
  #asExpression(): { readonly body: Template; readonly range: Range } | undefined {
    const { hoists, crossing, pieces } = this.#slice;
    if (hoists.length + crossing.length !== 1) return undefined;
    const kept = collect(pieces, ({ node, mode }) => mode === 'part' && this.#content.kept.has(node));
    const isGuarded =
      collect(pieces, (piece) => piece.mode === 'branch' && this.#content.has(piece)).length > 0;
    if (isGuarded) return undefined;
    const [hoist] = hoists;
    if (hoist) return kept.length === 0 && hoist.loops.length === 0 ? asOperand(hoist.node) : undefined;
    const [only] = kept;
    if (kept.length !== 1 || only?.node.type !== 'VariableDeclaration') return undefined;
    const [{ id, init }, ...more] = only.node.declarations;
    const isPlain = id.type === 'Identifier' && !id.typeAnnotation && more.length === 0;
    return isPlain && init ? asOperand(init) : undefined;
  }

  /** `return f(x);` for a last line `const value = f(x);` of which the value is the only result. */
  #asReturn(line: Template): Template | undefined {
    const { hoists, crossing, pieces } = this.#slice;
    const [hoist] = hoists;
    const [crossed] = crossing;
    if (hoists.length + crossing.length !== 1) return undefined;
    if (hoist) {
      const isLine = line[0] === `const ${this.#results.nameOf(hoist)} = `;
      return isLine ? ['return ', ...line.slice(1)] : undefined;
    }
    const last = collect(pieces, ({ node, mode }) => mode === 'part' && this.#content.kept.has(node)).at(
      -1,
    )?.node;
    if (last?.type !== 'VariableDeclaration' || last.kind !== 'const') return undefined;
    const [declarator, ...more] = last.declarations;
    if (!declarator || more.length > 0) return undefined;
    const { id, init } = declarator;
    const isLine =
      line.length === 1 &&
      Array.isArray(line[0]) &&
      line[0][1] >= last.range[1] &&
      line[0][0] <= last.range[0];
    if (!isLine || id.type !== 'Identifier' || id.typeAnnotation || id.name !== crossed?.name || !init)
      return undefined;
    const [start, end] = line[0] as Range;
    const lead: Template = start < last.range[0] ? [[start, last.range[0]]] : [];
    const trail: Template = end > last.range[1] ? [[last.range[1], end]] : [];
    return [...lead, 'return ', init.range, ';', ...trail];
  }

  /** What is declared before the statements of the part: queues, and values of branches. */
  *#declarations(): Generator<Template> {
    for (const hoist of this.#slice.hoists.filter(({ same }) => !same)) {
      const name = this.#results.nameOf(hoist);
      if (hoist.loops.length > 0) yield [`const ${name} = [];`];
      else if (hoist.isNested) yield [`let ${name};`];
    }
  }

  #lines(piece: Piece, isTop: boolean): readonly Template[] {
    const { node } = piece;
    switch (piece.mode) {
      case 'part':
        if (!this.#content.kept.has(node)) return [];
        return [[this.#use(isTop ? this.#outer(piece) : node.range)]];
      case 'rest':
        return this.#hoistLines(piece);
      case 'jump':
        return [...this.#hoistLines(piece), ...this.#jump(piece)];
      case 'branch':
        if (!this.#content.has(piece)) return [];
        return this.#content.hasInside(piece)
          ? [...this.#hoistLines(piece), this.#branch(piece)]
          : this.#hoistLines(piece);
    }
  }

  /** A statement of a block with its comments, but where the remainder has those. */
  #outer(piece: Piece): Range {
    const { node } = piece;
    const isCommented = node.parent?.type === 'BlockStatement' && !staysInRest(piece, this.#slice);
    return isCommented ? withComments(node, this.#view) : node.range;
  }

  #use(range: Range): Range {
    this.#ranges.push(range);
    return range;
  }

  #hoistLines(piece: Piece): readonly Template[] {
    return this.#slice.hoists
      .filter((hoist) => hoist.piece === piece && !hoist.same)
      .map((hoist) => {
        const name = this.#results.nameOf(hoist);
        const value = this.#value(hoist);
        if (hoist.loops.length > 0) return [`${name}.push(`, ...value, ');'];
        return [hoist.isNested ? `${name} = ` : `const ${name} = `, ...value, ';'];
      });
  }

  #value(hoist: Hoist): Template {
    this.#use(hoist.node.range);
    return asOperand(hoist.node).body;
  }

  #jump({ node }: Piece): readonly Template[] {
    const target = isJump(node) ? targetOf(node) : undefined;
    const isInner = target !== undefined && contains(this.#view.body, target.range);
    if (isInner) return [[node.range]];
    return [[this.#returnAt(node.range[0])]];
  }

  /** A compound statement of which some inner statements are replaced or left out. */
  #branch(piece: Piece): Template {
    for (const head of headsOf(piece.node)) this.#use(head);
    const own = this.#slice.hoists.filter((hoist) => hoist.piece === piece);
    const heads = own.flatMap((hoist) => this.#headEdits(hoist));
    return applyEdits(this.#outer(piece), [...heads, ...this.#editsOf(piece)]);
  }

  /** The head of a branch uses a value that was computed before it. */
  #headEdits(hoist: Hoist): readonly Edit[] {
    if (hoist.loops.length > 0) return [];
    return hoist.uses.map((range) => ({ range, text: [this.#results.nameOf(hoist)] }));
  }

  #editsOf(piece: Piece): readonly Edit[] {
    return piece.children.flatMap((child): readonly Edit[] => {
      const { node, mode } = child;
      if (
        mode === 'branch' &&
        this.#content.has(child) &&
        !this.#slice.hoists.some((h) => h.piece === child)
      ) {
        for (const head of headsOf(node)) this.#use(head);
        return this.#editsOf(child);
      }
      if (mode === 'part' && this.#content.kept.has(node)) {
        this.#use(node.range);
        return [];
      }
      return [replaceStatement(child, this.#lines(child, false), piece, this.#view)];
    });
  }

  /** `return value;` with the results that are known at an offset. */
  #returnAt(offset: number): string {
    const fields = this.#results.all.map(({ name, from }) =>
      from < offset ? { name } : { name, value: 'undefined' },
    );
    const [only, ...more] = fields;
    if (only && more.length === 0) return `return ${only.value ?? only.name};`;
    return `return { ${fields.map(({ name, value }) => (value ? `${name}: ${value}` : name)).join(', ')} };`;
  }
}

/** An expression where a comma would end it. */
export function asOperand(node: Node): { readonly body: Template; readonly range: Range } {
  const { range } = node;
  return { range, body: node.type === 'SequenceExpression' ? ['(', range, ')'] : [range] };
}

/** An inner statement replaced by others, in braces where there is room for one only; left out with its line when there are none. */
export function replaceStatement(
  child: Piece,
  lines: readonly Template[],
  parent: Piece,
  view: LoopView,
): Edit {
  const isInBlock = parent.node.type === 'BlockStatement';
  if (isInBlock) {
    const range = withComments(child.node, view);
    if (lines.length === 0) return { range: withLine(range, view), text: [] };
    return { range, text: indented(lines, child.node, view) };
  }
  const [only, ...more] = lines;
  const text = only && more.length === 0 ? only : ['{ ', ...lines.flatMap((line) => [...line, ' ']), '}'];
  return { range: child.node.range, text };
}

/** The range with the white space before it, so that no empty line is left. */
function withLine([start, end]: Range, view: LoopView): Range {
  const before = view.unit.text.slice(0, start);
  return [before.length - (/\s*$/.exec(before)?.[0].length ?? 0), end];
}

/** Several lines where one was, at the depth of the statement that they replace. */
function indented(lines: readonly Template[], node: Node, view: LoopView): Template {
  let depth = 0;
  for (let at = node.parent; at && at !== view.analysis.site.body; at = at.parent) {
    if (at.type === 'BlockStatement') depth++;
  }
  return lines.flatMap((line, index) => (index === 0 ? line : [`\n${'  '.repeat(depth)}`, ...line]));
}
