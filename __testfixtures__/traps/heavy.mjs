/** Work that a rewrite would want to move; the same for the same number. */
export function heavy(n) {
  let s = 0;
  for (let i = 0; i < 200; i++) s = (s * 31 + n + i) % 1000003;
  return s;
}
