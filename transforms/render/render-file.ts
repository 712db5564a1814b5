/**
 * Purpose: verdicts → the new text of the source file and of its worker module.
 * Input: a parsed file, its verdicts, the options, the worker module as it is.
 * Guarantee: both texts parse; a loop that can't be rendered is passed over with a reason, the others are still done.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { RewritePlan, SourceUnit, Verdict } from '../../src/model/index.ts';
import { openTypeChecker } from '../types/checker.ts';
import { inferTaskTypes } from '../types/task-types.ts';
import type { WrittenFiles } from '../types/new-errors.ts';
import type { SignatureTypes } from '../types/task-types.ts';
import { findLostNames } from './check-names.ts';
import { printConsume } from './consume.ts';
import type { Edit } from './consume.ts';
import { namesItsModule } from './declarations.ts';
import { declareExports } from './declare-exports.ts';
import { isDisabled } from './disabled.ts';
import type { ImportRequest } from './imports.ts';
import { removalOf } from './lines.ts';
import { mayAwait } from './may-await.ts';
import { detectModuleFormat, toSpecifier } from './module-format.ts';
import type { ModuleFormat } from './module-format.ts';
import { collectNames, freeName, withPrefix } from './names.ts';
import { printNested } from './nested.ts';
import { Refusal } from './refusal.ts';
import type { RefusalCode } from './refusal.ts';
import { findFreeNames, findTopLevelNames, isLocalAt } from './scope.ts';
import { consumesPool, importedFromRuntime, streamNames } from './runtime-use.ts';
import { selectPlans } from './select.ts';
import type { Planned } from './select.ts';
import { refuseIllTyped } from './ill-typed.ts';
import { printSource } from './source-file.ts';
import { declarationOf, printLoopComments, printTaskComments } from './stray-comments.ts';
import { detectStyle } from './style.ts';
import type { Style } from './style.ts';
import { printTask } from './task.ts';
import type { TaskText } from './task.ts';
import { collectParts, namesOfExisting, printWorker, reparse, OutputError } from './worker-module.ts';
import type { WorkerInput } from './worker-module.ts';
import { findNode, walk } from './walk.ts';

export interface RenderOptions {
  /** Write `await map(…)` where the function is async or the module has top-level await. */
  readonly await: boolean;
  /** What the runtime is imported from. */
  readonly runtime: string;
}

/** A loop that stays as it is, though a plan was made for it. */
export interface PassedOver {
  readonly verdict: Verdict;
  readonly code: RefusalCode;
  readonly subject: string;
}

/** Texts, and what was done. */
interface Texts {
  /** Undefined when nothing changes. */
  readonly source: string | undefined;
  readonly worker: { readonly file: string; readonly text: string } | undefined;
  readonly rewritten: readonly { readonly verdict: Verdict; readonly task: string }[];
}

export interface RenderedPlans extends Texts {
  /** The same, as the compiler is to look at it. */
  readonly written: WrittenFiles;
}

export interface Rendered extends Texts {
  readonly passedOver: readonly PassedOver[];
}

/** @param existing the text of the worker module as it is, when there is one of ours */
export function renderFile(
  unit: SourceUnit,
  verdicts: readonly Verdict[],
  options: RenderOptions,
  existing: string | undefined,
): Rendered {
  const streams = streamNames(unit, options.runtime);
  const { chosen, passedOver } = selectPlans(verdicts, (verdict) => {
    if (consumesPool(unit, verdict.plan.replace, streams)) return 'already-rewritten';
    if (!verdict.worthwhile) return 'little-work';
    return isDisabled(unit, verdict) ? 'disabled' : undefined;
  });
  return renderAccepted(unit, chosen, passedOver, options, existing);
}

