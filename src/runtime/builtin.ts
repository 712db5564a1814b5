// Node's own modules, taken when they are needed: an `import` of one loads all that it can give, for which each worker
// would start later and hold more memory.

/** One of Node's own modules, by its name. */
export const builtin: typeof process.getBuiltinModule = (name: string) => process.getBuiltinModule(name);
