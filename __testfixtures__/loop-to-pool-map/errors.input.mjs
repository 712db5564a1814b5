function check(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  if (n === 7) throw new RangeError(`no ${n}`);
  return x;
}

export function main() {
  const numbers = [1, 3, 5, 7, 9];
  for (const n of numbers) {
    console.log('before', n);
    console.log(check(n));
  }
}
