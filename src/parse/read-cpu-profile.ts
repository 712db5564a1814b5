/** A `.cpuprofile` file → CpuProfile. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CpuProfile, ProfileNode } from '../model/index.ts';

/** The parts that are used of `Profiler.Profile` (https://chromedevtools.github.io/devtools-protocol/tot/Profiler/). Times in µs, lines and columns 0-based but in ticks. */
interface RawProfile {
  readonly nodes: readonly RawNode[];
  readonly startTime: number;
  readonly endTime: number;
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

interface RawNode {
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

/**
 * Reads a CPU profile.
 * @throws {Error} naming the file and what to do, when it can't be read or is none
 */
export function readCpuProfile(file: string): CpuProfile {
  return toProfile(parseProfile(file));
}

function parseProfile(file: string): RawProfile {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} can't be read as a CPU profile; record one with node --cpu-prof`, {
      cause: error,
    });
  }
  if (isProfile(raw)) return raw;
  throw new Error(`${file} is no CPU profile; record one with node --cpu-prof`);
}

function isProfile(raw: unknown): raw is RawProfile {
  if (!isRecord(raw) || typeof raw['startTime'] !== 'number' || typeof raw['endTime'] !== 'number')
    return false;
  return Array.isArray(raw['nodes']) && raw['nodes'].every(isNode);
}

function isNode(raw: unknown): boolean {
  return isRecord(raw) && isRecord(raw['callFrame']) && typeof raw['callFrame']['url'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function toProfile(raw: RawProfile): CpuProfile {
  const selfMs = selfTimes(raw);
  const byId = new Map(raw.nodes.map((node) => [node.id, node]));
  const build = (node: RawNode): ProfileNode => {
    const own = selfMs.get(node.id) ?? 0;
    const children = (node.children ?? []).flatMap((id) => byId.get(id) ?? []).map(build);
    return {
      name: node.callFrame.functionName,
      file: pathOf(node.callFrame.url),
      line: node.callFrame.lineNumber + 1,
      column: node.callFrame.columnNumber,
      selfMs: own,
      msByLine: timesByLine(node, own),
      totalMs: own + sum(children.map((child) => child.totalMs)),
      children,
    };
  };
  const called = new Set(raw.nodes.flatMap((node) => node.children ?? []));
  return {
    totalMs: (raw.endTime - raw.startTime) / 1000,
    files: new Set(raw.nodes.map((node) => pathOf(node.callFrame.url))),
    roots: raw.nodes.filter((node) => !called.has(node.id)).map(build),
  };
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

/** Modules have file URLs in a profile, CommonJS files paths. */
function pathOf(url: string): string {
  return url.startsWith('file:') ? fileURLToPath(url) : url;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
