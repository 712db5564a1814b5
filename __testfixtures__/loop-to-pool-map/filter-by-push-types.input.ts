function isHeavy(x: number): boolean {
  let t = 0;
  for (let i = 0; i < 2e5; i++) t = (t * 31 + x * i) % 1009;
  return t % 3 === 0;
}

export function keep(items: number[]): number[] {
  const kept: number[] = [];
  for (const item of items) {
    if (isHeavy(item)) kept.push(item);
  }
  return kept;
}

export function indices(count: number): number[] {
  const kept: number[] = [];
  for (let i = 0; i < count; i++) {
    if (!isHeavy(i)) continue;
    kept.push(i);
  }
  return kept;
}

console.log(JSON.stringify([keep([5, 3, 8, 1]), indices(12)]));
