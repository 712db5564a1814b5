/**
 * Purpose: loop fission: split the body into an independent part and an ordered remainder.
 * Input: a loop and what can't leave the main thread.
 * Guarantee: the remainder is the original body in which some expressions are replaced by values that the part computed; the part
 * computes them from the item and the constants alone. (Loop distribution by slicing: Allen & Kennedy 2001, §6.2; Weiser 1984.)
 */
import type { Reference, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { Range } from '../../model/index.ts';
import { contains, isLoopStatement } from '../../facts/ast.ts';
import type { Piece } from './classify.ts';
import { classify } from './classify.ts';
import { identityLoss, obstacleTo } from './crossing.ts';
import type { Blocker } from './describe.ts';
import { isExpression, operandsOf } from './evaluated.ts';
import { Independence } from './independence.ts';
import type { LoopView } from './loop-view.ts';
import { ancestorsOf, collect, headsOf, isHoistableHead, outermostLoopAround } from './pieces.ts';
import { guardsOf, hasPlace, isPlaced } from './placed.ts';
import { assignsLocals, isChangedAfter, isShared, localsDefinedBy } from './touches.ts';
import type { Work } from './work.ts';
import { isAtLeast, workOf } from './work.ts';
import { noLimits } from './cut.ts';
import type { Hoist, Limits, Slice } from './cut.ts';

type Node = TSESTree.Node;

/** Slices the body, from the least work that is worth moving upwards. */
export function sliceBody(
  view: LoopView,
  blockers: readonly Blocker[],
  minimum: Work,
  limits: Limits = noLimits,
): Slice {
  const independence = new Independence(view, blockers);
  if (limits.end !== Infinity) independence.cutAt(limits.end, []);
  for (;;) {
    const pieces = classify(view, independence);
    const slicer = new Slicer(view, independence, pieces, minimum, limits);
    if (!slicer.forcesAny()) return slicer.slice();
  }
}

class Slicer {
  readonly #view: LoopView;
  readonly #independence: Independence;
  readonly #pieces: readonly Piece[];
  readonly #minimum: Work;
  readonly #limits: Limits;
  readonly #hoists: Hoist[] = [];
  readonly #crossing = new Set<Variable>();
  readonly #repeated = new Set<Node>();
  readonly #obstacles: Blocker[] = [];
  readonly #parts: readonly Piece[];
  #guards: readonly Node[] = [];
  #hasForced = false;

  constructor(
    view: LoopView,
    independence: Independence,
    pieces: readonly Piece[],
    minimum: Work,
    limits: Limits,
  ) {
    this.#view = view;
    this.#independence = independence;
    this.#pieces = pieces;
    this.#minimum = minimum;
    this.#limits = limits;
    this.#parts = collect(pieces, ({ mode }) => mode === 'part');
  }

  /** Finds what is taken out and what crosses; true when a variable had to go to the remainder, and all must begin anew. */
  forcesAny(): boolean {
    for (const piece of collect(this.#pieces, ({ mode }) => mode === 'rest' || mode === 'jump')) {
      this.#findHoists(piece, piece.node);
    }
    for (const piece of collect(this.#pieces, ({ mode }) => mode === 'branch')) this.#hoistHead(piece);
    const pending = collect(this.#pieces, (piece) => piece.mode !== 'part');
    for (const piece of pending) this.#supply(piece);
    this.#guards = guardsOf(this.#parts, pending, this.#view);
    for (const node of this.#guards) this.#repeated.add(node);
    for (let size = -1; size !== this.#repeated.size && !this.#hasForced;) {
      size = this.#repeated.size;
      const repeated = this.#parts.filter(({ node }) => this.#repeated.has(node));
      for (const piece of [...repeated, ...pending]) this.#supply(piece);
    }
    if (!this.#hasForced) this.#keepObjectsWhole(pending);
    return this.#hasForced;
  }

  /** What a value that crosses holds, and the remainder makes itself, would be two objects. */
  #keepObjectsWhole(pending: readonly Piece[]): void {
    const reads = [...this.#crossing].flatMap(({ references }) => references.filter((one) => one.isRead()));
    const sent = [...this.#hoists.map(({ node }) => node), ...reads.map(({ identifier }) => identifier)];
    for (const [variable, [first]] of pending.flatMap((piece) => [...this.#needsOf(piece)])) {
      if (!first || this.#crossing.has(variable)) continue;
      const isHeld = sent.some((node) => this.#view.analysis.mayShareObjects(node, first.identifier));
      const loss = identityLoss(first.identifier, undefined, this.#view);
      if (isHeld && this.#independence.force(variable, [loss])) this.#hasForced = true;
    }
  }

  slice(): Slice {
    return {
      pieces: this.#pieces,
      hoists: this.#hoists,
      crossing: [...this.#crossing],
      repeated: this.#repeated,
      guards: this.#guards,
      independence: this.#independence,
      obstacles: this.#obstacles,
    };
  }

  /** The largest expressions that can be taken out of a statement. */
  #findHoists(piece: Piece, node: Node): void {
    if (isExpression(node) && isAtLeast(workOf(node, this.#view.names), this.#minimum)) {
      if (
        !hasPlace(node, this.#view) &&
        this.#independence.isIndependent(node) &&
        !assignsLocals(node, this.#view) &&
        !this.#isChangedAfter(node)
      ) {
        const obstacle = obstacleTo(node, this.#view);
        if (obstacle === undefined) {
          this.#hoists.push(this.#hoist(piece, node, [node.range]));
          return;
        }
        this.#obstacles.push(obstacle);
      }
    }
    for (const operand of operandsOf(node)) this.#findHoists(piece, operand);
  }

  /** The part is done with an iteration before the remainder sees any of it. */
  #isChangedAfter(node: Node): boolean {
    const parts = this.#parts.map((part) => part.node);
    return isChangedAfter(node, parts, this.#view);
  }

  /** A heavy test, or a heavy list to go over, is evaluated by the part alone. */
  #hoistHead(piece: Piece): void {
    const { node } = piece;
    const isList = node.type === 'ForOfStatement' || node.type === 'ForInStatement';
    const head = node.type === 'IfStatement' ? node.test : isList ? node.right : undefined;
    const stays = collect([piece], ({ mode }) => mode === 'rest' || mode === 'jump').length > 0;
    if (head && stays) this.#findHoists(piece, head);
  }

  #hoist(piece: Piece, node: Node, uses: readonly Range[]): Hoist {
    const branches = ancestorsOf(piece, this.#pieces);
    return {
      piece,
      node,
      uses,
      loops: branches.map((branch) => branch.node).filter(isLoopStatement),
      isConditional: branches.some(({ node: branch }) => branch.type === 'IfStatement'),
      isNested: branches.length > 0,
      same: this.#earlier(node, branches),
    };
  }

  /** The same constant, already taken out in the same block. */
  #earlier(node: Node, branches: readonly Piece[]): Hoist | undefined {
    const variable = node.type === 'Identifier' ? this.#view.names.variableOf(node) : undefined;
    const isConstant =
      variable?.references.every((reference) => reference.init || !reference.isWrite()) === true;
    if (!isConstant || branches.some((branch) => isLoopStatement(branch.node))) return undefined;
    return this.#hoists.find(
      (hoist) =>
        hoist.node.type === 'Identifier' &&
        this.#view.names.variableOf(hoist.node) === variable &&
        ancestorsOf(hoist.piece, this.#pieces).at(-1) === branches.at(-1),
    );
  }

  /** Sees to it that the remainder has the values of all locals that a piece of it reads. */
  #supply(piece: Piece): void {
    for (const [variable, references] of this.#needsOf(piece)) {
      const [first] = references;
      const definers = this.#definersOf(variable);
      if (!first || (this.#crossing.has(variable) && this.#arrives(variable, references, definers))) continue;
      // A statement that is repeated may need what the variable is there, or declare it anew.
      this.#crossing.delete(variable);
      if (definers.every(({ node }) => this.#repeated.has(node))) continue;
      const obstacle = obstacleTo(first.identifier, this.#view);
      const isCheap = definers.every(({ node }) => workOf(node, this.#view.names) !== 'heavy');
      const stays = isPlaced(variable, this.#view) || this.#isAssignedByHead(variable);
      if (
        isCheap &&
        (obstacle || stays || this.#limits.repeatsCheap || isShared(variable, this.#crossing, this.#view))
      ) {
        for (const { node } of definers) this.#repeated.add(node);
      } else if (stays) {
        this.#hasForced = this.#independence.force(variable, []) || this.#hasForced;
      } else if (obstacle === undefined && this.#canCrossByName(variable, definers)) {
        this.#crossing.add(variable);
      } else if (
        obstacle === undefined &&
        isHoistableHead(piece) &&
        !this.#isChangedAfter(first.identifier)
      ) {
        const uses = references.map(({ identifier }) => identifier.range);
        this.#hoists.push(this.#hoist(piece, first.identifier, uses));
      } else if (isCheap) {
        for (const { node } of definers) this.#repeated.add(node);
      } else {
        if (obstacle) this.#obstacles.push(obstacle);
        this.#hasForced = this.#independence.force(variable, obstacle ? [obstacle] : []) || this.#hasForced;
      }
    }
  }

  /** Locals that a piece of the remainder reads and the part computes, with the references. */
  #needsOf(piece: Piece): ReadonlyMap<Variable, readonly Reference[]> {
    const needs = new Map<Variable, Reference[]>();
    for (const range of piece.mode === 'branch' ? headsOf(piece.node) : [piece.node.range]) {
      for (const reference of this.#view.names.referencesIn(range)) {
        const variable = reference.resolved;
        if (!variable || !this.#view.isLocal(variable) || this.#isTaken(reference, piece)) continue;
        if (this.#definersOf(variable).length === 0) continue;
        if (piece.mode === 'part' && this.#definersOf(variable).some(({ node }) => node === piece.node))
          continue;
        needs.set(variable, [...(needs.get(variable) ?? []), reference]);
      }
    }
    return needs;
  }

  #isTaken({ identifier }: Reference, piece: Piece): boolean {
    return this.#hoists.some(
      (hoist) => hoist.piece === piece && hoist.uses.some((use) => contains(use, identifier.range)),
    );
  }

  readonly #definers = new Map<Variable, readonly Piece[]>();

  /** The statements of the part that declare, assign or change a variable. */
  #definersOf(variable: Variable): readonly Piece[] {
    const known = this.#definers.get(variable);
    if (known) return known;
    const found = this.#parts.filter(({ node }) => localsDefinedBy(node, this.#view).has(variable));
    this.#definers.set(variable, found);
    return found;
  }

  /** Assigned where both sides evaluate it: the remainder needs the variable itself, as it is before. */
  #isAssignedByHead(variable: Variable): boolean {
    const heads = collect(this.#pieces, ({ mode }) => mode === 'branch').flatMap(({ node }) => headsOf(node));
    return variable.references.some(
      (reference) => reference.isWrite() && heads.some((head) => contains(head, reference.identifier.range)),
    );
  }

  /** Declared at the top of the body, and complete before the remainder first reads it. */
  #canCrossByName(variable: Variable, definers: readonly Piece[]): boolean {
    const declaration = definers.find(({ node }) =>
      variable.identifiers.some(({ range }) => contains(node.range, range)),
    )?.node;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind === 'var') return false;
    if (!this.#view.statements.includes(declaration) || isShared(variable, this.#crossing, this.#view))
      return false;
    const rest = collect(this.#pieces, ({ mode, node }) => mode !== 'part' || this.#repeated.has(node));
    return rest.every((piece) => this.#arrives(variable, this.#needsOf(piece).get(variable) ?? [], definers));
  }

  /** Whether references mean the final value: behind all that changes it, loops around that included, and nothing declares it anew. */
  #arrives(variable: Variable, references: readonly Reference[], definers: readonly Piece[]): boolean {
    const complete = Math.max(...definers.map(({ node }) => outermostLoopAround(node, this.#view).range[1]));
    const declares = ({ node }: Piece) =>
      variable.identifiers.some(({ range }) => contains(node.range, range));
    const isRedeclared = definers.some((piece) => this.#repeated.has(piece.node) && declares(piece));
    return !isRedeclared && references.every(({ identifier }) => identifier.range[0] >= complete);
  }
}
