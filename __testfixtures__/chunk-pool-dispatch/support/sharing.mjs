const nothing = {};
export default (word) => (word === 'one' ? { word } : nothing);
