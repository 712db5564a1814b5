/** The verdict layer: what doall says of each loop of a file. */
export { analyze, createAnalyzeContext, findOpportunities } from './analyze.ts';
export { judgePromised } from './promised.ts';
export type { AnalyzeContext } from './analyze.ts';
export { defaultOptions } from './options.ts';
export { isWorthwhile } from '../facts/cost/index.ts';
export {
  cloneabilityOfGlobal,
  cloneabilityOfModuleType,
  cloneabilityOfType,
  isNativeHandle,
} from '../facts/cloneability/index.ts';
