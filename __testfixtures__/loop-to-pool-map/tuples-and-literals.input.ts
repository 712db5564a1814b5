interface Rated {
  kind: 'odd' | 'even';
  range: [number, number];
}

const digits = /^\d+$/;

function work(n: number, factor: number): number {
  let x = n * factor;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export function rate(numbers: number[], factor?: number): Rated[] {
  if (factor === undefined) return [];
  const rated: Rated[] = [];
  for (const n of numbers) {
    const value = work(n, factor);
    const text = `
      value ${value}
    `;
    rated.push({
      kind: value % 2 === 0 && digits.test(text.trim()) ? 'even' : 'odd',
      range: [n, value],
    });
  }
  return rated;
}

export function main(): void {
  console.log(rate([1, 2, 3], 7));
}
