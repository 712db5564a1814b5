import { mapSync, imapSync, present } from 'doall/runtime'
import {
  computeResult,
  computeHeavyValue,
  computeHeavyValueInMain,
  computeHeavyValueTask,
  computeValue,
  computeDoubled,
  computeHeavyValue2,
  computeHeavyValue3,
  heavy,
} from './no-semicolons-lines.worker.js'

function log(...values) {
  console.log(...values)
}

export function main() {
  const numbers = [1, 2, 3]
  const results = mapSync(computeResult, [...numbers])
  // what the next line does
  ;[7].forEach((n) => log(n, results))

  for (const heavyValue of imapSync(computeHeavyValue, numbers)) {
    log(heavyValue)
  }
  // the next line again
  ;[9].forEach((n) => log(n))

  let sum = 0
  for (const heavyValue of imapSync(computeHeavyValueInMain, numbers)) {
    sum += heavyValue
  }
  ;+sum

  for (const heavyValue of imapSync(computeHeavyValueTask, present(numbers))) {
    log(heavyValue)
  }
  // a line in parentheses
  ;(() => log(sum))()

  for (const value of imapSync(computeValue, numbers)) {
    // about value
    ;[value].forEach(log)
    const next = heavy(value)
    // about both
    ;[value, next].forEach(log)
    ;(log)(next)
  }

  ;(() => log('between'))()
  const doubled = mapSync(computeDoubled, [...numbers])

  // a loop that begins with a semicolon
  for (const heavyValue of imapSync(computeHeavyValue2, [4, 5])) {
    log(heavyValue, doubled)
  }

  if (sum > 0)
  ;for (const heavyValue of imapSync(computeHeavyValue3, [6])) {
    log(heavyValue)
  }
}
