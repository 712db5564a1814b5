/** Modules that CommonJS code loads by `require`, with all that they import: none of them may get a top-level await. */
import type { SourceUnit } from '../../src/model/index.ts';
import { walk } from '../render/walk.ts';
import type { SourceProject } from './uses.ts';

const known = new WeakMap<SourceProject, ReadonlySet<string>>();

export function isRequired({ file }: SourceUnit, project: SourceProject): boolean {
  const files = known.get(project) ?? findRequired(project);
  known.set(project, files);
  return files.has(file);
}

function findRequired(project: SourceProject): ReadonlySet<string> {
  const units = new Map(project.units.map((unit) => [unit.file, unit]));
  const found = new Set<string>();
  const waiting = project.units.flatMap((unit) => targetsOf(unit, project, 'require'));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const unit = units.get(file);
    if (!unit || found.has(file)) continue;
    found.add(file);
    waiting.push(...targetsOf(unit, project, 'import'));
  }
  return found;
}

/** The files that a file requires, or imports when it is loaded. */
function targetsOf({ ast, file }: SourceUnit, project: SourceProject, by: 'require' | 'import'): string[] {
  const specifiers: unknown[] = [];
  if (by === 'import') {
    for (const statement of ast.body) if ('source' in statement) specifiers.push(statement.source?.value);
  } else {
    walk(ast, (node) => {
      if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return;
      const [source] = node.arguments;
      if (node.callee.name === 'require' && source?.type === 'Literal') specifiers.push(source.value);
    });
  }
  return specifiers.flatMap((one) => (typeof one === 'string' ? (project.resolve(one, file) ?? []) : []));
}
