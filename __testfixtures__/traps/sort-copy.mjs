import { heavy } from './heavy.mjs';
export function run() {
  const rows = [
    [3, 1, 2],
    [9, 7, 8],
  ];
  const out = [];
  for (const r of rows) {
    const s = [...r].sort((a, b) => a - b);
    out.push(heavy(s[0]));
  }
  return [out, rows];
}
