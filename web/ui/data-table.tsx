// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out a million rows and place the rest
// biome-ignore-all lint/a11y/useFocusableInteractive: the rows have the focus, not their cells nor the head
import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import { createEffect, createMemo, createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import styles from './data-table.module.css';
import { type RowWindowRequest, rowWindow, scrollToRow } from './row-window.ts';
import { Skeleton } from './skeleton.tsx';

export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  /** A track of the grid, such as `2fr` or `8rem`. */
  readonly width: string;
  /** Numbers line up at the end. */
  readonly end?: boolean;
  /** Leaves on narrow screens: `wide` stays on wide ones only. */
  readonly from?: 'middle' | 'wide';
  /** Hidden, but read aloud, as with a column of menus. */
  readonly hideLabel?: boolean;
  readonly sortable?: boolean;
  /** May hold controls that are taller than a line. */
  readonly free?: boolean;
  readonly cell: (row: Row) => JSX.Element;
}

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

export interface DataTableProps<Row extends object> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rowCount: number;
  /** `undefined` while it is on its way: a skeleton stands in. Called for rows in sight only. */
  readonly rowAt: (index: number) => Row | undefined;
  /** In rem; two lines of text need 3.5. */
  readonly rowHeight?: number;
  readonly sorting?: Sorting | undefined;
  readonly onSort?: (sorting: Sorting) => void;
  /** Enter, or a click beside the controls of a row. */
  readonly onOpen?: (row: Row, index: number) => void;
  /** Any other key on a row; return true when it was used. */
  readonly onRowKey?: (event: KeyboardEvent, row: Row, index: number) => boolean;
  /** The rows in sight changed: the moment to fetch pages. `end` is one past the last. */
  readonly onWindow?: (first: number, end: number) => void;
  /** The head is read aloud only: for a list of one column. */
  readonly headless?: boolean;
  /** Shown instead of rows when there is none. */
  readonly empty?: JSX.Element;
}

const SPARE_ROWS = 8;
/** Columns give way before their texts do. */
const LEAST_WIDTH_PX = { narrow: 0, middle: 640, wide: 960 } as const;

