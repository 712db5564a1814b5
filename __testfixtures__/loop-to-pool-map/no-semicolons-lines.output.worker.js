// doall: tasks of ./no-semicolons-lines.js
import { task } from 'doall/runtime'

export function heavy(n) {
  let x = n + 1
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648
  return x
}

export const computeResult = task(import.meta.url, 'computeResult', (n) => heavy(n))

export const computeHeavyValue = task(import.meta.url, 'computeHeavyValue', (n) => heavy(n))

export const computeHeavyValueInMain = task(import.meta.url, 'computeHeavyValueInMain', (n) => heavy(n))

export const computeHeavyValueTask = task(import.meta.url, 'computeHeavyValueTask', (n) => heavy(n))

export const computeValue = task(import.meta.url, 'computeValue', (n) => heavy(n))

export const computeDoubled = task(import.meta.url, 'computeDoubled', (n) => {
  const value = heavy(n)
  return value * 2
})

export const computeHeavyValue2 = task(import.meta.url, 'computeHeavyValue2', (n) => heavy(n))

export const computeHeavyValue3 = task(import.meta.url, 'computeHeavyValue3', (n) => heavy(n))
