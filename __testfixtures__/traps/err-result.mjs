import { heavy } from './heavy.mjs';
const p = (s) => {
  try {
    return JSON.parse(s);
  } catch (e) {
    return e;
  }
};
export function run() {
  return ['1', 'x'].map((s) => {
    const r = p(s);
    heavy(1);
    return r instanceof SyntaxError;
  });
}
