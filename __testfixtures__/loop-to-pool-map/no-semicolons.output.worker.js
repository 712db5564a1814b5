// doall: tasks of ./no-semicolons.js
import { task } from 'doall/runtime'

function heavy(n) {
  let x = n + 1
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648
  return x
}

export const computeResult = task(import.meta.url, 'computeResult', (n) => {
  const value = heavy(n)
  return value
})

export const computeBest = task(import.meta.url, 'computeBest', (n) => heavy(n))