/** Goes on without a loop that is refused; one that is ill-typed has a second try, with all its types written. */
function renderAccepted(
  unit: SourceUnit,
  chosen: readonly Planned[],
  passedOver: readonly PassedOver[],
  options: RenderOptions,
  existing: string | undefined,
): Rendered {
  const refused: PassedOver[] = [...passedOver];
  const exact = new Set<RewritePlan>();
  let rest = chosen;
  while (rest.length > 0) {
    try {
      const render = (plans: readonly Planned[]) => renderPlans(unit, plans, exact, options, existing);
      const rendered = render(rest);
      refuseIllTyped({ unit, chosen: rest, rendered, render });
      const { source, worker, rewritten } = rendered;
      return { source, worker, rewritten, passedOver: refused };
    } catch (error) {
      if (error instanceof OutputError) {
        refused.push(...rest.map((verdict) => failure(verdict, error)));
        rest = [];
      } else if (error instanceof Refusal) {
        const guilty = rest.find(({ plan }) => plan === error.plan);
        if (!guilty) throw error;
        const isFirstTry = !exact.has(error.plan);
        exact.add(error.plan);
        if (error.code === 'ill-typed' && isFirstTry) continue;
        refused.push({ verdict: guilty, code: error.code, subject: error.subject });
        rest = rest.filter((verdict) => verdict !== guilty);
      } else {
        throw error;
      }
    }
  }
  return { source: undefined, worker: undefined, rewritten: [], passedOver: refused };
}

function failure(verdict: Verdict, error: Error): PassedOver {
  return { verdict, code: 'output-does-not-parse', subject: error.message };
}

/** @param exact the plans whose types have to be written where they could be inferred */
function renderPlans(
  unit: SourceUnit,
  chosen: readonly Planned[],
  exact: ReadonlySet<RewritePlan>,
  options: RenderOptions,
  existing: string | undefined,
): RenderedPlans {
  const style = detectStyle(unit);
  const format = detectModuleFormat(unit);
  const inUse = usesWorker(unit, format) ? existing : undefined;
  const names = nameTasks(unit, chosen, namesOfExisting(inUse, { format }));
  const { tasks, signatures } = printTasks(unit, chosen, names, exact, format, style);
  const topLevel = findTopLevelNames(unit);
  const plans = chosen.map(({ plan }) => plan);
  const taskFunction = taskFunctionFor(unit, names);
  const input: WorkerInput = {
    ...{ unit, format, topLevel, plans, style, tasks, taskFunction },
    typeImports: signatures.flatMap(({ imports }) => imports),
    runtime: options.runtime,
    existing: inUse,
  };
  const parts = collectParts(input);
  const { edits, bindings } = printEdits(unit, chosen, names, signatures, format, options, style);
  const source = printSource({ unit, format, style, edits, parts, bindings });
  const worker = printWorker(input, parts, source.exported);
  checkWritten(unit, reparse(source.text, unit.file));
  checkWritten(unit, reparse(worker, format.workerFile));
  const untyped = { file: format.workerFile, text: worker };
  const isCommonJs = format.self !== 'import.meta.url';
  const loops = plans.map(({ replace }) => replace);
  const written = { source: source.text, worker: untyped, runtime: options.runtime, isCommonJs, loops };
  const typed = { ...untyped, text: declareExports(unit, written, style) };
  return {
    source: source.text === unit.text ? undefined : source.text,
    worker: typed,
    written: { ...written, worker: typed },
    rewritten: chosen.map((verdict, index) => ({ verdict, task: names[index] ?? '' })),
  };
}

/** @throws {OutputError} when a name has lost its meaning */
function checkWritten(original: SourceUnit, written: SourceUnit): void {
  const lost = findLostNames(original, written);
  if (lost.length > 0) throw new OutputError(`nothing declares ${lost.join(', ')} in ${written.file}`);
}

/** A worker module that the source file doesn't import is left from an earlier state of it, and made anew. */
function usesWorker(unit: SourceUnit, { workerSpecifier }: ModuleFormat): boolean {
  return unit.text.includes(workerSpecifier);
}

/** The plan's names, told apart by the function around the loop, then by numbers. */
function nameTasks(unit: SourceUnit, chosen: readonly Planned[], taken: ReadonlySet<string>): string[] {
  const used = new Set([...collectNames(unit), ...taken]);
  return chosen.map(({ plan, loop }) => {
    const name = plan.task.name.replace(/(?<=\D)\d+$/, '');
    const place = loop.enclosing?.name;
    const alternatives =
      place === undefined ? [`${name}Task`] : [withPrefix(`${name}In`, place), `${name}Task`];
    const free = freeName(name, alternatives, used);
    used.add(free);
    return free;
  });
}

function taskFunctionFor(unit: SourceUnit, names: readonly string[]): string {
  return freeName('task', [withPrefix('pool', 'task')], new Set([...collectNames(unit), ...names]));
}

