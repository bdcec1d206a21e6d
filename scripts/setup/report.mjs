// What the scripts tell the user. All of it goes to stderr: stdout belongs to the program they start.

/** A failure the user can do something about: the message says what happened and what to type next. */
export class SetupError extends Error {}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a script's body; a `SetupError` is shown as its message alone, anything else is a bug and keeps its stack.
 * @param {() => Promise<number>} body resolves to the exit code
 */
export async function main(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    say(error instanceof SetupError ? `\n${error.message}` : `\n${/** @type {Error} */ (error).stack}`);
    process.exitCode = 1;
  }
}
