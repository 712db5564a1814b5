import { mapSync, imapSync } from 'doall/runtime'
import { computeResult, computeBest } from './no-semicolons.worker.js'

export function main() {
  const numbers = [1, 2, 3]
  const results = mapSync(computeResult, [...numbers])
  ;[1, 2].forEach((n) => console.log(n))
  let best = -1
  for (const value of imapSync(computeBest, numbers)) {
    if (value > best) best = value
  }
  ;(() => console.log(results, best))()
}
