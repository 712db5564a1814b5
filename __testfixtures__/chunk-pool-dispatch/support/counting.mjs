let calls = 0;
export default (word) => `${word} ${++calls}`;
