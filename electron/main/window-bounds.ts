/** Where a window opens: where it was, as far as today's screens allow. All numbers in device-independent pixels. */

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a window was when it was last moved. */
export interface WindowPlace extends Rectangle {
  readonly maximized: boolean;
}

export const smallest = { width: 720, height: 480 } as const;
const usual = { width: 1320, height: 880 } as const;
/** How much of a window must be seen on a screen to be found and moved. */
const grip = { width: 120, height: 60 } as const;
const step = 28;

/**
 * @param screens the work areas of all displays, the primary one first; at least one
 * @param remembered where a window of this project was last
 * @param others how many windows of this project are open already: each later one is shifted a little
 */
export function placeWindow(
  screens: readonly [Rectangle, ...Rectangle[]],
  remembered: WindowPlace | null,
  others: number,
): WindowPlace {
  const screen = (remembered && screens.find((area) => isInReach(remembered, area))) ?? null;
  if (remembered === null || screen === null) return shifted(centred(screens[0]), screens[0], others);
  const width = clamp(remembered.width, Math.min(smallest.width, screen.width), screen.width);
  const height = clamp(remembered.height, Math.min(smallest.height, screen.height), screen.height);
  const place = { ...fitted({ ...remembered, width, height }, screen), maximized: remembered.maximized };
  return shifted(place, screen, others);
}

function centred(screen: Rectangle): WindowPlace {
  const width = Math.min(usual.width, screen.width);
  const height = Math.min(usual.height, screen.height);
  const x = screen.x + Math.floor((screen.width - width) / 2);
  const y = screen.y + Math.floor((screen.height - height) / 2);
  return { x, y, width, height, maximized: false };
}

function shifted(place: WindowPlace, screen: Rectangle, others: number): WindowPlace {
  if (others === 0) return place;
  const moved = { ...place, x: place.x + others * step, y: place.y + others * step };
  return { ...fitted(moved, screen), maximized: false };
}

function fitted<R extends Rectangle>(place: R, screen: Rectangle): R {
  const x = clamp(place.x, screen.x, screen.x + Math.max(0, screen.width - place.width));
  const y = clamp(place.y, screen.y, screen.y + Math.max(0, screen.height - place.height));
  return { ...place, x, y };
}

function isInReach(place: Rectangle, screen: Rectangle): boolean {
  const width = Math.min(place.x + place.width, screen.x + screen.width) - Math.max(place.x, screen.x);
  const height = Math.min(place.y + place.height, screen.y + screen.height) - Math.max(place.y, screen.y);
  return width >= grip.width && height >= grip.height;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