/** A million rows or three: only those in sight are drawn. Arrows, j and k, Home, End and the page keys move. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  let scroller: HTMLDivElement | undefined;
  const [scrollTop, setScrollTop] = createSignal(0);
  const [viewHeight, setViewHeight] = createSignal(600);
  const [width, setWidth] = createSignal(1200);
  const [remPx, setRemPx] = createSignal(16);
  const [active, setActive] = createSignal(0);
  const rowHeight = () => (props.rowHeight ?? 2.5) * remPx();
  const request = (): RowWindowRequest => ({
    rowCount: props.rowCount,
    rowHeight: rowHeight(),
    viewHeight: viewHeight(),
    scrollTop: scrollTop(),
    spare: SPARE_ROWS,
  });
  const view = createMemo(() => rowWindow(request()));
  const activeRow = () => Math.min(active(), Math.max(0, props.rowCount - 1));
  const indexes = createMemo(() => {
    const { first, end } = view();
    const inSight = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
    // The row with the focus stays drawn wherever it is, or the focus would fall away.
    const kept = activeRow();
    const isOut = props.rowCount > 0 && (kept < first || kept >= end);
    return isOut ? [...inSight, kept] : inSight;
  });
  onMount(() => {
    const measure = () => {
      setViewHeight(scroller?.clientHeight || 600);
      setWidth(scroller?.clientWidth || 1200);
      setRemPx(Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
    };
    measure();
    if (typeof ResizeObserver === 'undefined' || !scroller) return;
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    onCleanup(() => observer.disconnect());
  });
  createEffect(() => props.onWindow?.(view().first, view().end));

  const focusRow = (index: number) => {
    const to = Math.max(0, Math.min(props.rowCount - 1, index));
    if (scroller) scroller.scrollTop = scrollToRow(to, { ...request(), scrollTop: scroller.scrollTop });
    setScrollTop(scroller?.scrollTop ?? 0);
    setActive(to);
    scroller?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const onRow = event.target instanceof HTMLElement && event.target.role === 'row';
    if (!onRow || event.ctrlKey || event.metaKey) return;
    const index = activeRow();
    const row = props.rowAt(index);
    if (row !== undefined && props.onRowKey?.(event, row, index)) return event.preventDefault();
    if (event.altKey) return;
    const page = Math.max(1, Math.floor(viewHeight() / rowHeight()) - 1);
    const moves: Record<string, () => void> = {
      ArrowDown: () => focusRow(index + 1),
      j: () => focusRow(index + 1),
      ArrowUp: () => focusRow(index - 1),
      k: () => focusRow(index - 1),
      PageDown: () => focusRow(index + page),
      PageUp: () => focusRow(index - page),
      Home: () => focusRow(0),
      End: () => focusRow(props.rowCount - 1),
      Enter: () => row !== undefined && props.onOpen?.(row, index),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  const open = (event: MouseEvent, index: number) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const row = props.rowAt(index);
    if (row === undefined || target?.closest('a, button, input, select, label, [popover]')) return;
    props.onOpen?.(row, index);
  };
  const columns = createMemo(() =>
    props.columns.filter((column) => width() >= LEAST_WIDTH_PX[column.from ?? 'narrow']),
  );
  const columnTracks = () =>
    columns()
      .map((column) => column.width)
      .join(' ');
  return (
    <div
      role="grid"
      aria-label={props.label}
      aria-rowcount={props.rowCount + 1}
      aria-colcount={columns().length}
      class={styles.table}
      style={{ '--columns': columnTracks() }}
    >
      <div role="rowgroup" classList={{ 'aside-from-sight': props.headless ?? false }}>
        <div role="row" aria-rowindex={1} class={styles.head}>
          <For each={columns()}>
            {(column) => <HeadCell column={column} sorting={props.sorting} onSort={props.onSort} />}
          </For>
        </div>
      </div>
      <div
        ref={scroller}
        role="rowgroup"
        class={styles.scroll}
        onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" style={{ 'block-size': `${view().height}px` }} />
        <For each={indexes()}>
          {(index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of a row are heard by the group around it
            <div
              role="row"
              data-index={index}
              aria-rowindex={index + 2}
              tabindex={index === activeRow() ? 0 : -1}
              class={styles.row}
              classList={{ [styles.openable ?? '']: props.onOpen !== undefined }}
              style={{
                'block-size': `${rowHeight()}px`,
                transform: `translateY(${view().origin + index * rowHeight()}px)`,
              }}
              onFocusIn={() => setActive(index)}
              onClick={(event) => open(event, index)}
            >
              <RowCells row={props.rowAt(index)} columns={columns()} />
            </div>
          )}
        </For>
        <Show when={props.rowCount === 0}>{props.empty}</Show>
      </div>
    </div>
  );
}

function RowCells<Row extends object>(props: {
  readonly row: Row | undefined;
  readonly columns: readonly Column<Row>[];
}) {
  return (
    <For each={props.columns}>
      {(column) => (
        <div role="gridcell" class={columnClass(column)}>
          <Show when={props.row} keyed fallback={<Skeleton width={6} />}>
            {(row) => column.cell(row)}
          </Show>
        </div>
      )}
    </For>
  );
}

function HeadCell<Row>(props: {
  readonly column: Column<Row>;
  readonly sorting: Sorting | undefined;
  readonly onSort: ((sorting: Sorting) => void) | undefined;
}) {
  const isSorted = () => props.sorting?.column === props.column.id;
  const direction = () => (isSorted() ? (props.sorting?.descending ? 'descending' : 'ascending') : undefined);
  const turn = () =>
    props.onSort?.({
      column: props.column.id,
      descending: isSorted() ? !props.sorting?.descending : (props.column.end ?? false),
    });
  return (
    <div role="columnheader" aria-sort={direction()} class={columnClass(props.column)}>
      <Show
        when={props.column.sortable && props.onSort}
        fallback={
          <span classList={{ 'aside-from-sight': props.column.hideLabel ?? false }}>
            {props.column.label}
          </span>
        }
      >
        <button
          type="button"
          class={styles.sort}
          classList={{ [styles.sorted ?? '']: isSorted() }}
          onClick={turn}
        >
          {props.column.label}
          <Show when={isSorted()}>
            {props.sorting?.descending ? (
              <ArrowDown size={12} aria-hidden="true" />
            ) : (
              <ArrowUp size={12} aria-hidden="true" />
            )}
          </Show>
        </button>
      </Show>
    </div>
  );
}

function columnClass<Row>(column: Column<Row>): string {
  const parts = [styles.cell];
  if (column.end) parts.push(styles.end);
  if (column.free) parts.push(styles.free);
  return parts.join(' ');
}
