/** The verdict layer: what doall says of each loop of a file. */
export { analyze, analyzeHeavy, createAnalyzeContext, findOpportunities } from './analyze.ts';
export { judgePromised } from './promised.ts';
export type { AnalyzeContext, HeavyVerdicts } from './analyze.ts';
export { defaultOptions } from './options.ts';
export { isWorthwhile, wholeWork } from '../facts/cost/index.ts';
export { mayHoldLoop } from '../facts/index.ts';
export {
  cloneabilityOfGlobal,
  cloneabilityOfModuleType,
  cloneabilityOfType,
  isNativeHandle,
} from '../facts/cloneability/index.ts';
