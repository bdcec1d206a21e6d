/** A window as the rest of the main process sees it: no Electron in it, so that a test can stand in for one. */
export interface AppWindow {
  /** The id of its web contents. */
  readonly id: number;
  readonly send: (channel: string, message: unknown) => void;
  readonly focus: () => void;
  readonly close: () => void;
}
