/** Verdicts as text, JSON, SARIF, HTML, GitHub annotations, and one loop explained in six steps. */
export { formatExplanation } from './explain.ts';
export { formatGithub } from './github.ts';
export { formatHtml } from './html.ts';
export { formatJson, toJson } from './json.ts';
export type { JsonHazard, JsonLoop, JsonMissing, JsonReport } from './json.ts';
export { displayPath } from './report.ts';
export type { Report } from './report.ts';
export { formatSarif } from './sarif.ts';
export { isFinding, levels, rankByTime, selectWorthALook } from './select.ts';
export type { Level } from './select.ts';
export { count, createStyle, plainStyle, wrap } from './style.ts';
export type { Style } from './style.ts';
export { formatText } from './text.ts';
