/** Which variables the body writes, and where. */
import type { TSESTree } from '@typescript-eslint/types';
import type { BindingId, Range } from '../../model/index.ts';
import type { DependenceInput } from './input.ts';
import { descendants, isInside, targetsOf } from './syntax.ts';

type Node = TSESTree.Node;

export interface Writes {
  readonly all: ReadonlySet<BindingId>;
  isWritten(id: BindingId): boolean;
  count(id: BindingId): number;
  /** Variables written inside a range. */
  inside(range: Range): ReadonlySet<BindingId>;
  /** Whether a variable is written in the loop body (or the whole body) that surrounds an alias's declaration. */
  isWrittenWhile(id: BindingId, declared: Range): boolean;
}

/** Collects the writes of the body and of the loop's own update expression. */
export function findWrites(input: DependenceInput): Writes {
  const all = [...syntacticWrites(input), ...calledWrites(input)];
  const writes = [...new Map(all.map((write) => [`${write.id} ${write.range.join()}`, write])).values()];
  const bodies = loopBodies(input.body);
  const of = (id: BindingId) => writes.filter((write) => write.id === id);
  return {
    all: new Set(writes.map((write) => write.id)),
    isWritten: (id) => writes.some((write) => write.id === id),
    count: (id) => of(id).length,
    inside: (range) => new Set(writes.filter((w) => isInside(w.range, range)).map((w) => w.id)),
    isWrittenWhile(id, declared) {
      const around = bodies.findLast((body) => isInside(declared, body.range)) ?? input.body;
      return of(id).some((write) => isInside(write.range, around.range));
    },
  };
}

interface Write {
  readonly id: BindingId;
  readonly range: Range;
}

function syntacticWrites(input: DependenceInput): readonly Write[] {
  const update = input.body.parent?.type === 'ForStatement' ? input.body.parent.update : null;
  const nodes = [...descendants(input.body), ...(update ? descendants(update) : [])];
  return nodes.flatMap(writtenBy).flatMap((identifier) => {
    const binding = input.bindingOf(identifier);
    return binding ? [{ id: binding.id, range: identifier.range }] : [];
  });
}

/** The identifiers that a node itself assigns. */
export function writtenBy(node: Node): readonly TSESTree.Identifier[] {
  switch (node.type) {
    case 'AssignmentExpression':
      return targetsOf(node.left);
    case 'UpdateExpression':
      return targetsOf(node.argument);
    case 'VariableDeclarator':
      return targetsOf(node.id);
    case 'ForOfStatement':
    case 'ForInStatement':
      return targetsOf(node.left);
    default:
      return [];
  }
}

function calledWrites(input: DependenceInput): readonly Write[] {
  return input.accesses.flatMap(({ kind, place, range }) =>
    kind === 'write' && place.root.kind === 'binding' && place.path.length === 0
      ? [{ id: place.root.id, range }]
      : [],
  );
}

/** Bodies of inner loops and functions, outer ones first. */
function loopBodies(body: Node): readonly Node[] {
  return [...descendants(body)].flatMap((node) =>
    'body' in node && isRepeated(node) ? [node.body as Node] : [],
  );
}

function isRepeated(node: Node): boolean {
  return /^(For|ForOf|ForIn|While|DoWhile)Statement$|Function/.test(node.type);
}
