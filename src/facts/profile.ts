/**
 * Purpose: measured time for loops, from a V8 CPU profile (`node --cpu-prof`).
 * Input: the text of a `.cpuprofile`, and where a loop stands.
 * Guarantee: time inside the loop and in what it calls; undefined, never zero, for a file that the profile doesn't know.
 */
import { fileURLToPath } from 'node:url';

/** The parts that are used of the Chrome DevTools Protocol's `Profiler.Profile`. Times in µs, line numbers as V8 has them. */
interface RawNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly hitCount?: number;
  readonly children?: readonly number[];
  readonly positionTicks?: readonly { readonly line: number; readonly ticks: number }[];
}

interface RawProfile {
  readonly nodes: readonly RawNode[];
  readonly startTime: number;
  readonly endTime: number;
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

/** A function in the call tree, with its own time by line. Lines are 1-based, times in ms. */
interface ProfileNode {
  readonly name: string;
  readonly file: string;
  /** Where the function starts. */
  readonly line: number;
  readonly selfMs: number;
  readonly msByLine: ReadonlyMap<number, number>;
  readonly children: readonly ProfileNode[];
}

export interface CpuProfile {
  readonly totalMs: number;
  readonly files: ReadonlySet<string>;
  readonly roots: readonly ProfileNode[];
}

/** Where a loop stands, and what it calls. Lines are 1-based and inclusive. */
export interface LoopSpan {
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  /** First line of the function around it; 1 at module level. */
  readonly enclosingLine: number;
  /** Names of the functions that are called in it: `score` of `score(x)` and of `model.score(x)`. */
  readonly callees: ReadonlySet<string>;
}

/**
 * Reads a `.cpuprofile`.
 * @throws {Error} when the text isn't one.
 */
export function readCpuProfile(text: string): CpuProfile {
  const raw: unknown = JSON.parse(text);
  if (!isProfile(raw)) throw new Error('not a V8 CPU profile: it has no list of nodes with call frames');
  const selfMs = selfTimes(raw);
  const children = new Set(raw.nodes.flatMap((node) => node.children ?? []));
  const byId = new Map(raw.nodes.map((node) => [node.id, node]));
  const build = (node: RawNode): ProfileNode => ({
    name: node.callFrame.functionName,
    file: pathOf(node.callFrame.url),
    line: node.callFrame.lineNumber + 1,
    selfMs: selfMs.get(node.id) ?? 0,
    msByLine: timesByLine(node, selfMs.get(node.id) ?? 0),
    children: (node.children ?? []).flatMap((id) => byId.get(id) ?? []).map(build),
  });
  return {
    totalMs: (raw.endTime - raw.startTime) / 1000,
    files: new Set(raw.nodes.map((node) => pathOf(node.callFrame.url))),
    roots: raw.nodes.filter((node) => !children.has(node.id)).map(build),
  };
}

/**
 * Milliseconds spent in a loop: on its own lines, in functions that start on them (callbacks), and in functions of the names
 * that it calls, when the function around it called them. V8 doesn't record the calling line: a function that is called both in
 * the loop and beside it counts whole. Undefined when the profile doesn't know the file.
 */
export function measureLoop(profile: CpuProfile, loop: LoopSpan): number | undefined {
  if (!profile.files.has(loop.file)) return undefined;
  return sum(profile.roots.map((root) => timeIn(root, loop)));
}

function timeIn(node: ProfileNode, loop: LoopSpan): number {
  const own =
    node.file === loop.file
      ? sum([...node.msByLine].filter(([line]) => isInside(line, loop)).map(([, ms]) => ms))
      : 0;
  const isAround = node.file === loop.file && (node.line === loop.enclosingLine || own > 0);
  const below = node.children.map((child) => {
    const isCalled = isAround && (loop.callees.has(child.name) || startsInside(child, loop));
    return isCalled ? inclusiveTime(child) : timeIn(child, loop);
  });
  return own + sum(below);
}

function startsInside(node: ProfileNode, loop: LoopSpan): boolean {
  return node.file === loop.file && isInside(node.line, loop);
}

function isInside(line: number, loop: LoopSpan): boolean {
  return loop.line <= line && line <= loop.endLine;
}

function inclusiveTime(node: ProfileNode): number {
  return node.selfMs + sum(node.children.map(inclusiveTime));
}

/** What running a part of the whole on more threads would save, after Amdahl (AFIPS 1967): ms, and the whole's speed-up. */
export function gainOf(
  loopMs: number,
  totalMs: number,
  threads: number,
): { savedMs: number; speedup: number } {
  const savedMs = Math.min(loopMs, totalMs) * (1 - 1 / threads);
  return { savedMs, speedup: totalMs / (totalMs - savedMs) };
}

function isProfile(raw: unknown): raw is RawProfile {
  return isRecord(raw) && Array.isArray(raw.nodes) && raw.nodes.every(isNode);
}

function isNode(raw: unknown): boolean {
  return isRecord(raw) && isRecord(raw.callFrame) && typeof raw.callFrame.url === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** By the time between samples where that was recorded, else by counting them. */
function selfTimes(raw: RawProfile): Map<number, number> {
  const times = new Map<number, number>();
  const { samples, timeDeltas } = raw;
  if (samples && timeDeltas) {
    samples.forEach((id, index) =>
      times.set(id, (times.get(id) ?? 0) + Math.max(0, timeDeltas[index] ?? 0) / 1000),
    );
    return times;
  }
  const hits = sum(raw.nodes.map((node) => node.hitCount ?? 0));
  const msPerHit = hits === 0 ? 0 : (raw.endTime - raw.startTime) / 1000 / hits;
  for (const node of raw.nodes) times.set(node.id, (node.hitCount ?? 0) * msPerHit);
  return times;
}

function timesByLine(node: RawNode, selfMs: number): Map<number, number> {
  const ticks = node.positionTicks ?? [];
  const all = sum(ticks.map((one) => one.ticks));
  return new Map(ticks.map(({ line, ticks: count }) => [line, (selfMs * count) / all]));
}

function pathOf(url: string): string {
  return url.startsWith('file:') ? fileURLToPath(url) : url;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
