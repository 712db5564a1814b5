/**
 * Times of loops out of a V8 CPU profile (`node --cpu-prof`, or DevTools): the samples taken on a loop's own lines, and those
 * in functions that it calls. The profile doesn't say which line made a call; a callee counts for the loop when the function
 * that holds the loop called it and the loop's text names it.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Loop, Verdict } from '../model/index.ts';
import { isHot } from '../report/index.ts';
import { UserError } from './errors.ts';
import { readText } from './files.ts';

/** A node of the call tree (https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-ProfileNode). */
interface ProfileNode {
  readonly id: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url: string;
    readonly lineNumber: number;
    readonly columnNumber: number;
  };
  readonly hitCount?: number;
  readonly children?: readonly number[];
  readonly positionTicks?: readonly { readonly line: number; readonly ticks: number }[];
}

export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  /** Microseconds. */
  readonly startTime: number;
  readonly endTime: number;
  readonly samples?: readonly number[];
}

/** @throws {UserError} when the file can't be read or is no CPU profile */
export function readProfile(file: string): CpuProfile {
  let profile: Partial<CpuProfile> | undefined;
  try {
    profile = JSON.parse(readFileSync(file, 'utf8')) as Partial<CpuProfile>;
  } catch (error) {
    throw new UserError(
      `${file} can't be read as a CPU profile (${String(error)}); record one with node --cpu-prof`,
    );
  }
  const { nodes, startTime, endTime } = profile;
  if (Array.isArray(nodes) && startTime !== undefined && endTime !== undefined) return profile as CpuProfile;
  throw new UserError(`${file} is no CPU profile; record one with node --cpu-prof`);
}

/** The verdicts with their measured times; loops that took less than `minWork` nanoseconds are not worthwhile any more. */
export function addMeasuredTimes(
  verdicts: readonly Verdict[],
  profile: CpuProfile,
  minWork: number,
): Verdict[] {
  const sampled = new Set(profile.nodes.map(({ callFrame }) => pathOf(callFrame.url)));
  return verdicts.map((verdict) => {
    const measuredMs = sampled.has(verdict.loop.file) ? measureLoop(verdict.loop, profile) : 0;
    const measured = { ...verdict, cost: { ...verdict.cost, measuredMs } };
    return { ...measured, worthwhile: verdict.worthwhile && measuredMs > 0 && isHot(measured, minWork) };
  });
}

/** Milliseconds that the profile has for the loop. */
function measureLoop(loop: Loop, profile: CpuProfile): number {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const source = readText(loop.file) ?? '';
  const text = source.slice(...loop.range);
  const childrenOf = ({ children = [] }: ProfileNode): ProfileNode[] =>
    children.flatMap((id) => nodes.get(id) ?? []);
  const totalTicks = (node: ProfileNode): number =>
    (node.hitCount ?? 0) + childrenOf(node).reduce((sum, child) => sum + totalTicks(child), 0);
  const loopTicks = (node: ProfileNode): number => {
    if (standsInLoop(node, loop, source)) return totalTicks(node);
    const isHolder = holdsLoop(node, loop);
    const own = isHolder ? ownTicks(node, loop, source) : 0;
    return childrenOf(node).reduce(
      (sum, child) => sum + (isHolder && isNamedIn(text, child) ? totalTicks(child) : loopTicks(child)),
      own,
    );
  };
  const [root] = profile.nodes;
  return root ? loopTicks(root) * millisecondsOfTick(profile) : 0;
}

function millisecondsOfTick({ nodes, samples, startTime, endTime }: CpuProfile): number {
  const ticks = samples?.length ?? nodes.reduce((sum, { hitCount = 0 }) => sum + hitCount, 0);
  return ticks === 0 ? 0 : (endTime - startTime) / 1000 / ticks;
}

/** A function that is written inside the loop: the callback of `map`, a closure of the body. */
function standsInLoop({ callFrame }: ProfileNode, loop: Loop, source: string): boolean {
  if (pathOf(callFrame.url) !== loop.file) return false;
  const lineStart = source.split('\n', callFrame.lineNumber).reduce((sum, line) => sum + line.length + 1, 0);
  const offset = lineStart + callFrame.columnNumber;
  return offset > loop.range[0] && offset < loop.range[1];
}

function holdsLoop({ callFrame }: ProfileNode, loop: Loop): boolean {
  const isNamed = callFrame.functionName === (loop.enclosing?.name ?? '');
  return pathOf(callFrame.url) === loop.file && isNamed && callFrame.lineNumber < loop.start.line;
}

/** Ticks on the loop's lines, and on those of callees that V8 has inlined: their lines stand in the caller's node. */
function ownTicks({ positionTicks = [] }: ProfileNode, loop: Loop, source: string): number {
  const text = source.slice(...loop.range);
  const lines = source.split('\n');
  const counts = ({ line }: { line: number }): boolean =>
    (line >= loop.start.line && line <= loop.endLine) || isCalledIn(text, functionAt(lines, line));
  return positionTicks.filter(counts).reduce((sum, { ticks }) => sum + ticks, 0);
}

const functionHead =
  /\bfunction\b\s*\*?\s*([\w$]+)|\b(?:const|let|var)\s+([\w$]+)\s*=\s*(?:async\b\s*)?(?:function\b|\(|[\w$]+\s*=>)|^\s*(?:(?:static|async)\s+)*(?!(?:if|for|while|switch|catch)\b)([\w$]+)\s*\([^;]*\)\s*\{\s*$/;

/** The name in the nearest function head at or above the line; a guess that goes by the usual ways to write one. */
function functionAt(lines: readonly string[], line: number): string {
  for (let at = Math.min(line, lines.length); at > 0; at--) {
    const groups: readonly (string | undefined)[] = functionHead.exec(lines[at - 1] ?? '') ?? [];
    const name = groups.slice(1).find((each) => each !== undefined);
    if (name !== undefined) return name;
  }
  return '';
}

function isNamedIn(text: string, { callFrame }: ProfileNode): boolean {
  return isCalledIn(text, callFrame.functionName.replace(/^.*[. ]/, ''));
}

function isCalledIn(text: string, name: string): boolean {
  return /^[\w$]+$/.test(name) && new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}\\s*\\(`).test(text);
}

/** Modules have file URLs in a profile, CommonJS files paths. */
function pathOf(url: string): string {
  return url.startsWith('file://') ? fileURLToPath(url) : url;
}
