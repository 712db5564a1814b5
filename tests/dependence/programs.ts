/**
 * Random loops as trees, which can be printed and run. Running one records every flow dependence that really happens: which write
 * gave the value that a read sees, and whether an earlier iteration made it.
 */
import fc from 'fast-check';

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable'; readonly name: string }
  | {
      readonly kind: 'binary';
      readonly operator: '+' | '-' | '*';
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'element'; readonly array: string; readonly subscripts: readonly Expression[] };

export type Statement =
  | {
      readonly kind: 'assign';
      readonly target: Target;
      readonly operator: '=' | '+=';
      readonly value: Expression;
    }
  | {
      readonly kind: 'if';
      readonly test: Expression;
      readonly yes: readonly Statement[];
      readonly no: readonly Statement[];
    }
  | { readonly kind: 'for'; readonly loop: Header; readonly body: readonly Statement[] }
  | { readonly kind: 'jump'; readonly test: Expression; readonly word: 'continue' | 'break' };

type Target = Extract<Expression, { kind: 'variable' | 'element' }>;

export interface Header {
  readonly index: string;
  readonly from: Expression;
  readonly to: Expression;
  readonly step: number;
}

export interface Program {
  readonly loop: Header;
  readonly body: readonly Statement[];
}

/** `kind start end` of an access in the printed text. */
export type AccessKey = string;

export interface Printed {
  readonly text: string;
  /** Where each target and operand stands. */
  readonly ranges: ReadonlyMap<object, readonly [number, number]>;
}

export const scalarNames = ['k', 's'];
export const parameterNames = ['n', 'w'];
const arrayNames = ['a', 'b', 't'];
const indexNames = ['j', 'l'];

const variable = (name: string): Expression => ({ kind: 'variable', name });
const number = (value: number): Expression => ({ kind: 'number', value });

const smallNumber = fc.integer({ min: -3, max: 6 }).map(number);
const anyVariable = fc.constantFrom('i', 'i', 'j', 'l', 'n', 'w', ...scalarNames).map(variable);

/** Expressions; subscripts are mostly affine, sometimes an element's value. */
const { subscript, value } = fc.letrec<{ subscript: Expression; value: Expression }>((tie) => ({
  subscript: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: anyVariable },
    { weight: 1, arbitrary: smallNumber },
    { weight: 4, arbitrary: binary(tie('subscript'), tie('subscript')) },
    { weight: 1, arbitrary: element(tie('subscript')) },
  ),
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 1, arbitrary: anyVariable },
    { weight: 3, arbitrary: element(tie('subscript')) },
    { weight: 2, arbitrary: binary(tie('value'), tie('value')) },
  ),
}));

function binary(left: fc.Arbitrary<Expression>, right: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  const operator = fc.constantFrom('+', '+', '-', '*' as const);
  return fc.record({
    kind: fc.constant('binary' as const),
    operator,
    left,
    right,
  }) as fc.Arbitrary<Expression>;
}

function element(subscripts: fc.Arbitrary<Expression>): fc.Arbitrary<Target> {
  const kind = fc.constant('element' as const);
  return fc.oneof(
    fc.record({ kind, array: fc.constantFrom(...arrayNames), subscripts: fc.tuple(subscripts) }),
    fc.record({ kind, array: fc.constant('g'), subscripts: fc.tuple(subscripts, subscripts) }),
  );
}

const target: fc.Arbitrary<Target> = fc.oneof(
  { weight: 3, arbitrary: element(subscript) },
  { weight: 2, arbitrary: fc.constantFrom(...scalarNames).map((name) => variable(name) as Target) },
);

const bound = fc.oneof(smallNumber, fc.constantFrom('n', 'w', 'i').map(variable), subscript);

function header(index: string, limit: fc.Arbitrary<Expression>): fc.Arbitrary<Header> {
  return fc.record({
    index: fc.constant(index),
    from: fc.oneof(smallNumber, smallNumber, limit),
    to: limit,
    step: fc.constantFrom(1, 1, 1, 2, 3, -1, -2),
  });
}

