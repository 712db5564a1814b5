function heavy(n) {
  let x = n + 1
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648
  return x
}

export function main() {
  const numbers = [1, 2, 3]
  const results = []
  for (const n of numbers) {
    const value = heavy(n)
    results.push(value)
  }
  ;[1, 2].forEach((n) => console.log(n))
  let best = -1
  for (const n of numbers) {
    const value = heavy(n)
    if (value > best) best = value
  }
  ;(() => console.log(results, best))()
}
