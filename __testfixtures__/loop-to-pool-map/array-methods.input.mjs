function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

const isOdd = (n) => heavy(n) % 2 === 1;

export function main() {
  const numbers = [3, 1, 4, 1, 5, 9, 2, 6];
  console.log(numbers.map((n) => heavy(n) % 100));
  console.log(numbers.filter((n) => isOdd(n)));
  console.log(numbers.flatMap((n) => (n > 3 ? [heavy(n), n] : [])));
  console.log(numbers.some((n) => heavy(n) === 7));
  console.log(numbers.every((n) => heavy(n) >= 0));
  console.log(numbers.find((n) => heavy(n) % 3 === 0));
  console.log(numbers.findIndex((n) => heavy(n) % 5 === 0));
  console.log(numbers.map((n, i) => heavy(n) + i).reduce((a, b) => a + b, 0));
  console.log(Array.from({ length: 5 }, (_, i) => heavy(i)));
}
