function heavy(n: number): number {
  let x = n + 1;
  for (let i = 0; i < 1e6; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}
export function a(numbers: number[]) {
  const ps = numbers.map(async (n) => heavy(n));
  ps[0].then(console.log);
  return ps;
}
export async function s(numbers: number[]) {
  return await Promise.allSettled(numbers.map(async (n) => { if (n > 3) throw new Error('x'); return heavy(n); }));
}
export function f(numbers: number[]) {
  return Promise.all(numbers.map(async (n) => { if (n > 3) throw new Error('x'); return heavy(n); }));
}
export function g(numbers: number[]) {
  const out = [];
  for (const n of numbers) out.push((async () => heavy(n))());
  return out;
}
