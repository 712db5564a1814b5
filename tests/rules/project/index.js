export { half } from './math.js';
export { price } from './server.js';
