// The repository's bench.js as it stands: its seven pairs of images, compared a hundred times. What it prints counts, but for the time.
import { loadModule } from '../inputs.mjs';

export default () => async () => {
  const printed = [];
  const { log } = console;
  console.log = (...values) => printed.push(values);
  console.timeEnd = () => undefined;
  await loadModule('bench.js');
  console.log = log;
  return printed;
};
