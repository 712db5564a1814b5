// doall: tasks of ./worked-example-light.mjs
import { task } from 'doall/runtime';

export const computeResult = task(import.meta.url, 'computeResult', ([a, b], { k }) => {
  let product = (a + b) * k;
  for (let i = 0; i < 1000; i++) product = (product * 31 + i) % 1000003;
  return product;
});