function statements(depth: number): fc.Arbitrary<readonly Statement[]> {
  const inner =
    depth > 0
      ? [
          { weight: 2, arbitrary: forStatement(depth) },
          { weight: 1, arbitrary: ifStatement(depth) },
        ]
      : [];
  const statement = fc.oneof<fc.WeightedArbitrary<Statement>[]>(
    { weight: 6, arbitrary: assignment },
    { weight: 1, arbitrary: jump },
    ...inner,
  );
  return fc.array(statement, { minLength: 1, maxLength: 3 });
}

const assignment: fc.Arbitrary<Statement> = fc.record({
  kind: fc.constant('assign' as const),
  target,
  operator: fc.constantFrom('=', '=', '+=' as const),
  value: fc.oneof(value, subscript),
}) as fc.Arbitrary<Statement>;

const jump: fc.Arbitrary<Statement> = fc.record({
  kind: fc.constant('jump' as const),
  test: value,
  word: fc.constantFrom('continue', 'break' as const),
}) as fc.Arbitrary<Statement>;

function forStatement(depth: number): fc.Arbitrary<Statement> {
  const index = indexNames[2 - depth] ?? 'j';
  return fc.record({
    kind: fc.constant('for' as const),
    loop: header(index, bound),
    body: fc.memo(() => statements(depth - 1))(),
  });
}

function ifStatement(depth: number): fc.Arbitrary<Statement> {
  const arm = fc.memo(() => statements(depth - 1))();
  return fc.record({
    kind: fc.constant('if' as const),
    test: value,
    yes: arm,
    no: fc.oneof(fc.constant([]), arm),
  });
}

const outerBound = fc.oneof(
  fc.constantFrom('n', 'w').map(variable),
  smallNumber,
  fc.integer({ min: 2, max: 9 }).map(number),
);

/** Loops over `i` with arrays a, b, t, a matrix g, scalars k and s, and parameters n and w. */
export const program: fc.Arbitrary<Program> = fc.record({
  loop: header('i', outerBound),
  body: statements(2),
});

/** The program's text, in a function so that everything is declared outside the loop. */
export function print(program: Program): Printed {
  const ranges = new Map<object, readonly [number, number]>();
  let text = 'function f(a, b, t, g, n, w, k, s) {\n';
  const put = (part: string) => (text += part);
  const printExpression = (e: Expression): void => {
    const start = text.length;
    if (e.kind === 'number') put(e.value < 0 ? `(${e.value})` : String(e.value));
    else if (e.kind === 'variable') put(e.name);
    else if (e.kind === 'binary') {
      put('(');
      printExpression(e.left);
      put(` ${e.operator} `);
      printExpression(e.right);
      put(')');
    } else {
      put(e.array);
      for (const sub of e.subscripts) {
        put('[');
        printExpression(sub);
        put(']');
      }
    }
    ranges.set(e, [start, text.length]);
  };
  const printLoop = (loop: Header, body: readonly Statement[]) => {
    put(`for (let ${loop.index} = `);
    printExpression(loop.from);
    put(`; ${loop.index} ${loop.step > 0 ? '<' : '>='} `);
    printExpression(loop.to);
    put(`; ${loop.index} += ${loop.step}) `);
    printBlock(body);
  };
  const printBlock = (body: readonly Statement[]) => {
    put('{\n');
    body.forEach(printStatement);
    put('}\n');
  };
  const printStatement = (s: Statement): void => {
    if (s.kind === 'for') return printLoop(s.loop, s.body);
    if (s.kind === 'assign') {
      printExpression(s.target);
      put(` ${s.operator} `);
      printExpression(s.value);
      put(';\n');
      return;
    }
    put('if (');
    printExpression(s.test);
    put(' > 2) ');
    if (s.kind === 'jump') return void put(`${s.word};\n`);
    printBlock(s.yes);
    if (s.no.length > 0) {
      put('else ');
      printBlock(s.no);
    }
  };
  printLoop(program.loop, program.body);
  put('}\n');
  return { text, ranges };
}
