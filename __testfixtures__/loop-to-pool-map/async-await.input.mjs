function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export async function main() {
  const numbers = [1, 2, 3];
  const results = [];
  for (const n of numbers) {
    results.push(heavy(n));
  }
  let total = 0;
  for (const n of numbers) total += heavy(n + 1);
  console.log(results, total, numbers.map((n) => heavy(n)).join());
}
