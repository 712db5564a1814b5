/**
 * Purpose: how everything that the part uses from outside gets into the worker.
 * Input: the ranges of the original text that the part is made of.
 * Guarantee: values travel as constants, as they are when the loop starts; code is imported or declared, with all that it needs; what
 * can do neither is refused.
 */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { Capture, ClassPlan, ConstantPlan, HelperPlan, Range, Template } from '../../model/index.ts';
import { contains } from '../../facts/ast.ts';
import { ensure } from '../ensure.ts';
import type { Blocker } from '../slice/describe.ts';
import { makeHazard } from '../slice/describe.ts';
import type { LoopView } from '../slice/loop-view.ts';
import { mayBeUninitialised } from '../slice/dead-zone.ts';
import { idOf } from '../slice/names.ts';
import { planClasses } from './classes.ts';
import { planFields } from './fields.ts';
import { HelperCollector } from './helpers.ts';
import { findChangedBuiltins } from './changed-code.ts';
import { findLateLoadBlockers, findLoadEffects } from './loading.ts';

export interface CapturePlan {
  readonly constants: readonly ConstantPlan[];
  /** The text of the part as the task has it. */
  readonly rename: (template: Template) => Template;
  readonly helpers: readonly HelperPlan[];
  readonly classes: readonly ClassPlan[];
  readonly hasLateClasses: () => boolean;
  /** Enclosing functions' own functions whose text moves into the task. */
  readonly moved: readonly Range[];
  readonly refusals: readonly Blocker[];
}

/**
 * @param ranges text of the part; @param own variables that the part declares anew, captured or not; @param crossing expressions whose
 * values come back.
 */
export function planCaptures(
  view: LoopView,
  ranges: readonly Range[],
  own: ReadonlySet<Variable>,
  crossing: readonly TSESTree.Node[],
): CapturePlan {
  const collector = new HelperCollector(view, ranges);
  const captured = capturedIn(view, ranges, own);
  const isSent = (variable: Variable): boolean =>
    view.isItem(variable) || (captured.has(variable) && !collector.isCode(variable));
  const fields = planFields(view, ranges);
  const classes = planClasses(view, ranges, isSent, fields.reads, crossing);
  const refusals: Blocker[] = [
    ...classes.refusals,
    ...fields.reads.flatMap((read) => refuseField(view, read)),
  ];
  for (const [variable, use] of classes.variables) {
    if (!collector.add(variable)) refusals.push(refuseClass(view, variable, use));
  }
  const constants = planConstants(view, captured, collector, refusals);
  const ofModules = [...ranges, ...collector.declarations()];
  refusals.push(
    ...collector.refusals(),
    ...refuseUninitialised(view, [...captured.keys()], collector.variables()),
    ...findLoadEffects(view, ofModules),
  );
  // What follows all imports is asked only where nothing else refuses.
  if (refusals.length === 0) {
    refusals.push(
      ...classes.lateRefusals(),
      ...collector.lateRefusals(),
      ...findLateLoadBlockers(view, ofModules),
      ...findChangedBuiltins(view, ofModules),
    );
  }
  return {
    constants: [...constants, ...fields.constants],
    rename: fields.rename,
    helpers: collector.helpers(),
    classes: classes.classes,
    hasLateClasses: classes.isLate,
    moved: [],
    refusals,
  };
}

/** The captured variables whose values travel; code and constant tables go to the collector instead, and what can do neither to the refusals. */
function planConstants(
  view: LoopView,
  captured: ReadonlyMap<Variable, TSESTree.Node>,
  collector: HelperCollector,
  refusals: Blocker[],
): readonly ConstantPlan[] {
  const constants: ConstantPlan[] = [];
  for (const [variable, use] of captured) {
    if (collector.add(variable) || (isCalled(variable) && collector.addBuiltin(variable))) continue;
    const refusal = refuseConstant(view, variable, use);
    if (refusal) {
      if (!collector.addTable(variable)) refusals.push(refusal);
      continue;
    }
    const { name } = variable;
    const declared = ensure(variable.identifiers[0], 'a captured constant has a declaration');
    constants.push({ id: idOf(variable), name, value: [name], typeOf: declared.range });
  }
  return constants;
}

/** Outer variables that the part uses, with the first use of each. */
function capturedIn(
  view: LoopView,
  ranges: readonly Range[],
  own: ReadonlySet<Variable>,
): ReadonlyMap<Variable, TSESTree.Node> {
  const captured = new Map<Variable, TSESTree.Node>();
  for (const range of ranges) {
    for (const { resolved, identifier } of view.names.referencesIn(range)) {
      if (!resolved || resolved.defs.length === 0 || captured.has(resolved)) continue;
      if (own.has(resolved) || view.isLocal(resolved) || view.isItem(resolved)) continue;
      if (isInside(resolved, ranges) || isInside(resolved, [view.body])) continue;
      captured.set(resolved, identifier);
    }
  }
  return captured;
}

