/**
 * Purpose: values and statements of which TypeScript knows more where they stand, or by which it knows more of others.
 * Input: pieces of the body, in TypeScript.
 * Guarantee: the remainder keeps what its types rely on; in JavaScript nothing is kept.
 */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { Piece } from './classify.ts';
import { isChoice, isContextual } from './context.ts';
import type { LoopView } from './loop-view.ts';
import { asserts, narrows, narrowsOrHolds } from './narrowing.ts';

type Node = TSESTree.Node;

/** Whether an expression would have another type, or tell less, when it comes from the part. */
export function hasPlace(node: Node, view: LoopView): boolean {
  const { unit, names } = view;
  return unit.isTypeScript && (narrows(node, view) || isContextual(node, names) || isChoice(node, names));
}

/** Whether a local says more where it is declared: as the result of a condition, as one of a few texts, or beside others. */
export function isPlaced(variable: Variable, view: LoopView): boolean {
  const { unit, names } = view;
  const [definition] = variable.defs;
  if (!unit.isTypeScript || definition?.type !== 'Variable' || definition.parent.kind !== 'const')
    return false;
  const { id, init } = definition.node;
  if (!init || id.typeAnnotation) return false;
  if (id.type === 'Identifier') return narrows(init, view) || isChoice(init, names);
  const siblings = names.declaredIn(id.range);
  return siblings.length > 1 && siblings.some(isTested);
}

/** `kind` of `if (kind === 'circle')`: it may tell of what it was taken apart with. */
function isTested({ references }: Variable): boolean {
  return references.some(({ identifier: { parent, range } }) => {
    switch (parent.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
        return parent.test.range[0] === range[0];
      case 'SwitchStatement':
      case 'LogicalExpression':
        return true;
      case 'UnaryExpression':
        return parent.operator === '!';
      default:
        return parent.type === 'BinaryExpression' && /^[!=]==?$/.test(parent.operator);
    }
  });
}

/** Statements of the part after which TypeScript knows more of variables that the remainder uses: both sides run them. */
export function guardsOf(parts: readonly Piece[], rest: readonly Piece[], view: LoopView): readonly Node[] {
  if (!view.unit.isTypeScript) return [];
  return parts
    .map(({ node }) => node)
    .filter((node) => {
      const told = guardedBy(node, view);
      if (!told) return false;
      const variables = new Set(view.names.referencesIn(told.range).map(({ resolved }) => resolved));
      return rest.some((piece) =>
        view.names
          .referencesIn(piece.node.range)
          .some(
            ({ resolved, identifier }) => identifier.range[0] >= node.range[1] && variables.has(resolved),
          ),
      );
    });
}

/** `x === null` of `if (x === null) throw …`, `assertText(x)` */
function guardedBy(node: Node, view: LoopView): Node | undefined {
  if (node.type === 'IfStatement') {
    const leaves = throws(node.consequent) || (node.alternate !== null && throws(node.alternate));
    return leaves && narrowsOrHolds(node.test, view) ? node.test : undefined;
  }
  const call = node.type === 'ExpressionStatement' ? node.expression : undefined;
  return call?.type === 'CallExpression' && asserts(call.callee, view) ? call : undefined;
}

function throws(node: Node): boolean {
  if (node.type === 'BlockStatement') return node.body.some(throws);
  return node.type === 'ThrowStatement';
}
