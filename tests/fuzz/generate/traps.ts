/** Statements that carry state from one iteration to the next, or change what the loop reads, in ways that are easy to miss. */
import { numberExpression, stringExpression, type Context } from './expressions.ts';
import { withLocals, type Scope } from './scope.ts';

export function hiddenState(context: Context, scope: Scope): string {
  const number = (): string => numberExpression(context, scope);
  const kinds = [carried, sources, hidden, aliased, ...(context.self === '' ? [] : [own])] as const;
  const [first, ...rest] = kinds.map((kind) => () => context.tape.choose(kind(context, scope, number))());
  return withLocals(scope, context.tape.choose([first as () => string, ...rest])());
}

type Kind = (context: Context, scope: Scope, number: () => string) => [() => string, ...(() => string)[]];

/** Scalars that an iteration leaves to the next: wrap-around, state machines, conditional induction. */
const carried: Kind = (_context, _scope, number) => [
  () => `out.push(${number()} - previous);\nprevious = ${number()};`,
  () => `phase = (phase + 1) % 3;\nout.push(heavy(phase));`,
  () => `[low, high] = [high, low + ${number()}];`,
  () => `if (${number()} > 3) cells[next++] = ${number()};`,
  () => `next += 2;\nout.push(heavy(next));`,
  () => `out[next] = ${number()};\nnext += 1;`,
  () => `if (total > 9) out.push(${number()});\ntotal += 1;`,
  () => `out.push(heavy(out.length));`,
  () => `cursor ||= ${number()};\ncursor &&= ${number()};`,
];

/** Changes of what the loop runs over or takes as constant. */
const sources: Kind = (_context, _scope, number) => [
  () => `if (items.length < 9) items.push?.(items[0]);`,
  () => `weights[0] = ${number()};`,
  () => `if (weights.length < 6) weights.push(${number()});`,
  () => `config.k += 1;\nout.push(heavy(config.k));`,
  () => `k = Math.min(k + 1, 9);`,
  () => `grid[0] = grid[1];`,
  () => `queue.push(${number()});\nout.push(heavy(queue.shift()));`,
  () => `const $popped = weights.pop() ?? 4;\nout.push(heavy($popped));\nweights.push($popped);`,
];

/** State behind calls. */
const hidden: Kind = (context, scope, number) => [
  () => `out.push(rng.next() + ${number()});`,
  () => `out.push(pattern.exec(${stringExpression(context, scope)})?.index);`,
  () => `out.push(heavy(ahead.next().value ?? 1));`,
  () => `out.push(recall(${number()}));`,
  () => `if (!remembered.has(${number()})) remembered.set(${number()}, ${number()});`,
  () =>
    `const $kept = remembered.get(${number()}) ?? ${number()};\nremembered.set($kept, $kept);\nout.push($kept);`,
  () => `out.push(lazy.value + ${number()});`,
  () => `out.push(bumpTotal(${number()}));`,
  () => `out.push(new Tally(${number()}).x);`,
  () => `out.push(secret.reveal() + ${number()});`,
  () => `out.push(frozen.by + frozen.list[1] * ${number()});`,
];

/** Two names for one thing. */
const aliased: Kind = (context, _scope, number) => [
  () => `alias[0] = ${number()};\nout.push(peekCell(${number()}));`,
  () => `holder.inner.n += 1;\nout.push(heavy(inner.n));`,
  () => `inner.n = ${number()};\nout.push(holder.inner.n);`,
  () => `view[0] = ${number()};\nout.push(heavy(floats[2]));`,
  () => `row.push(${number()});\nout.push(grid[1].length);`,
  () =>
    `const $spot = ${context.tape.choose(['cells', 'copy', 'weights'])};\n$spot[1] = ${number()};\nout.push(heavy(cells[1] + weights[1]));`,
  () => `twins[0][0] = ${number()};\nout.push(heavy(twins[1][0]));`,
  () => `vectors[0].x += 1;\nout.push(heavy(vectors[0].length) + ${number()});`,
  () => `lookupMap.set(1, ${number()});\nout.push(heavy(lookupMap.get(1) ?? 0));`,
  () => `origin.x = ${number()};\nout.push(origin.plus(origin).x);`,
];

/** Fields of the object whose method the loop stands in. */
const own: Kind = (_context, _scope, number) => [
  () => `this.total += ${number()};`,
  () => `out.push(this.scale(${number()}));`,
  () => `out.push(this.tick() + ${number()});`,
  () => `this.k = ${number()};`,
  () => `out.push(heavy(this.k) + this.weights[0]);`,
  () => `this.kept.push(${number()});`,
  () => `out.push(this.doubled);`,
];
