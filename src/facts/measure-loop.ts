/**
 * Purpose: the time that a loop took, from a CPU profile.
 * Input: a profile, and the loop.
 * Guarantee: the loop's own lines and what it calls. V8 records neither the line that made a call nor the file of inlined code:
 * a function that is called both in the loop and beside it, in the same function, counts whole.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { CpuProfile, ProfileNode, SourceUnit } from '../model/index.ts';
import type { FunctionNode, LoopSite } from './analysis.ts';
import { nodesOf } from './nodes.ts';
import { contains, functionName, isFunction, staticKey, unwrap, walkNodes } from './ast.ts';

/** What of the profile belongs to a loop. */
interface LoopShare {
  readonly site: LoopSite;
  /** Names that the loop calls, and those that the file's functions of these names call in turn. */
  readonly names: ReadonlySet<string>;
  /** The file's functions of these names: V8 may have inlined them into the loop. */
  readonly functions: readonly FunctionNode[];
}

/** Milliseconds over all runs of the loop; 0 when it was not seen running. */
export function measureLoop(profile: CpuProfile, site: LoopSite): number {
  if (!profile.files.has(site.unit.file)) return 0;
  const share = shareOf(site);
  return sum(profile.roots.map((root) => timeIn(root, share)));
}

function timeIn(node: ProfileNode, share: LoopShare): number {
  const { unit, node: loop, enclosing } = share.site;
  if (node.file !== unit.file) return sum(node.children.map((child) => timeIn(child, share)));
  const running = functionAt(unit, node);
  if (running.type !== 'Program' && contains(loop.range, running.range)) return node.totalMs;
  // The function around the loop may itself have been inlined into its caller: then the loop's lines stand there.
  const onItsLines = timeOn(node, [loop]);
  const isAround = running === enclosing || onItsLines > 0;
  if (!isAround) return sum(node.children.map((child) => timeIn(child, share)));
  const own = onItsLines + timeOn(node, share.functions);
  return (
    own + sum(node.children.map((child) => (isCalled(child, share) ? child.totalMs : timeIn(child, share))))
  );
}

function isCalled(node: ProfileNode, { names }: LoopShare): boolean {
  return names.has(node.name.replace(/^.*[. ]/, ''));
}

/** Time on the lines of these nodes. */
function timeOn({ msByLine }: ProfileNode, nodes: readonly TSESTree.Node[]): number {
  const isOn = (line: number): boolean =>
    nodes.some(({ loc }) => loc.start.line <= line && line <= loc.end.line);
  return sum([...msByLine].filter(([line]) => isOn(line)).map(([, ms]) => ms));
}

/** The function of the file that a node of the profile is a run of; V8 gives the place of its parameters. */
function functionAt(unit: SourceUnit, { name, line, column }: ProfileNode): FunctionNode | TSESTree.Program {
  if (name === '' && line === 1 && column === 0) return unit.ast;
  const around = functionsOf(unit).filter(({ loc: { start, end } }) => {
    const begins = start.line < line || (start.line === line && start.column <= column);
    return begins && (line < end.line || (line === end.line && column < end.column));
  });
  return around.at(-1) ?? unit.ast;
}

function shareOf(site: LoopSite): LoopShare {
  const names = calledNames(site.node);
  const all = functionsOf(site.unit);
  const functions: FunctionNode[] = [];
  for (const name of names) {
    const found = all.filter((one) => functionName(one) === name && one !== site.enclosing);
    functions.push(...found);
    for (const inner of found.flatMap((one) => [...calledNames(one)])) names.add(inner);
  }
  return { site, names, functions };
}

/** `score` of `score(x)`, `model.score(x)`, `new score()` and `xs.map(score)`. */
function calledNames(root: TSESTree.Node): Set<string> {
  const names = new Set<string>();
  const add = (node: TSESTree.Node): void => {
    const callee = unwrap(node);
    const name = callee.type === 'MemberExpression' ? staticKey(callee.property, callee.computed) : undefined;
    if (callee.type === 'Identifier') names.add(callee.name);
    else if (name !== undefined) names.add(name);
  };
  walkNodes(root, (node) => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression')
      [node.callee, ...node.arguments].forEach(add);
    if (node.type === 'TaggedTemplateExpression') add(node.tag);
    return undefined;
  });
  return names;
}

const functions = new WeakMap<SourceUnit, readonly FunctionNode[]>();

/** The file's functions, outer ones first. */
function functionsOf(unit: SourceUnit): readonly FunctionNode[] {
  const known = functions.get(unit);
  if (known) return known;
  const found = nodesOf(unit).filter(isFunction);
  functions.set(unit, found);
  return found;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
