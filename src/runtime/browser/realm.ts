// A browser has one realm, and all classes.

export const DomError = DOMException;
export const isForeign = false;
