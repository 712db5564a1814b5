/** @param {string} word */
export default (word) => {
  let sum = 0;
  for (let i = 0; i < 1e6; i++) sum += Math.sqrt(i * word.length);
  return sum;
};
