function heavy(x) {
  let sum = 0;
  for (let n = 0; n < 7; n++) sum = (sum * 31 + (x ?? 3) * n) % 1009;
  return sum;
}
function main(items) {
  const inside = () => {
    const out = [];
    let total = 0;
    const lazy = {
      get value() {
        total += 1;
        return total;
      },
    };
    for (const x of items) {
      out.push(lazy.value + heavy(total));
    }
    return { out, total };
  };
  return inside();
}
console.log(main([3, 5, 7]).out.join());
