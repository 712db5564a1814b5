// The timers as they are when the page starts.

export const { setTimeout, clearTimeout } = globalThis;
