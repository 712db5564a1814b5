/** Each value depends on the one before. */
export function walk(n) {
  const out = [1];
  for (let i = 1; i < n; i++) {
    let x = out[i - 1];
    for (let j = 0; j < 20000; j++) x = (x * 1103515245 + 12345) % 2147483648;
    out[i] = x;
  }
  return out;
}
