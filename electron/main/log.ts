/** One line on stderr a happening. Standard output belongs to what the app promises to print there. */
export type Log = (line: string) => void;

export const logToStderr: Log = (line) => {
  process.stderr.write(`variorum: ${line}\n`);
};

/** A bug's name, message and stack. */
export function describeBug(error: unknown): string {
  return error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
}
