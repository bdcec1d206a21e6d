/** Finds in a JSON text, piece by piece, where a list begins. */

export interface ListOpening {
  /** The index after the bracket that opens the list in this piece; -1 where it does not begin there. */
  readonly take: (piece: string) => number;
  /** There cannot be one any more. */
  readonly isHopeless: () => boolean;
}

/** The text is nothing but the list. */
export function openingOfAll(): ListOpening {
  let isHopeless = false;
  return {
    take: (piece) => {
      const at = piece.search(/\S/u);
      if (at === -1) return -1;
      isHopeless = piece[at] !== '[';
      return isHopeless ? -1 : at + 1;
    },
    isHopeless: () => isHopeless,
  };
}

/** The value of the first key of this name that is a list, however deep. @param key without what JSON escapes */
export function openingOfKey(key: string): ListOpening {
  let isInString = false;
  let isEscaped = false;
  /** The string as far as it may be the key. */
  let word = '';
  let state: 'anywhere' | 'after the key' | 'after the colon' = 'anywhere';

  const inString = (unit: string): void => {
    if (isEscaped) isEscaped = false;
    else if (unit === '\\') isEscaped = true;
    else if (unit === '"') {
      isInString = false;
      state = word === key ? 'after the key' : 'anywhere';
      return;
    }
    if (word.length <= key.length) word += unit;
  };
  /** @returns whether the list begins after this character */
  const outside = (unit: string): boolean => {
    if (unit === '"') {
      isInString = true;
      word = '';
      state = 'anywhere';
    } else if (unit === '[' && state === 'after the colon') return true;
    else if (unit === ':' && state === 'after the key') state = 'after the colon';
    else if (unit.trim() !== '') state = 'anywhere';
    return false;
  };
  return {
    take: (piece) => {
      for (let at = 0; at < piece.length; at += 1) {
        const unit = piece.charAt(at);
        if (isInString) inString(unit);
        else if (outside(unit)) return at + 1;
      }
      return -1;
    },
    isHopeless: () => false,
  };
}
