import { imapSync, range, mapSync } from 'doall/runtime';
import { Vector } from './support/vector.js';
import { computeSum, computeOut } from './this-fields.worker.js';

export class Fractal {
  private readonly _rounds: number;
  readonly width: number;
  readonly height: number;
  readonly centre: Vector;
  rows: number[] = [];
  drawn = 0;

  constructor(width: number, height: number, centre: Vector) {
    this.width = width;
    this.height = height;
    this.centre = centre;
    this._rounds = 20000;
  }

  // Numbers and an instance are read of `this`; the results go there.
  draw(): void {
    for (const sum of imapSync(computeSum, range(0, this.height), {
      width: this.width,
      height: this.height,
      rounds: this._rounds,
    })) {
      this.rows.push(sum);
      this.drawn++;
    }
  }

  // Beside a variable of the same name, and an instance.
  column(width: number): number[] {
    const ys: number[] = Array.from({ length: this.height }, (_, y) => y);
    const shift = this.centre.times(0.5);
    const out: number[] = mapSync(computeOut, [...ys], {
      width,
      shift,
      thisWidth: this.width,
      centre: this.centre,
      height: this.height,
      rounds: this._rounds,
    });
    return out;
  }
}

const fractal = new Fractal(12, 9, new Vector(-0.7, 0.1, 0));
fractal.draw();
console.log(fractal.rows.join(), fractal.drawn);
console.log(fractal.column(4).join());
