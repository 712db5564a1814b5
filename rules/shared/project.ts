/** The project that a lint run's files belong to, kept while the run lasts. */
import type { Project } from '../../src/parse/index.ts';
import { openProject } from '../../src/parse/index.ts';

/**
 * A project keeps the files that it has read. ESLint doesn't tell when a run ends, and an editor keeps its process for days,
 * so a project that was not asked for in this many milliseconds is read anew.
 */
const keepFor = 2000;

const projects = new Map<string, { project: Project; usedAt: number }>();

export function projectFor(root: string): Project {
  const now = Date.now();
  const known = projects.get(root);
  const project = known && now - known.usedAt < keepFor ? known.project : openProject(root);
  projects.set(root, { project, usedAt: now });
  return project;
}
