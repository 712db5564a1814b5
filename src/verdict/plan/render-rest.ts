/**
 * Purpose: the ordered remainder as the body of the loop over the results.
 * Input: a slice, with names for its results.
 * Guarantee: the original body, in which values of the part replace the expressions that compute them.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, Template } from '../../model/index.ts';
import { contains, isFunction, isLoopStatement } from '../../facts/ast.ts';
import type { Piece } from '../slice/classify.ts';
import { staysInRest } from '../slice/content.ts';
import { endsIteration, jumpsOutOf, targetOf } from '../slice/jumps.ts';
import type { LoopView } from '../slice/loop-view.ts';
import type { Hoist, Slice } from '../slice/cut.ts';
import { collect } from '../slice/pieces.ts';
import { closingComments, withComments } from './comments.ts';
import type { NameGiver } from './name.ts';
import { replaceStatement } from './render-part.ts';
import type { Result, Results } from './results.ts';
import type { Edit } from './rope.ts';
import { applyEdits, joinLines } from './rope.ts';

type Node = TSESTree.Node;

export interface RestText {
  readonly body: Template;
  /** Set when jumps of the body need it. */
  readonly label: string | undefined;
  /** Whether it uses the item. */
  readonly usesItem: boolean;
  /** Whether a cursor may not move on exactly once for each value of its queue. */
  readonly losesCount: boolean;
}

/** Where the outcome of the part is unwrapped, and into what. */
export interface Unwrap {
  readonly before: Node;
  readonly line: string;
}

export function renderRest(
  view: LoopView,
  slice: Slice,
  results: Results,
  names: NameGiver,
  unwrap: Unwrap | undefined,
): RestText {
  return new RestRenderer(view, slice, results, names).render(unwrap);
}

/** Whether a variable's value is read once, whatever way its statement takes. */
function isReadOnce({ node, uses, piece }: Hoist): boolean {
  if (uses.length !== 1) return false;
  for (let at = node; at !== piece.node && at.parent; at = at.parent) {
    const { parent } = at;
    if (isFunction(parent) || parent.type === 'ChainExpression') return false;
    if (parent.type === 'LogicalExpression' && at === parent.right) return false;
    if (parent.type === 'ConditionalExpression' && at !== parent.test) return false;
    if (parent.type === 'AssignmentPattern' && at === parent.right) return false;
    if (isStatementWithin(parent, piece.node)) return false;
  }
  return true;
}

/** A statement below the piece's own: an inner `if` or loop of what stays whole. */
function isStatementWithin(node: Node, piece: Node): boolean {
  return node !== piece && /Statement$/.test(node.type) && node.type !== 'ExpressionStatement';
}

class RestRenderer {
  readonly #view: LoopView;
  readonly #slice: Slice;
  readonly #results: Results;
  readonly #names: NameGiver;
  readonly #cursors: string[] = [];
  #label: string | undefined;
  #losesCount = false;

  constructor(view: LoopView, slice: Slice, results: Results, names: NameGiver) {
    this.#view = view;
    this.#slice = slice;
    this.#results = results;
    this.#names = names;
    this.#label = view.analysis.facts.loop.label;
  }

