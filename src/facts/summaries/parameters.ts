/** Parameters of the callee as subscript polynomials of the caller. */
import type { Polynomial } from '../../model/index.ts';
import type { Argument } from '../effects/frame.ts';
import { contains } from '../ast.ts';
import { isReassigned, unitOf, variableById } from '../scopes.ts';
import { variable } from '../dependence/polynomial.ts';
import type { Summary } from './table.ts';

type Resolver = (id: string) => Polynomial | undefined;

/** A parameter that isn't assigned is its argument; a variable from outside the callee is itself; others aren't known. */
export function parameterPolynomials(summary: Summary, args: readonly Argument[]): Resolver {
  return (id) => {
    const known = variableById(id);
    if (!known) return undefined;
    const isOwn =
      unitOf(known)?.file === summary.at.file && contains(summary.at.range, known.scope.block.range);
    if (!isOwn) return variable(id);
    const [def] = known.defs;
    if (def?.type !== 'Parameter' || isReassigned(known)) return undefined;
    const params = 'params' in def.node ? def.node.params : [];
    const index = params.findIndex((parameter: unknown) => parameter === known.identifiers[0]);
    return def.node.range[0] === summary.at.range[0] ? args[index]?.subscript : undefined;
  };
}
