export function samples(n) {
  const out = [];
  for (let i = 0; i < n; i++) {
    let x = 0;
    for (let j = 0; j < 20000; j++) x += Math.random();
    out.push(x);
  }
  return out;
}
