/** How much an archive may hold; what goes beyond is refused before anything is unpacked. */

export interface ArchiveLimits {
  readonly entries: number;
  /** Of all entries unpacked, in bytes. */
  readonly total: number;
  /** Of one entry unpacked, in bytes. */
  readonly entry: number;
  /** How many times larger than packed an entry may be; entries of at most `ratioFrom` bytes may be any. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

const megabyte = 1024 * 1024;

/** For archives whose entries are read one after the other, and held only while they are. */
export const usualArchiveLimits: ArchiveLimits = {
  entries: 100_000,
  total: 4096 * megabyte,
  entry: 2048 * megabyte,
  ratio: 200,
  ratioFrom: megabyte,
};

/** For one document that is an archive itself: a .docx, .odt or .epub. */
export const documentArchiveLimits: ArchiveLimits = {
  entries: 20_000,
  total: 1024 * megabyte,
  entry: 512 * megabyte,
  ratio: 200,
  ratioFrom: megabyte,
};
