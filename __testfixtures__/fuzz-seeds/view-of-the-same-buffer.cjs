function heavy(x) {
  let sum = 0;
  for (let n = 0; n < 7; n++) sum = (sum * 31 + (x ?? 3) * n) % 1009;
  return sum;
}
function main(items) {
  const floats = new Float64Array(8);
  const view = floats.subarray(2);
  const out = [];
  for (const x of items) {
    view[0] = x;
    out.push(heavy(floats[2]));
  }
  return { out, floats, view };
}
console.log(main([3, 5, 7]).out.join());
