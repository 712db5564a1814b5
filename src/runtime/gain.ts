// Whether workers pay: what is left of a call, against what it takes to bring it to them and its results back.
import { mayFanOut, workerCount, type Call } from './call.ts';
import { now } from './clock.ts';
import { expectedCost, isOwing, payOff } from './experience.ts';
import { poolOf } from './pool.ts';
import type { Source } from './source.ts';
import { fitsTable } from './table.ts';
import { estimateColumn, estimateTransport, NUMBER } from './transport.ts';

/** Remaining work, in milliseconds, from which fanning out pays with workers up. */
const WARM = 4;
/**
 * Milliseconds of work that starting the workers costs. They are started when that much is left, or when calls that
 * would have paid with workers up have missed as much: at worst, twice the least (ski rental; Karlin et al. 1988).
 */
const COLD = 100;
/** The part of the constants' transport that is worked inline before it is paid. */
const PATIENCE = 8;

/** A first item that takes this many milliseconds, of so few, tells enough; else it may be slow only the first time. */
const TELLING = 2;
const FEW = 16;

/** Whether what the last item or batch took tells what the next ones cost. */
export function isTelling(isFirst: boolean, milliseconds: number, items: number): boolean {
  return !isFirst || (milliseconds > TELLING && items <= FEW);
}

/** What is left of a call. */
export interface Rest {
  readonly items: number;
  /** Milliseconds for an item. */
  readonly cost: number;
  /** A result, to tell what the next ones are like. */
  readonly result: unknown;
}

/** What is known of a call's transport, estimated in milliseconds. */
export interface Transport {
  readonly constants: number;
  readonly item: number;
  /** When it was first asked for. */
  readonly since: number;
  /** Whether the call would have used workers, had they been up. */
  isMissed: boolean;
}

function transportOf(call: Call, { column, total = 0 }: Source): Transport {
  return (call.transport ??= {
    constants: estimateTransport(call.constants),
    item: column && total > 0 ? estimateColumn(column) / total : 0,
    since: now(),
    isMissed: false,
  });
}

/** Whether what is left of a call pays for workers. */
export function isWorthFanOut(call: Call, source: Source, rest: Rest, patience = 1 / PATIENCE): boolean {
  const remaining = rest.items * rest.cost;
  // Most calls end here; the rest of the question costs more than a short item.
  if (remaining < WARM || !mayFanOut(call) || isOwing(call.meta)) return false;
  const pool = poolOf(call.options);
  const transport = transportOf(call, source);
  const result = fitsTable(rest.result) ? NUMBER : estimateTransport(rest.result, NUMBER);
  // What workers spare this thread, less what it spends on them.
  const spared = rest.items * (rest.cost - transport.item - result);
  const share = 1 - 1 / (workerCount(call.options, pool, call.blocking) + 1);
  // The first items are slow: what costs much to send waits until more of them are known.
  const isPatient = now() - transport.since >= transport.constants * patience;
  if (transport.constants >= spared * share || !isPatient) return false;
  if (pool.isWarm || remaining + pool.missed > COLD) return true;
  transport.isMissed = true;
  return false;
}

/** What an item costs, where the task's last calls tell that workers pay from the first item on; else undefined. */
export function costIfHeavy(call: Call, source: Source): number | undefined {
  const cost = expectedCost(call.meta);
  const items = source.total ?? 0;
  if (cost === 0 || items < 2) return undefined;
  const isHeavy = isWorthFanOut(call, source, { items, cost, result: undefined }, 0);
  // What costs much to send waits until some items are known.
  return isHeavy && PATIENCE * transportOf(call, source).constants < cost * items ? cost : undefined;
}

/** Notes that a call ended without workers, after so many milliseconds of work. */
export function noteInline(call: Call, milliseconds: number): void {
  if (milliseconds < WARM) return;
  payOff(call.meta, milliseconds);
  if (call.transport?.isMissed) poolOf(call.options).missed += milliseconds;
}
