// Values of a worker's status word.

export const booting = 0;
export const idle = 1;
export const busy = 2;
export const dead = 3;
