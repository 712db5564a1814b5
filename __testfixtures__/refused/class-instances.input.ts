import { EventEmitter } from 'node:events';

function heavy(n: number): number {
  let total = n;
  for (let i = 0; i < 2000; i++) total = (total * 31 + i) % 10007;
  return total;
}

class Secret {
  readonly #key: number;

  constructor(key: number) {
    this.#key = key;
  }

  cost(): number {
    return heavy(this.#key);
  }
}

class Branded {
  readonly key: number = 3;

  #own(): number {
    return heavy(this.key);
  }

  cost(): number {
    return this.#own();
  }
}

class Handler {
  readonly key: number = 4;
  readonly run = (): number => heavy(this.key);
}

class Emitter extends EventEmitter {
  readonly key: number = 5;

  cost(): number {
    return heavy(this.key);
  }
}

class Counter {
  static made = 0;
  readonly key: number;

  constructor(key: number) {
    Counter.made++;
    this.key = key;
  }
}

const keys: number[] = [1, 2, 3, 4];

const secrets: Secret[] = keys.map((key) => new Secret(key));
console.log(secrets.map((secret) => secret.cost()));

const branded = new Branded();
console.log(keys.map((key) => heavy(key) + branded.cost()));

const handler = new Handler();
console.log(keys.map((key) => heavy(key) + handler.key));

const emitter = new Emitter();
console.log(keys.map((key) => heavy(key) + emitter.cost()));

const counters = keys.map((key) => new Counter(heavy(key)));
console.log(counters.length, Counter.made);

function withLocalClass(): number[] {
  class Point {
    readonly x: number = 6;
  }
  const point: Point = new Point();
  return keys.map((key) => heavy(key) + point.x);
}
console.log(withLocalClass());
