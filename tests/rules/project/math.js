export const half = (x) => x / 2;
export const table = new Map([[1, 2]]);
