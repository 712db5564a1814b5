/** The vocabulary of doall, as types. */
export type * from './capture.ts';
export type * from './cost.ts';
export type * from './dependence.ts';
export type * from './effect.ts';
export type * from './facts.ts';
export { hazardCodes } from './hazard.ts';
export type * from './hazard.ts';
export type * from './location.ts';
export type * from './loop.ts';
export type * from './place.ts';
export type * from './plan.ts';
export type * from './profile.ts';
export type * from './source-unit.ts';
export type * from './verdict.ts';
