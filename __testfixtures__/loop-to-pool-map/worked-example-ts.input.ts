type Pair = [number, number];

function heavy(n: number): number {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export function combine(pairs: Pair[], k: number): number[] {
  const results: number[] = [];
  for (const [a, b] of pairs) {
    results.push((heavy(a) + b) * k);
  }
  return results;
}

export function main(): void {
  const pairs: Pair[] = [];
  for (let i = 0; i < 20; i++) pairs.push([i, 100 + i]);
  console.log(combine(pairs, 100));
}
