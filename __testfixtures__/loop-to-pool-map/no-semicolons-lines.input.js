function heavy(n) {
  let x = n + 1
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648
  return x
}

function log(...values) {
  console.log(...values)
}

export function main() {
  const numbers = [1, 2, 3]
  const results = []
  for (const n of numbers) results.push(heavy(n))
  // what the next line does
  ;[7].forEach((n) => log(n, results))

  for (const n of numbers) log(heavy(n))
  // the next line again
  ;[9].forEach((n) => log(n))

  let sum = 0
  for (const n of numbers) sum += heavy(n)
  ;+sum

  numbers.forEach((n) => {
    log(heavy(n))
  })
  // a line in parentheses
  ;(() => log(sum))()

  for (const n of numbers) {
    const value = heavy(n)
    // about value
    ;[value].forEach(log)
    const next = heavy(value)
    // about both
    ;[value, next].forEach(log)
    ;(log)(next)
  }

  const doubled = []
  ;(() => log('between'))()
  for (const n of numbers) {
    const value = heavy(n)
    doubled.push(value * 2)
  }

  // a loop that begins with a semicolon
  ;[4, 5].forEach((n) => {
    log(heavy(n), doubled)
  })

  if (sum > 0)
  ;[6].forEach((n) => log(heavy(n)))
}
