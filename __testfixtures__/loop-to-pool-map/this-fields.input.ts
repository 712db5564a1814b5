import { Vector } from './support/vector.js';

function escapeTime(x: number, y: number, rounds: number): number {
  let [a, b] = [x, y];
  for (let i = 0; i < rounds; i++) {
    if (a * a + b * b > 4) return i;
    [a, b] = [a * a - b * b + x, 2 * a * b + y];
  }
  return rounds;
}

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
    for (let y = 0; y < this.height; y++) {
      let sum = 0;
      for (let x = 0; x < this.width; x++) {
        sum += escapeTime(x / this.width - 0.7, y / this.height, this._rounds);
      }
      this.rows.push(sum);
      this.drawn++;
    }
  }

  // Beside a variable of the same name, and an instance.
  column(width: number): number[] {
    const ys: number[] = Array.from({ length: this.height }, (_, y) => y);
    const shift = this.centre.times(0.5);
    const out: number[] = [];
    for (const y of ys) {
      let sum = 0;
      for (let x = 0; x < this.width; x++) {
        sum += escapeTime(x / width + this.centre.x, y / this.height + shift.y, this._rounds);
      }
      out.push(sum);
    }
    return out;
  }
}

const fractal = new Fractal(12, 9, new Vector(-0.7, 0.1, 0));
fractal.draw();
console.log(fractal.rows.join(), fractal.drawn);
console.log(fractal.column(4).join());