function printTasks(
  unit: SourceUnit,
  chosen: readonly Planned[],
  names: readonly string[],
  exact: ReadonlySet<RewritePlan>,
  format: ModuleFormat,
  style: Style,
): { tasks: string[]; signatures: SignatureTypes[] } {
  const checker = openTypeChecker(unit);
  const taskFunction = taskFunctionFor(unit, names);
  const signatures: SignatureTypes[] = [];
  const tasks = chosen.map(({ plan }, index) => {
    const signature = inferTaskTypes({
      ...{ unit, plan, checker, isExact: exact.has(plan) },
      toSpecifier: (path) => toSpecifier(path, format),
    });
    signatures.push(signature);
    const task: TaskText = { unit, plan, name: names[index] ?? '', types: signature.types, taskFunction };
    const text = printTask(task, format, style);
    refuseLocals(unit, plan, text, format);
    return printTaskComments(unit, plan, style) + text;
  });
  return { tasks, signatures };
}

/** A task that mentions a variable or type of the function around the loop would not see it in its module. */
function refuseLocals(unit: SourceUnit, plan: RewritePlan, text: string, format: ModuleFormat): void {
  const own = plan.task.body.map((piece) => (typeof piece === 'string' ? piece : unit.text.slice(...piece)));
  if (namesItsModule(own.join(''))) throw new Refusal(plan, 'free-variable', 'the module itself');
  // Where the task goes (`exports.name = …`) is the worker module's own affair.
  const value = text.replace(/^(?:export const |exports\.)[\w$]+ =/, 'const _ =');
  const written = reparse(value, format.workerFile);
  if (mentionsThisType(written.ast)) throw new Refusal(plan, 'untypable', 'this');
  for (const { name, isType } of findFreeNames(written).values()) {
    if (!isLocalAt(unit, name, plan.replace)) continue;
    throw new Refusal(plan, isType ? 'untypable' : 'free-variable', name);
  }
}

/** The type `this` of a class around the loop. */
function mentionsThisType(root: TSESTree.Node): boolean {
  let isMentioned = false;
  walk(root, ({ type }) => {
    if (type === 'TSThisType') isMentioned = true;
    return !/^(?:Class|TSInterface)/.test(type);
  });
  return isMentioned;
}

function printEdits(
  unit: SourceUnit,
  chosen: readonly Planned[],
  names: readonly string[],
  signatures: readonly SignatureTypes[],
  format: ModuleFormat,
  options: RenderOptions,
  style: Style,
): { edits: Edit[]; bindings: ImportRequest[] } {
  const taken = collectNames(unit);
  const imported = importedFromRuntime(unit, options.runtime);
  const bindings = new Map<string, ImportRequest>();
  const runtime = (name: string): string => {
    const local = imported.get(name) ?? freeName(name, [withPrefix('pool', name)], taken);
    bindings.set(name, { from: options.runtime, name, local, typeOnly: false });
    return local;
  };
  const nameOf = new Map(chosen.map(({ loop }, index) => [loop, names[index] ?? '']));
  const keptOf = new Map(chosen.map(({ loop }, index) => [loop, signatures[index]?.kept]));
  const printed = printNested(chosen, (verdict) => {
    const { plan, loop } = verdict;
    const awaited = options.await && mayAwait(unit, findNode(unit.ast, loop.range));
    const [task, kept] = [nameOf.get(loop) ?? '', keptOf.get(loop)];
    return printConsume({ unit, plan, task, kept, awaited, runtime }, style);
  });
  const edits = [...printed].flatMap(([{ plan }, edit]) => {
    const declaration = declarationOf(unit, plan);
    return declaration ? [{ range: removalOf(unit, declaration), text: '' }, edit] : [edit];
  });
  const comments = chosen.flatMap((verdict) => {
    const { plan } = verdict;
    const range = printed.get(verdict)?.range ?? plan.settles ?? plan.replace;
    return printLoopComments(unit, plan, range, style) ?? [];
  });
  const tasks = names.map((name) => ({ from: format.workerSpecifier, name, local: name, typeOnly: false }));
  return { edits: [...edits, ...comments], bindings: [...bindings.values(), ...tasks] };
}
