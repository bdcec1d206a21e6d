import {
  memo,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { rowsInView, scrollToShow, totalSize, type RowPlaces } from './windowed-rows.ts';

/** One visible line of a tree: the rows of folded branches are left out by whoever makes the list. */
export interface TreeRow {
  readonly key: string;
  readonly level: number;
  /** What typing finds. */
  readonly text: string;
  /** Set for a branch. */
  readonly expanded?: boolean;
  /** Its place among its siblings, from 1, and how many they are. */
  readonly place: number;
  readonly siblings: number;
}

/** The lines of a tree, each made when it is asked for. */
export interface TreeRows<R extends TreeRow> extends RowPlaces {
  readonly lineAt: (row: number) => R | undefined;
  /** −1 where there is none. */
  readonly indexOf: (key: string) => number;
}

interface WindowedTreeProps<R extends TreeRow> {
  readonly label: string;
  readonly rows: TreeRows<R>;
  /** The row that is open. */
  readonly current: string | null;
  /** When it changes, other rows are listed: these are seen from the first on. */
  readonly list: string;
  readonly onOpen: (row: R) => void;
  readonly onToggle: (row: R, expanded: boolean) => void;
  /** Must be the same function from render to render: rows are drawn again only when it or they change. */
  readonly drawRow: (row: R) => ReactNode;
}

const overscan = 4;
const typingPause = 600;

/**
 * A tree that draws only the rows on screen, so that a hundred thousand cost as much as ten. Rows have known sizes;
 * the focus stays on the tree, the active row is named by `aria-activedescendant`.
 */
export function WindowedTree<R extends TreeRow>({
  label,
  rows,
  current,
  list,
  onOpen,
  onToggle,
  drawRow,
}: WindowedTreeProps<R>) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const [active, setActive] = useState<string | null>(current);
  const rowAt = (key: string | null): number => (key === null ? -1 : rows.indexOf(key));
  const activeAt = useMemo(() => {
    const at = rowAt(active);
    return Math.max(0, at === -1 ? rowAt(current) : at);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [rows, active, current]);
  const { from, to } = rowsInView(rows, top, height, overscan);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const show = (at: number): void => {
    const element = box.current;
    if (element !== null) element.scrollTop = scrollToShow(rows, at, element.scrollTop, element.clientHeight);
  };

  useEffect(() => {
    const at = rowAt(current);
    if (at === -1) return;
    setActive(current);
    show(at);
    // The open row is followed when it changes, not whenever the list does.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [current]);

  const listed = useRef(list);
  useLayoutEffect(() => {
    if (listed.current === list) return;
    listed.current = list;
    if (box.current !== null) box.current.scrollTop = 0;
  }, [list]);

  const activate = (at: number): void => {
    const within = Math.max(0, Math.min(rows.count - 1, at));
    const row = rows.lineAt(within);
    if (row === undefined) return;
    setActive(row.key);
    show(within);
  };

  const type = (letter: string): void => {
    const now = performance.now();
    typed.current = { text: (now - typed.current.at < typingPause ? typed.current.text : '') + letter, at: now };
    const { text } = typed.current;
    const first = text.length === 1 ? activeAt + 1 : activeAt;
    for (let step = 0; step < rows.count; step += 1) {
      const at = (first + step) % rows.count;
      if (rows.lineAt(at)?.text.toLowerCase().startsWith(text.toLowerCase()) === true) return activate(at);
    }
    return undefined;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows.lineAt(activeAt);
    const size = rows.startOf(activeAt + 1) - rows.startOf(activeAt);
    const page = Math.max(1, Math.floor(height / Math.max(1, size)) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: activeAt + 1,
      ArrowUp: activeAt - 1,
      PageDown: activeAt + page,
      PageUp: activeAt - page,
      Home: 0,
      End: rows.count - 1,
    };
    const move = moves[event.key];
    if (move !== undefined) activate(move);
    else if (row === undefined) return;
    else if (event.key === 'Enter' || (event.key === ' ' && typed.current.text === '')) {
      if (row.expanded === undefined) onOpen(row);
      else onToggle(row, !row.expanded);
    } else if (event.key === 'ArrowRight' && row.expanded === false) onToggle(row, true);
    else if (event.key === 'ArrowRight' && row.expanded === true) activate(activeAt + 1);
    else if (event.key === 'ArrowLeft' && row.expanded === true) onToggle(row, false);
    else if (event.key === 'ArrowLeft') activate(parentOf(rows, activeAt));
    else if (/^\p{L}$/u.test(event.key)) type(event.key);
    else return;
    event.preventDefault();
  };

  // Rows are not drawn again for a new handler, so they ask for the latest one.
  const latest = useRef({ onOpen, onToggle });
  latest.current = { onOpen, onToggle };
  const press = useCallback((row: TreeRow): void => {
    setActive(row.key);
    if (row.expanded === undefined) latest.current.onOpen(row as R);
    else latest.current.onToggle(row as R, !row.expanded);
  }, []);

  const drawn = [];
  if (rows.count > 0 && (activeAt < from || activeAt >= to)) drawn.push(activeAt);
  for (let at = from; at < to; at += 1) drawn.push(at);

  return (
    <div
      ref={box}
      className="tree"
      role="tree"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={rows.count > 0 ? `${id}-${rows.lineAt(activeAt)?.key ?? ''}` : undefined}
      onKeyDown={onKeyDown}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div className="tree-rows" role="presentation" style={{ blockSize: totalSize(rows) }}>
        {drawn.map((at) => {
          const row = rows.lineAt(at);
          if (row === undefined) return null;
          return (
            <TreeRowBox
              key={row.key}
              id={`${id}-${row.key}`}
              row={row}
              start={rows.startOf(at)}
              size={rows.startOf(at + 1) - rows.startOf(at)}
              isCurrent={row.key === current}
              isActive={at === activeAt}
              drawRow={drawRow as (row: TreeRow) => ReactNode}
              press={press}
            />
          );
        })}
      </div>
    </div>
  );
}

interface TreeRowBoxProps {
  readonly id: string;
  readonly row: TreeRow;
  readonly start: number;
  readonly size: number;
  readonly isCurrent: boolean;
  readonly isActive: boolean;
  readonly drawRow: (row: TreeRow) => ReactNode;
  readonly press: (row: TreeRow) => void;
}

// The tree has the focus and the keys; its rows are named by `aria-activedescendant`.
/* oxlint-disable jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */
const TreeRowBox = memo(function TreeRowBox({
  id,
  row,
  start,
  size,
  isCurrent,
  isActive,
  drawRow,
  press,
}: TreeRowBoxProps) {
  const isBranch = row.expanded !== undefined;
  return (
    <div
      id={id}
      role="treeitem"
      className="tree-row"
      data-level={row.level}
      data-branch={isBranch || undefined}
      data-active={isActive || undefined}
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-expanded={row.expanded}
      aria-selected={isBranch ? undefined : isCurrent}
      aria-current={isCurrent ? 'page' : undefined}
      style={{ insetBlockStart: start, blockSize: size }}
      onClick={() => press(row)}
    >
      {drawRow(row)}
    </div>
  );
});
/* oxlint-enable jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */

function parentOf(rows: TreeRows<TreeRow>, at: number): number {
  const level = rows.lineAt(at)?.level ?? 1;
  if (level === 1) return at;
  for (let above = at - 1; above >= 0; above -= 1) if ((rows.lineAt(above)?.level ?? 1) < level) return above;
  return at;
}
