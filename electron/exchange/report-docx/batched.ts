/** In UTF-16 units. */
const size = 64 * 1024;

/** The same text in larger pieces: each one that an archive is given costs it a turn. */
export function* batched(pieces: Iterable<string>): Generator<string> {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < size) continue;
    yield batch;
    batch = '';
  }
  if (batch !== '') yield batch;
}
