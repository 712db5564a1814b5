// Two views of one buffer: the same index is not the same cell.
function slow(x) {
  let y = x;
  for (let i = 0; i < 1000; i++) y = Math.sin(y) + x;
  return y;
}

const cells = Float64Array.from({ length: 17 }, (_, i) => i);

export function ahead(n) {
  const shifted = cells.subarray(1);
  for (let i = 0; i < n; i++) {
    shifted[i] = slow(cells[i]);
  }
}

export function given(from, to) {
  for (let i = 0; i < from.length; i++) {
    to[i] = slow(from[i]);
  }
}

ahead(8);
given(cells, cells.subarray(2));
console.log(cells.join(' '));
