import { half } from './math.js';
import './cycle-back.js';

export const quarter = (x) => half(half(x));