  render(unwrap: Unwrap | undefined): RestText {
    const uses = [...this.#slice.hoists.flatMap((hoist) => this.#usesOf(hoist)), ...this.#assertions()];
    const lines = this.#slice.pieces.flatMap((piece) => {
      const own = staysInRest(piece, this.#slice) ? [this.#line(piece, uses)] : [];
      return unwrap?.before === piece.node ? [[unwrap.line], ...own] : own;
    });
    const cursors = this.#cursors.map((name): Template => [`let ${name} = 0;`]);
    const body = joinLines([...cursors, ...lines, ...closingComments(this.#view)], this.#view.unit);
    return { body, label: this.#label, usesItem: this.#usesItem(), losesCount: this.#losesCount };
  }

  #line(piece: Piece, uses: readonly Edit[]): Template {
    const { node } = piece;
    const edits = [...uses, ...this.#removals(piece), ...this.#jumps(node)];
    const isStatement = this.#view.statements.includes(node as TSESTree.Statement) && isStatementNode(node);
    const text = applyEdits(isStatement ? withComments(node, this.#view) : node.range, edits);
    return isStatement ? text : [...text, ';'];
  }

  /** Inner statements that only the part runs. */
  #removals(piece: Piece): readonly Edit[] {
    if (piece.mode !== 'branch') return [];
    return piece.children.flatMap((child) =>
      staysInRest(child, this.#slice)
        ? this.#removals(child)
        : [replaceStatement(child, [], piece, this.#view)],
    );
  }

  /** `return` of a callback goes on with the next item, as `continue` does. */
  #jumps(node: Node): readonly Edit[] {
    const { site } = this.#view.analysis;
    if (site.callback === undefined) return [];
    return jumpsOutOf(node).flatMap((jump): readonly Edit[] => {
      if (jump.type !== 'ReturnStatement' || !endsIteration(jump, site)) return [];
      const next = this.#isInLoop(jump) ? `continue ${this.#labelled()};` : 'continue;';
      const { argument } = jump;
      if (!argument) return [{ range: jump.range, text: [next] }];
      return [
        { range: [jump.range[0], argument.range[0]], text: ['{ '] },
        { range: [argument.range[1], jump.range[1]], text: [`; ${next} }`] },
      ];
    });
  }

  #labelled(): string {
    this.#label ??= this.#names.give('each');
    return this.#label;
  }

  #isInLoop(node: Node): boolean {
    for (let at = node.parent; at && at !== this.#view.analysis.site.body; at = at.parent) {
      if (isLoopStatement(at)) return true;
    }
    return false;
  }

  /** The value of a hoist, where the statement used to compute it. */
  #usesOf(hoist: Hoist): readonly Edit[] {
    const name = this.#results.nameOf(hoist);
    const isConditional =
      this.#results.all.find((result) => result.hoist === (hoist.same ?? hoist))?.isConditional === true;
    const index = hoist.loops.length > 0 ? this.#indexOf(hoist, name) : undefined;
    const mark = this.#view.unit.isTypeScript && (index !== undefined || isConditional) ? '!' : '';
    const value = index === undefined ? `${name}${mark}` : `${name}[${index}]${mark}`;
    return hoist.uses.map((range) => ({
      range,
      text: [this.#isShorthand(range) ? `${this.#view.text(range)}: ${value}` : value],
    }));
  }

  /** `{ score }`: the property keeps its name. */
  #isShorthand(range: Range): boolean {
    return this.#view.names.referencesIn(range).some(({ identifier }) => {
      const { parent } = identifier as TSESTree.Identifier;
      return parent.type === 'Property' && parent.shorthand && identifier.range[0] === range[0];
    });
  }

  /** A loop variable that counts 0, 1, 2… along with the queue, or else a cursor. */
  #indexOf(hoist: Hoist, name: string): string {
    const [loop, ...more] = hoist.loops;
    const counter =
      more.length === 0 && !hoist.isConditional && loop ? counterOf(loop, this.#view) : undefined;
    if (counter !== undefined && loop && !this.#skips(loop)) return counter;
    const cursor = this.#names.give(`next${name.charAt(0).toUpperCase()}${name.slice(1)}`);
    this.#cursors.push(cursor);
    this.#losesCount ||= hoist.node.type === 'Identifier' && !isReadOnce(hoist);
    return `${cursor}++`;
  }

  /** Whether a round of an inner loop may be skipped. */
  #skips(loop: Node): boolean {
    return collect(
      this.#slice.pieces,
      ({ mode, node }) => mode === 'jump' && contains(loop.range, node.range),
    ).some(({ node }) => node.type === 'ContinueStatement' && targetOf(node) === loop);
  }

  /** Results that aren't known in every iteration are known where they are used: TypeScript has to be told. */
  #assertions(): readonly Edit[] {
    if (!this.#view.unit.isTypeScript) return [];
    return this.#results.all.flatMap((result: Result) => {
      if (!result.isConditional || !result.variable) return [];
      return result.variable.references
        .filter((reference) => reference.isRead() && contains(this.#view.body, reference.identifier.range))
        .map(({ identifier }) => {
          const { range, name } = identifier as TSESTree.Identifier;
          return { range, text: [this.#isShorthand(range) ? `${name}: ${name}!` : `${name}!`] };
        });
    });
  }

  #usesItem(): boolean {
    const stays = collect(
      this.#slice.pieces,
      (piece) => piece.mode !== 'branch' && staysInRest(piece, this.#slice),
    );
    const heads = collect(
      this.#slice.pieces,
      (piece) => piece.mode === 'branch' && staysInRest(piece, this.#slice),
    );
    const ranges = [...stays.map(({ node }) => node.range), ...heads.flatMap(({ node }) => headRange(node))];
    const taken = this.#slice.hoists.flatMap(({ uses }) => uses);
    return ranges.some((range) =>
      this.#view.names
        .referencesIn(range)
        .some(
          ({ resolved, identifier }) =>
            resolved && this.#view.isItem(resolved) && !taken.some((use) => contains(use, identifier.range)),
        ),
    );
  }
}

function headRange(node: Node): readonly Range[] {
  const inner = 'body' in node && isNodeLike(node.body) ? node.body : undefined;
  if (node.type === 'IfStatement') return [node.test.range];
  return inner && node.type !== 'BlockStatement' ? [[node.range[0], inner.range[0]]] : [];
}

function isNodeLike(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}

function isStatementNode(node: Node): boolean {
  return /(?:Statement|Declaration)$/.test(node.type);
}

/** `x` of `for (let x = 0; …; x++)`, when nothing else changes it. */
function counterOf(loop: Node, view: LoopView): string | undefined {
  if (loop.type !== 'ForStatement' || loop.init?.type !== 'VariableDeclaration') return undefined;
  const [declarator, ...others] = loop.init.declarations;
  if (others.length > 0 || declarator?.id.type !== 'Identifier' || !declarator.init) return undefined;
  const { update } = loop;
  if (update?.type !== 'UpdateExpression' || update.operator !== '++') return undefined;
  const variable = view.names.variableOf(declarator.id);
  const writes = variable?.references.filter((reference) => reference.isWrite() && !reference.init) ?? [];
  const [write, ...more] = writes;
  const isOwn = write?.identifier === update.argument && more.length === 0;
  return isOwn && declarator.init.type === 'Literal' && declarator.init.value === 0
    ? declarator.id.name
    : undefined;
}
