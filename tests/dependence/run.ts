/** Runs a program tree and records the flow dependences that really happen. */
import type { Expression, Header, Printed, Program, Statement } from './programs.ts';

/** `write start,end -> read start,end carried|here` */
export type Flow = string;

export interface World {
  readonly parameters: Readonly<Record<string, number>>;
  /** Whether a and b are one array, and all rows of g one row. */
  readonly aliased: boolean;
}

interface Cell {
  value: number;
  writer: { readonly range: string; readonly iteration: number } | undefined;
}

class Jump extends Error {
  readonly word: string;
  constructor(word: string) {
    super(word);
    this.word = word;
  }
}

/** Longer runs are cut off there: what was seen until then was real all the same. */
const tripLimit = 40;

/** All flows of one run. Variables that belong to inner loops' headers are not followed: they are new in each iteration. */
export function flowsOf(program: Program, printed: Printed, world: World): ReadonlySet<Flow> {
  const runner = new Runner(printed, world);
  runner.run(program);
  return runner.flows;
}

class Runner {
  readonly flows = new Set<Flow>();
  private readonly printed: Printed;
  private readonly world: World;
  private readonly cells = new Map<string, Cell>();
  private iteration = -1;

  constructor(printed: Printed, world: World) {
    this.printed = printed;
    this.world = world;
  }

  run(program: Program): void {
    try {
      this.loop(program.loop, program.body, true);
    } catch (error) {
      if (!(error instanceof Jump)) throw error;
    }
  }

  private loop({ index, from, to, step }: Header, body: readonly Statement[], isOutermost: boolean): void {
    const cell = this.cell(index);
    cell.value = this.evaluate(from);
    cell.writer = undefined;
    for (let trips = 0; ; trips++) {
      if (trips > tripLimit) throw new Jump('abort');
      const limit = this.evaluate(to);
      if (step > 0 ? cell.value >= limit : cell.value < limit) return;
      if (isOutermost) this.iteration = trips;
      if (!this.runBody(body)) return;
      cell.value += step;
    }
  }

  /** Whether the loop goes on. */
  private runBody(body: readonly Statement[]): boolean {
    try {
      body.forEach((statement) => this.execute(statement));
    } catch (error) {
      if (!(error instanceof Jump) || error.word === 'abort') throw error;
      return error.word === 'continue';
    }
    return true;
  }

  private execute(statement: Statement): void {
    switch (statement.kind) {
      case 'assign':
        return this.assign(statement);
      case 'for':
        return this.loop(statement.loop, statement.body, false);
      case 'jump':
        if (this.evaluate(statement.test) > 2) throw new Jump(statement.word);
        return;
      case 'if':
        (this.evaluate(statement.test) > 2 ? statement.yes : statement.no).forEach((s) => this.execute(s));
    }
  }

  private assign({ target, operator, value }: Extract<Statement, { kind: 'assign' }>): void {
    const cell = this.locate(target);
    const old = operator === '+=' ? this.read(cell, target) : 0;
    cell.value = clamp(old + this.evaluate(value));
    cell.writer = { range: this.rangeOf(target), iteration: this.iteration };
  }

  private evaluate(e: Expression): number {
    switch (e.kind) {
      case 'number':
        return e.value;
      case 'binary': {
        const [x, y] = [this.evaluate(e.left), this.evaluate(e.right)];
        return e.operator === '+' ? x + y : e.operator === '-' ? x - y : x * y;
      }
      default:
        return this.read(this.locate(e), e);
    }
  }

  private read(cell: Cell, e: Expression): number {
    if (cell.writer) {
      const when = cell.writer.iteration === this.iteration ? 'here' : 'carried';
      this.flows.add(`${cell.writer.range} -> ${this.rangeOf(e)} ${when}`);
    }
    return cell.value;
  }

  private locate(e: Extract<Expression, { kind: 'variable' | 'element' }>): Cell {
    if (e.kind === 'variable') return this.cell(e.name);
    const keys = e.subscripts.map((subscript) => this.evaluate(subscript));
    if (!this.world.aliased) return this.cell(`${e.array}[${keys.join('][')}]`);
    return this.cell(`${e.array === 'b' ? 'a' : e.array}[${keys.at(-1)}]`);
  }

  private cell(name: string): Cell {
    const known = this.cells.get(name) ?? { value: this.initial(name), writer: undefined };
    this.cells.set(name, known);
    return known;
  }

  private initial(name: string): number {
    return this.world.parameters[name] ?? (name.length * 7) % 5;
  }

  private rangeOf(e: object): string {
    return (this.printed.ranges.get(e) ?? []).join();
  }
}

/** Keeps numbers whole and far from 2^53, where the tests' assumption ends. */
const clamp = (value: number): number => value % 1000;
