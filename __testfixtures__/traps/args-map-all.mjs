function f() {
  return arguments.length;
}
export function run() {
  return [1, 2].map(f);
}
