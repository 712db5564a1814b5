import { heavy } from './heavy.mjs';
export async function run() {
  return Promise.all([1, 2, 3].map(async (x) => heavy(x)));
}
