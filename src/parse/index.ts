/** text → SourceUnit, and the project's files that imports lead to. */
export { parseSource } from './parse-source.ts';
export type { ParseOptions, ParseResult } from './parse-source.ts';
export { readSource } from './read-source.ts';
export { readCpuProfile } from './read-cpu-profile.ts';
export { unitFromESLint } from './from-eslint.ts';
export type { EslintSourceCode } from './from-eslint.ts';
export { isHandedOn } from './handed-on.ts';
export { openProject } from './project.ts';
export type { Project } from './project.ts';
export {
  compilesToCommonJs,
  findTsConfig,
  importsSources,
  infersListTypes,
  namedTypes,
  needsExtensions,
} from './compiler-options.ts';
