import { quarter } from './cycle.js';

export const eighth = (x) => quarter(x) / 2;
