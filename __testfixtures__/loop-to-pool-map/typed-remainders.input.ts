type Shape = { kind: 'circle'; r: number } | { kind: 'square'; side: number };
type Message = { kind: 'n'; payload: number } | { kind: 's'; payload: string };

function heavy(n: number): number {
  let h = n;
  for (let i = 0; i < 20000; i++) h = (h * 31 + i) % 1000003;
  return h;
}

function assertText(x: unknown): asserts x is string {
  if (typeof x !== 'string') throw new TypeError('no text');
}

export function shapes(xs: number[]): Map<number, Shape> {
  const found = new Map<number, Shape>();
  for (const x of xs) found.set(x, { kind: 'circle', r: heavy(x) });
  return found;
}

export function pairs(n: number): [number, number][] {
  const out = new Array<[number, number]>(n);
  for (let i = 0; i < n; i++) out[i] = [i, heavy(i)];
  return out;
}

export function choices(xs: number[]): Map<number, { size: 'big' | 'small'; value: number }> {
  const found = new Map<number, { size: 'big' | 'small'; value: number }>();
  for (const x of xs) {
    const value = heavy(x);
    const size = value > 5e5 ? 'big' : 'small';
    found.set(x, { size, value });
    console.log(value);
  }
  return found;
}

export function texts(xs: (string | number)[]): Map<number, string> {
  const out = new Map<number, string>();
  for (const x of xs) {
    const isText = typeof x === 'string';
    const value = heavy(isText ? x.length : x);
    if (isText) out.set(value, x);
    else out.set(value, 'none');
  }
  return out;
}

export function sums(messages: Message[]): { n: number; s: string } {
  const sums = { n: 0, s: '' };
  for (const message of messages) {
    const { kind, payload } = message;
    const value = heavy(kind.length);
    if (kind === 'n') sums.n += payload + value;
    else sums.s = payload;
  }
  return sums;
}

export function asserted(xs: (string | null)[]): void {
  for (const x of xs) {
    assertText(x);
    const value = heavy(x.length);
    console.log(x.length, value);
  }
}

export function guarded(xs: (string | null)[]): void {
  for (const x of xs) {
    console.log('next');
    if (x === null) throw new RangeError('nothing');
    const value = heavy(x.length);
    console.log(x.length, value);
  }
}

function attempt(run: () => void): void {
  try {
    run();
  } catch (error) {
    console.log(String(error));
  }
}

export function main(): void {
  console.log(shapes([1, 2]), pairs(3), choices([1, 2, 3]), texts(['ab', 3]));
  console.log(
    sums([
      { kind: 'n', payload: 2 },
      { kind: 's', payload: 'b' },
    ]),
  );
  attempt(() => asserted(['a', 'b', null, 'c']));
  attempt(() => guarded(['a', 'b', null, 'c']));
}
