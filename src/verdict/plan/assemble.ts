/** The last step of every planner: captures, side effects of the module, and the summary. */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type {
  ConstantPlan,
  ConsumePlan,
  ItemsPlan,
  PlanKind,
  Range,
  RewritePlan,
  TaskPlan,
  Template,
} from '../../model/index.ts';
import { contains } from '../../facts/ast.ts';
import type { LoopView } from '../slice/loop-view.ts';
import type { Attempt } from './attempt.ts';
import { planCaptures } from './captures.ts';
import { findFormBlocker } from './loading.ts';

export interface PlanParts {
  readonly kind: PlanKind;
  readonly items: {
    readonly items: ItemsPlan;
    readonly pattern: Template | undefined;
    readonly parameterType: Template | undefined;
    readonly isTakenApart: boolean;
  };
  readonly consume: ConsumePlan;
  readonly task: Pick<TaskPlan, 'name' | 'body' | 'isExpression' | 'results' | 'lists'>;
  /** The parts of the original text that the task is made of. */
  readonly ranges: readonly Range[];
  /** Variables of the outside that the task declares anew. */
  readonly own?: ReadonlySet<Variable>;
  /** What is sent besides the variables that the ranges name. */
  readonly constants?: readonly ConstantPlan[];
  /** Set where the text of the task that names the item is written anew. */
  readonly usesItem?: boolean;
  /** The expressions whose values come back from the worker. */
  readonly crossing: readonly TSESTree.Node[];
  /** Where results go, by name. */
  readonly resultNames: readonly string[];
}

export function assemblePlan(view: LoopView, parts: PlanParts): Attempt {
  const { analysis } = view;
  const captures = planCaptures(view, parts.ranges, parts.own ?? new Set(), parts.crossing);
  if (captures.refusals.length > 0) return { refusals: captures.refusals };
  const form = findFormBlocker(view);
  if (form) return { refusals: [form] };
  const { rename } = captures;
  const constants = [...(parts.constants ?? []), ...captures.constants];
  const task = withPrivates(view, parts);
  const { pattern } = parts.items;
  const usesItem =
    parts.usesItem ??
    parts.ranges.some((range) =>
      view.names.referencesIn(range).some(({ resolved }) => resolved && view.isItem(resolved)),
    );
  const plan: RewritePlan = {
    kind: parts.kind,
    replace: analysis.site.node.range,
    items: parts.items.items,
    constants,
    helpers: captures.helpers,
    task: {
      ...task,
      body: rename(task.body),
      parameter: pattern && (usesItem || parts.items.isTakenApart) ? rename(pattern) : undefined,
      parameterType: parts.items.parameterType,
      classes: captures.classes,
      ...(captures.hasLateClasses() ? { hasLateClasses: true } : {}),
    },
    consume: parts.consume,
    sourceHasSideEffects: analysis.moduleHasSideEffects().has,
    summary: {
      varying: varyingNames(view),
      constants: constants.map(({ name }) => name),
      results: parts.resultNames,
    },
  };
  return { plan };
}

/** Outer variables that each iteration has a value of its own in are declared in the task. */
function withPrivates(view: LoopView, { task, ranges }: PlanParts): PlanParts['task'] {
  const used = ranges.flatMap((range) => view.names.referencesIn(range).map(({ resolved }) => resolved));
  const isOuter = (variable: Variable): boolean =>
    view.isPrivatised(variable) &&
    !variable.identifiers.some((declared) => ranges.some((range) => contains(range, declared.range)));
  const names = new Set(used.flatMap((variable) => (variable && isOuter(variable) ? [variable.name] : [])));
  if (names.size === 0) return task;
  const head = `let ${[...names].join(', ')};\n`;
  const body: Template = task.isExpression ? [head, 'return ', ...task.body, ';'] : [head, ...task.body];
  return { ...task, body, isExpression: false };
}

function varyingNames(view: LoopView): readonly string[] {
  return view.analysis.facts.loop.items.map(({ name }) => name);
}
