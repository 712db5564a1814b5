/** The answer for bodies that are too large or too deep to be analysed: anything may depend on anything. */
import type { Dependence } from '../../model/index.ts';
import type { DependenceFacts } from './index.ts';
import type { DependenceInput } from './input.ts';

/** Every read may see a write of an earlier iteration, and no variable that is written is more than `shared`. */
export function giveUp(input: DependenceInput): DependenceFacts {
  const written = new Set(
    input.accesses.flatMap(({ kind, place: { root } }) =>
      kind === 'write' && root.kind === 'binding' ? [root.id] : [],
    ),
  );
  const flows = assumedFlows(input);
  return {
    flows,
    dependences: flows,
    roles: input.bindings.map(({ id, name, level }) => {
      if (level === 'iteration') return { id, name, role: 'private' };
      return { id, name, role: written.has(id) ? 'shared' : 'constant' };
    }),
    isInduction: () => false,
    isPrivate: (id) => input.bindings.some((one) => one.id === id && one.level === 'iteration'),
    reductions: [],
  };
}

function assumedFlows({ accesses }: DependenceInput): readonly Dependence[] {
  const write = accesses.find((access) => access.kind === 'write');
  if (!write) return [];
  return accesses
    .filter((access) => access.kind === 'read')
    .map((read) => ({
      kind: 'flow',
      carried: true,
      distance: undefined,
      source: write.id,
      sink: read.id,
      place: read.place,
      certainty: 'possible',
      test: 'too-large',
    }));
}
