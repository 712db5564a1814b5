import { heavy } from './heavy.mjs';
export function run() {
  let ok = true;
  for (let i = 0; i < 4; i++) ok = ok && heavy(i) > 3;
  let any = false;
  for (let i = 0; i < 4; i++) any ||= heavy(i) === 5;
  let n = null;
  for (let i = 0; i < 4; i++) n ??= heavy(i);
  return [ok, any, n];
}
