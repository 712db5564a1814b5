export function run() {
  return [['1', '2', '3'].map(parseInt), ['1', '2'].map(Number)];
}
