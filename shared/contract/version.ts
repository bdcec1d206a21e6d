/** The contract's version: a window built for another one is told so instead of guessing. */
export const contractVersion = 1;