function isInside(variable: Variable, ranges: readonly Range[]): boolean {
  const declared = variable.identifiers[0]?.range;
  return declared !== undefined && ranges.some((range) => contains(range, declared));
}

/** Why a variable's value can't travel as a constant; undefined when it can, or when the runtime will find out. */
function refuseConstant(view: LoopView, variable: Variable, use: TSESTree.Node): Blocker | undefined {
  const id = idOf(variable);
  const capture = view.analysis.facts.captures.find((one) => one.id === id);
  const declaration = variable.defs[0];
  const isCode = declaration?.type === 'FunctionName' || declaration?.type === 'ClassName';
  const { range } = use;
  const evidence = [
    {
      at: view.at(variable.identifiers[0]?.range ?? range),
      role: 'declaration' as const,
      subject: variable.name,
    },
  ];
  if (isCode || capture?.kind === 'function' || capture?.kind === 'class') {
    const detail = `it is a ${capture?.kind === 'class' ? 'class' : 'function'} of the enclosing function`;
    return block(
      makeHazard(view, 'uncloneable-capture', { subject: variable.name, detail, range, evidence }),
    );
  }
  if (isCalled(variable)) {
    const detail = 'it is a function';
    return block(
      makeHazard(view, 'uncloneable-capture', { subject: variable.name, detail, range, evidence }),
    );
  }
  const isKnownClass = capture?.cloneability.kind === 'class' && view.analysis.classesIn(use).length > 0;
  return capture && !isKnownClass ? refuseClone(view, capture, range, evidence) : undefined;
}

/** Whatever is called is a function, wherever its value is from: `const { sqrt } = Math`. */
function isCalled({ references }: Variable): boolean {
  return references.some(({ identifier }) => {
    const { parent } = identifier;
    return parent.type === 'CallExpression' && parent.callee === identifier;
  });
}

/** What the part uses must have its value by the time that the loop starts, as constants are read and workers load their modules then. */
function refuseUninitialised(
  view: LoopView,
  captured: readonly Variable[],
  moved: readonly Variable[],
): readonly Blocker[] {
  return [...new Set([...captured, ...moved])].flatMap((variable) => {
    if (!mayBeUninitialised(view, variable, moved.includes(variable))) return [];
    const detail = 'it may have no value yet when the loop starts';
    const range = ensure(variable.identifiers[0], 'what is declared has a name').range;
    return [
      block(
        makeHazard(view, 'uncloneable-capture', {
          subject: variable.name,
          detail,
          range: view.analysis.facts.loop.head,
          evidence: [{ at: view.at(range), role: 'declaration', subject: variable.name }],
        }),
      ),
    ];
  });
}

/** Why the value of `this.field` can't travel as a constant. */
function refuseField(view: LoopView, read: TSESTree.Node): readonly Blocker[] {
  const { cloneability } = view.analysis.valueOf(read);
  if (cloneability.kind === 'class' && view.analysis.classesIn(read).length > 0) return [];
  const refusal = refuseClone(view, { cloneability, name: view.text(read.range) }, read.range, []);
  return refusal ? [refusal] : [];
}

/** A class that stands in a function, or is made by an expression. */
function refuseClass(view: LoopView, variable: Variable, use: TSESTree.Node): Blocker {
  const detail = `a worker cannot import its class \`${variable.name}\``;
  return block(
    makeHazard(view, 'lossy-capture', { subject: view.text(use.range), detail, range: use.range }),
  );
}

function refuseClone(
  view: LoopView,
  { cloneability, name }: Pick<Capture, 'cloneability' | 'name'>,
  range: Range,
  evidence: Blocker['hazard']['evidence'],
): Blocker | undefined {
  switch (cloneability.kind) {
    case 'exact':
    case 'unknown':
      return undefined;
    case 'lossy':
      return block(
        makeHazard(view, 'lossy-capture', {
          subject: cloneability.path || name,
          detail: cloneability.what,
          range,
          evidence,
        }),
      );
    case 'throws': {
      const code = isHandle(cloneability.what) ? 'native-handle' : 'uncloneable-capture';
      return block(
        makeHazard(view, code, {
          subject: cloneability.path || name,
          detail: cloneability.what,
          range,
          evidence,
        }),
      );
    }
    case 'class':
      return block(
        makeHazard(view, 'lossy-capture', {
          subject: cloneability.path || name,
          detail: `it is an instance of \`${cloneability.className}\``,
          range,
          evidence,
        }),
      );
  }
}

function isHandle(what: string): boolean {
  return /socket|handle|stream|timer|process|server/i.test(what);
}

function block(hazard: Blocker['hazard']): Blocker {
  return { range: hazard.range, hazard, missing: undefined, effect: undefined };
}
