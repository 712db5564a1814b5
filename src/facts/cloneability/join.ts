/** The lattice of cloneabilities, worst wins. */
import type { Cloneability } from '../../model/index.ts';

export const exact: Cloneability = { kind: 'exact' };
export const unknownAt = (path: string): Cloneability => ({ kind: 'unknown', path });

/** `class` outranks `unknown`: it is evidence that plain cloning isn't enough. */
const severity = { exact: 0, unknown: 1, class: 2, lossy: 3, throws: 4 } as const;

/** The worst of several; `exact` for none. The first of equals wins, so the earliest culprit is named. */
export function joinCloneability(all: Iterable<Cloneability>): Cloneability {
  let worst: Cloneability = exact;
  for (const one of all) if (severity[one.kind] > severity[worst.kind]) worst = one;
  return worst;
}

/** The same with its culprit seen from further out: `project` in `scene.camera` is `scene.camera.project`. */
export function atPath(prefix: string, cloneability: Cloneability): Cloneability {
  if (cloneability.kind === 'exact') return cloneability;
  return { ...cloneability, path: joinPath(prefix, cloneability.path) };
}

function joinPath(prefix: string, path: string): string {
  if (prefix === '' || path === '') return prefix + path;
  return path.startsWith('[') ? prefix + path : `${prefix}.${path}`;
}
