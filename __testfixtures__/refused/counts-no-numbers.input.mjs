// `range` gives numbers: loops that count BigInts, or join strings, are left.
function slow(x) {
  let y = Number(x);
  for (let i = 0; i < 1000; i++) y = Math.sin(y) + 1;
  return y;
}

export function bigs() {
  const out = [];
  for (let i = 0n; i < 4n; i++) out.push(slow(i));
  return out;
}

export function joined(from) {
  const out = [];
  for (let i = from; i < 200; i += 1) out.push(slow(i));
  return out;
}

console.log(bigs(), joined('1'), joined(198));
