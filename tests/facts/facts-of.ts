/** Facts of a piece of code, for tests. */
import { parseSource } from '../../src/parse/index.ts';
import { collectFacts, findLoops, printEffect, printFacts } from '../../src/facts/index.ts';
import type { LoopAnalysis, ModuleResolver } from '../../src/facts/index.ts';
import type { SourceUnit } from '../../src/model/index.ts';

export function parse(text: string, file = '/project/test.ts'): SourceUnit {
  const result = parseSource(text, file);
  if ('skipped' in result) throw new Error(result.skipped.message);
  return result.unit;
}

/** The files of a project in memory, by specifiers like `./a`. */
export function projectOf(files: Readonly<Record<string, string>>): ModuleResolver {
  const units = new Map(Object.entries(files).map(([name, text]) => [name, parse(text, `/project/${name}`)]));
  return {
    resolve: (specifier) => units.get(specifier.replace('./', '')),
    isBuiltinModule: (specifier) => /^(?:node:)?(?:fs|path|crypto)$/.test(specifier),
  };
}

export interface Options {
  readonly file?: string;
  readonly project?: ModuleResolver;
  readonly pure?: readonly string[];
}

/** One analysis for each loop of the text, in order. */
export function analyses(text: string, { file, project, pure = [] }: Options = {}): LoopAnalysis[] {
  const context = { project, pure };
  return findLoops(parse(text, file)).map((site) => collectFacts(site, context));
}

/** The loop at the comment `// here` (its line), else the first. */
export function analysisHere(text: string, options: Options = {}): LoopAnalysis {
  const line = text.slice(0, Math.max(0, text.indexOf('// here'))).split('\n').length;
  const all = analyses(text, options);
  const outer = all.filter(({ site }) => site.loop.start.line === line && site.loop.depth === 0);
  const found = outer.findLast(({ site }) => site.enclosing.type === 'Program') ?? outer[0] ?? all[0];
  if (!found) throw new Error('no loop');
  return found;
}

export function factsHere(text: string, options: Options = {}): string {
  return `\n${printFacts(analysisHere(text, options))}\n`;
}

/** The effects, one a line, without reads of variables. */
export function effectsHere(text: string, options: Options = {}): string[] {
  return analysisHere(text, options)
    .facts.effects.filter((effect) => effect.kind !== 'read' || effect.place.path.length > 0)
    .map(printEffect);
}
