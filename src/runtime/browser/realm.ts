// A browser has one realm, and all classes.

export const DomError = DOMException;
export const isForeign = false;
export const ERRORS = [
  Error,
  TypeError,
  RangeError,
  SyntaxError,
  ReferenceError,
  EvalError,
  URIError,
] as const;
