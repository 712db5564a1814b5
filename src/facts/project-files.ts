/** The project's own files that imports lead to. */
import type { SourceUnit } from '../model/index.ts';
import type { FactsContext } from './context.ts';
import { modulesNamedIn } from './module-effects.ts';

/** The file that a name stands for; undefined for packages, which import none of the project's, and for what isn't found. */
export function projectFile(
  { project }: FactsContext,
  name: string,
  from: SourceUnit,
): SourceUnit | undefined {
  const target = project?.isBuiltinModule(name) ? undefined : project?.resolve(name, from.file);
  return target?.file.includes('/node_modules/') ? undefined : target;
}

const known = new WeakMap<FactsContext, Map<SourceUnit['ast'], readonly SourceUnit[]>>();

/** A file, and those of the project that its imports lead to; a package stands for itself. */
export function filesBehind(context: FactsContext, first: SourceUnit): readonly SourceUnit[] {
  const ofRun = known.get(context) ?? new Map<SourceUnit['ast'], readonly SourceUnit[]>();
  known.set(context, ofRun);
  const before = ofRun.get(first.ast);
  if (before) return before;
  const files = followImports(context, first);
  ofRun.set(first.ast, files);
  return files;
}

function followImports(context: FactsContext, first: SourceUnit): readonly SourceUnit[] {
  const found = new Map([[first.file, first]]);
  for (const unit of found.values()) {
    if (unit.file.includes('/node_modules/')) continue;
    for (const source of modulesNamedIn(unit.ast)) {
      const next = projectFile(context, source, unit);
      if (next && !found.has(next.file)) found.set(next.file, next);
    }
  }
  return [...found.values()];
}
