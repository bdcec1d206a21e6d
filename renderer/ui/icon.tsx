/** Small line drawings on a 16-px grid; names are said by what carries them. */
const drawings = {
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.4 10.4 13.5 13.5',
  close: 'M4 4l8 8M12 4l-8 8',
  open: 'M6 4l4 4-4 4',
  arrow: 'M3 8h9.5M9 4.5 12.5 8 9 11.5',
  detach: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM5.5 8h5',
  attach: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM5.5 8h5M8 5.5v5',
  remove: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5M6.8 7v3.5M9.2 7v3.5',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H7M5.5 3.5l-3 3 3 3',
  redo: 'M13 6.5H6.5a3.5 3.5 0 0 0 0 7H9M10.5 3.5l3 3-3 3',
  saved: 'M3.5 8.5l3 3 6-7',
  leftPane: 'M2.5 3h11v10h-11zM6.5 3v10',
  rightPane: 'M2.5 3h11v10h-11zM9.5 3v10',
  copies: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
