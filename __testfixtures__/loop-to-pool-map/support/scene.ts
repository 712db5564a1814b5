import { Vector } from './vector.js';

export class Lamp {
  readonly place: Vector;
  readonly power: number;

  constructor(place: Vector, power: number) {
    this.place = place;
    this.power = power;
  }
}

export class Scene {
  readonly lamps: Lamp[];

  constructor(lamps: Lamp[]) {
    this.lamps = lamps;
  }

  lightAt(x: number, y: number): number {
    let light = 0;
    for (let sample = 0; sample < 200; sample++) {
      for (const lamp of this.lamps) {
        const gap = lamp.place.plus(new Vector(-x, -y, sample / 200));
        light += lamp.power / (1 + gap.dot(gap));
      }
    }
    return light;
  }
}

export function makeScene(): Scene {
  return new Scene([new Lamp(new Vector(1, 2, 3), 4), new Lamp(new Vector(8, 3, 2), 9)]);
}
