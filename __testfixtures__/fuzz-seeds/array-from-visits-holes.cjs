function heavy(x) {
  let sum = 0;
  for (let n = 0; n < 7; n++) sum = (sum * 31 + (x ?? 3) * n) % 1009;
  return sum;
}
function main(items) {
  const direct = Array.from([5, , 6], (x) => heavy(x));
  const through = Array.from(items, (x) => heavy(x));
  return [direct, through];
}
console.log(JSON.stringify(main([3, , 7, 8])));
