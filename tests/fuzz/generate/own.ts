/** Loops that change nothing but the iteration's own element of an array, or seem to. */
import { condition, numberExpression, type Context } from './expressions.ts';
import { withLocals, type Scope } from './scope.ts';

export function ownLoop(context: Context, scope: Scope): string {
  const { tape } = context;
  const inside = scope.child();
  inside.declare('number', 'i');
  const head = tape.choose([
    'for (let i = 0; i < 6; i++)',
    'for (let i = 0; i < own.length; i++)',
    'for (let i = 5; i >= 0; i--)',
    'for (let i = 0; i < 8; i += 2)',
    'for (let i = 1; i <= k % 9; i++)',
  ]);
  const count = 1 + tape.pick(4);
  const statements = Array.from({ length: count }, () => ownStore(context, inside));
  return `${head} {\n${statements.join('\n')}\n}`;
}

function ownStore(context: Context, scope: Scope): string {
  const { tape } = context;
  const number = (): string => numberExpression(context, scope);
  const test = (): string => condition(context, scope);
  const array = tape.choose(['own', 'own', 'ownFloats', 'ownGaps']);
  const spoil = tape.chance(4);
  const text = spoil
    ? spoiler(array, number, tape)
    : tape.choose<() => string>([
        () => `${array}[i] = ${number()};`,
        () => `${array}[i] += ${number()};`,
        () => `${array}[i] = heavy(${array}[i]) + ${number()};`,
        () => `if (${test()}) ${array}[i] = heavy(${array}[i]) - ${number()};`,
        () => `for (let c = 0; c < 2; c++) ${array}[i] += heavy(c + ${array}[i]);`,
        () =>
          `for (let c = 0; c < 3; c++) {\nif (${test()}) break;\n${array}[i] = ${array}[i] * 2 + ${number()};\n}`,
        () => `if (${test()}) continue;`,
        () => `ownFloats[i] = own[i] * ${number()};`,
        () =>
          `const $kept = ${array}[i];\n${array}[i] = ${number()};\nif ($kept > ${array}[i]) ${array}[i] = $kept;`,
        () => `[${array}[i]] = [${number()}];`,
        () => `${array}[i]++;`,
        () => `${array}[i] ||= ${number()};`,
        () => `try {\n${array}[i] += ${number()};\n} finally {\n${array}[i] += 1;\n}`,
        () => `for (let c = 0; c < 2; c++) ownRows[i][c] += heavy(c + ownRows[i][0]) + ${number()};`,
        () =>
          `const $line = ownRows[i];\nfor (let c = 0; c < 2; c++) $line[c] = heavy($line[c]) + ${number()};`,
        () => `if (${test()}) ownRows[i][2] = ${number()};`,
        () => `ownRows[i].forEach((n, c) => { ownRows[i][c] = heavy(n) + ${number()}; });`,
        () => `ownGaps[i] = ${test()} ? ${number()} : undefined;`,
      ])();
  return withLocals(scope, text);
}

function spoiler(array: string, number: () => string, tape: Context['tape']): string {
  return tape.choose<() => string>([
    () => `${array}[(i + 1) % 6] = ${number()};`,
    () => `${array}[i] = ${array}[(i + 5) % 6] + ${number()};`,
    () => `ownRows[i] = ownRows[0];`,
    () => `ownRows[i].pop();`,
    () => `ownRows[i].length = 1;`,
    () => `out.push(${array}[i]);`,
    () => `${array}[i] = ${array}.length + ${number()};`,
    () => `rows[i % 6] = ownRows[i];`,
    () => `own[i] = peekOwn(i) + ${number()};`,
    () => `if (${array}[i] > 90) throw new RangeError('own ' + i);`,
  ])();
}
