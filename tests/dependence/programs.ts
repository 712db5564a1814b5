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
const anyVariable = fc.constantFrom('i', 'i', 'j', 'j', 'l', 'n', 'w', ...scalarNames).map(variable);

/** Expressions for subscripts and bounds: mostly affine, sometimes an element's value. */
const { affine } = fc.letrec<{ affine: Expression }>((tie) => ({
  affine: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: anyVariable },
    { weight: 1, arbitrary: smallNumber },
    { weight: 3, arbitrary: binary(anyVariable, smallNumber) },
    { weight: 3, arbitrary: binary(tie('affine'), tie('affine')) },
    { weight: 1, arbitrary: element(tie('affine')) },
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
    {
      weight: 3,
      arbitrary: fc.record({ kind, array: fc.constantFrom(...arrayNames), subscripts: fc.tuple(subscripts) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind, array: fc.constant('g'), subscripts: fc.tuple(subscripts, subscripts) }),
    },
  );
}

/** What the parts of one program share, so that the same cells are met again: a few subscripts and loop headers. */
interface Pool {
  readonly subscripts: readonly Expression[];
  readonly ranges: readonly Omit<Header, 'index'>[];
}

const step = fc.constantFrom(1, 1, 1, 1, 2, 3, -1, -2);
const bound = fc.oneof(smallNumber, fc.constantFrom('n', 'w', 'w', 'i').map(variable), affine);
const range = fc.record({ from: fc.oneof(smallNumber, smallNumber, bound), to: bound, step });

const pool: fc.Arbitrary<Pool> = fc.record({
  subscripts: fc.array(affine, { minLength: 2, maxLength: 4 }),
  ranges: fc.array(range, { minLength: 1, maxLength: 2 }),
});

/** The statements of one program. */
class Maker {
  private readonly element: fc.Arbitrary<Target>;
  private readonly value: fc.Arbitrary<Expression>;
  private readonly ranges: Pool['ranges'];

  constructor({ subscripts, ranges }: Pool) {
    this.ranges = ranges;
    this.element = element(fc.constantFrom(...subscripts));
    const operand = fc.oneof({ weight: 3, arbitrary: this.element }, { weight: 1, arbitrary: anyVariable });
    this.value = fc.oneof(operand, binary(operand, operand), affine);
  }

  statements(depth: number): fc.Arbitrary<readonly Statement[]> {
    const nested =
      depth > 0
        ? [
            { weight: 3, arbitrary: this.loop(depth) },
            { weight: 1, arbitrary: this.branch(depth) },
          ]
        : [];
    const statement = fc.oneof<fc.WeightedArbitrary<Statement>[]>(
      { weight: 7, arbitrary: this.assignment() },
      { weight: 1, arbitrary: this.jump() },
      ...nested,
    );
    return fc.array(statement, { minLength: 1, maxLength: 4 });
  }

  private assignment(): fc.Arbitrary<Statement> {
    const scalar = fc.constantFrom(...scalarNames).map((name) => variable(name) as Target);
    const target = fc.oneof({ weight: 3, arbitrary: this.element }, { weight: 2, arbitrary: scalar });
    const operator = fc.constantFrom('=', '=', '+=' as const);
    return fc.record({
      kind: fc.constant('assign' as const),
      target,
      operator,
      value: this.value,
    }) as fc.Arbitrary<Statement>;
  }

  private jump(): fc.Arbitrary<Statement> {
    const word = fc.constantFrom('continue', 'break' as const);
    return fc.record({
      kind: fc.constant('jump' as const),
      test: this.value,
      word,
    }) as fc.Arbitrary<Statement>;
  }

  private loop(depth: number): fc.Arbitrary<Statement> {
    const index = indexNames[2 - depth] ?? 'j';
    const loop = fc.constantFrom(...this.ranges).map((r) => ({ ...r, index }));
    return fc.record({ kind: fc.constant('for' as const), loop, body: this.statements(depth - 1) });
  }

  private branch(depth: number): fc.Arbitrary<Statement> {
    const arm = this.statements(depth - 1);
    return fc.record({
      kind: fc.constant('if' as const),
      test: this.value,
      yes: arm,
      no: fc.oneof(fc.constant([]), arm),
    });
  }
}

const outerBound = fc.oneof(
  fc.constantFrom('n', 'w').map(variable),
  fc.integer({ min: 2, max: 9 }).map(number),
);
const outerHeader = fc.record({
  index: fc.constant('i'),
  from: fc.oneof(smallNumber, affine),
  to: outerBound,
  step,
});

/** Loops over `i` with arrays a, b, t, a matrix g, scalars k and s, and parameters n and w. */
export const program: fc.Arbitrary<Program> = pool.chain((shared) =>
  fc.record({ loop: outerHeader, body: new Maker(shared).statements(2) }),
);

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
