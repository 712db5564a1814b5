/** Translates the hazards of one rule's codes into ESLint messages. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Hazard, HazardCode, Range, Verdict } from '../../src/model/index.ts';
import type { HazardRule } from '../../src/verdict/catalogue/index.ts';
import {
  catalogue,
  codesOf,
  hazardSlots,
  messageTemplate,
  ruleOf,
} from '../../src/verdict/catalogue/index.ts';
import type { RuleContext } from './create-rule.ts';
import { isHeavy } from './heavy.ts';
import { findMarks, markedLoops, outermost } from './marks.ts';
import type { LoopOptions } from './options.ts';
import { readOptions } from './options.ts';
import { suggestForLoop } from './suggest-loop.ts';
import { verdictsOf } from './verdicts.ts';
import { withoutParts } from './without-parts.ts';

/** Hazards of a variable, which a declaration in another place could do away with. */
const suggestive: ReadonlySet<HazardCode> = new Set([
  'carried-flow',
  'shared-mutation',
  'scatter-write',
  'aliasing',
]);

/** Two messages for each code of the rule: `carried-flow` and `possible-carried-flow`. */
export function hazardMessages(rule: HazardRule): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const code of codesOf(rule)) {
    for (const certainty of ['definite', 'possible'] as const) {
      const { remedy } = catalogue[code];
      const message = messageTemplate(catalogue[code], certainty);
      messages[messageIdOf({ code, certainty })] = `${message} ${remedy} (line {{line}})`;
    }
  }
  return messages;
}

/** Reports the rule's hazards of marked loops and, where the options say so, of heavy loops that are nearly parallel. */
export function reportHazards(context: RuleContext, rule: HazardRule): TSESLint.RuleListener {
  return {
    'Program:exit'() {
      for (const verdict of selectLoops(context)) {
        for (const hazard of withoutParts(verdict.hazards)) {
          if (ruleOf(hazard.code) === rule) reportHazard(context, verdict, hazard);
        }
      }
    },
  };
}

/** The position of a range of the file. */
export function locationOf(context: RuleContext, [start, end]: Range): TSESTree.SourceLocation {
  const { sourceCode } = context;
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
}

/** Blocked loops under a mark (`keep-contract` speaks of the undecided ones), and heavy loops that are nearly parallel. */
function selectLoops(context: RuleContext): Verdict[] {
  const options = readOptions(context);
  const marks = findMarks(context.sourceCode);
  if (options.loops === 'marked' && marks.length === 0) return [];
  const { verdicts } = verdictsOf(context, options);
  const marked = new Set(marks.flatMap((mark) => markedLoops(mark, verdicts)));
  const broken = [...marked].filter(({ outcome }) => outcome === 'blocked');
  const nearly = verdicts.filter((verdict) => isNearlyParallel(verdict, options));
  return [...broken, ...outermost(nearly).filter((verdict) => !marked.has(verdict))];
}

function isNearlyParallel(verdict: Verdict, options: LoopOptions): boolean {
  return (
    options.loops === 'heavy' &&
    verdict.outcome !== 'parallel' &&
    countSubjects(verdict) <= options.maxHazards &&
    isHeavy(verdict, options)
  );
}

/** One variable can stand in the way in more than one respect; mending it once is enough. */
function countSubjects({ hazards }: Verdict): number {
  return new Set(withoutParts(hazards).map(({ subject }) => subject)).size;
}

function reportHazard(context: RuleContext, verdict: Verdict, hazard: Hazard): void {
  context.report({
    loc: locationOf(context, verdict.loop.head),
    messageId: messageIdOf(hazard),
    data: { ...hazardSlots(hazard), line: hazard.at.line },
    suggest: suggestive.has(hazard.code) ? suggestForLoop(context, verdict, hazard) : [],
  });
}

/** The message of a hazard: `carried-flow`, `possible-carried-flow`. */
export function messageIdOf({ code, certainty }: Pick<Hazard, 'code' | 'certainty'>): string {
  return certainty === 'definite' ? code : `possible-${code}`;
}
