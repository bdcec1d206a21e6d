import { useEffect, useState } from 'react';

/**
 * The value as it was when the screen was last painted: for what may follow a frame later, so that the frame that
 * answers a key is not kept waiting.
 */
export function useAfterPaint<T>(value: T): T {
  const [painted, setPainted] = useState(value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      // The frame is painted after its callbacks; a timer comes after the painting.
      timer = setTimeout(() => setPainted(value));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return painted;
}
