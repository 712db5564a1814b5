export const limit = 3;

export function weigh(value) {
  let sum = 0;
  for (let i = 0; i < 100_000; i++) sum = (sum * 31 + value * i) % 1009;
  return sum;
}
