// doall: tasks of ./array-methods.mjs
import { task } from 'doall/runtime';

export function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

const isOdd = (n) => heavy(n) % 2 === 1;

export const computeResult = task(import.meta.url, 'computeResult', (n) => heavy(n) % 100);

export const isKeptN = task(import.meta.url, 'isKeptN', (n) => isOdd(n));

export const computeResultInMain = task(import.meta.url, 'computeResultInMain', (n) =>
  n > 3 ? [heavy(n), n] : [],
);

export const isMatchingN = task(import.meta.url, 'isMatchingN', (n) => heavy(n) === 7);

export const isMatchingNInMain = task(import.meta.url, 'isMatchingNInMain', (n) => heavy(n) >= 0);

export const isMatchingNTask = task(import.meta.url, 'isMatchingNTask', (n) => heavy(n) % 3 === 0);

export const isMatchingN2 = task(import.meta.url, 'isMatchingN2', (n) => heavy(n) % 5 === 0);

export const computeHeavy = task(import.meta.url, 'computeHeavy', (i) => heavy(i));
