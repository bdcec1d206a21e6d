/** What zlib takes for its output at a time, in bytes; 64 is the least it takes. */
const most = 16 * 1024;

/** No more than there is: the memory of a hundred thousand small entries is given back late. */
export function pieceFor(size: number): number {
  return Math.max(64, Math.min(most, size + 1));
}
