/** What a planner gives: a plan, or the reasons why there is none. */
import type { RewritePlan } from '../../model/index.ts';
import type { Blocker } from '../slice/describe.ts';

export type Attempt = { readonly plan: RewritePlan } | { readonly refusals: readonly Blocker[] };
