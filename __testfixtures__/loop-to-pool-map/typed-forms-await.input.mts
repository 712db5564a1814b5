async function wait(): Promise<number> {
  return 20000;
}

function work(n: number, rounds: number): number {
  let x = n + 1;
  for (let i = 0; i < rounds; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export async function main(): Promise<void> {
  const rounds = await wait();
  const numbers = [1, 2, 3];
  const first = numbers.map((n): number => work(n, rounds))[0];
  console.log(first);
  for (const n of numbers) {
    console.log(work(n, rounds));
  }
}
