class Stack extends Array {}
function heavy(x) {
  let sum = 0;
  for (let n = 0; n < 7; n++) sum = (sum * 31 + (x ?? 3) * n) % 1009;
  return sum;
}
function main(items) {
  return Array.from(items, (x) => heavy(x));
}
console.log(main(Stack.of(1, 2, 3, 4)).constructor.name);
