/**
 * Which rows of a fixed height are in sight, and where they stand. A browser caps how tall an element
 * can be (Firefox below 18 million pixels), so beyond `MAX_HEIGHT_PX` the list is taller than its
 * scrollbar says and scrolling is stretched: the first and the last row stay reachable at any size.
 */
export const MAX_HEIGHT_PX = 12_000_000;

export interface RowWindowRequest {
  readonly rowCount: number;
  readonly rowHeight: number;
  readonly viewHeight: number;
  readonly scrollTop: number;
  /** Rows drawn beyond each edge. */
  readonly spare: number;
}

export interface RowWindow {
  /** Height of the scrolled element. */
  readonly height: number;
  readonly first: number;
  /** One past the last. */
  readonly end: number;
  /** Where the row at index 0 stands in the scrolled element, now. */
  readonly origin: number;
}

export function rowWindow(request: RowWindowRequest): RowWindow {
  const full = request.rowCount * request.rowHeight;
  const height = Math.min(full, MAX_HEIGHT_PX);
  const scrolled = fullOffset(request.scrollTop, request);
  const first = Math.max(0, Math.floor(scrolled / request.rowHeight) - request.spare);
  const inView = Math.ceil(request.viewHeight / request.rowHeight) + 1;
  const end = Math.min(request.rowCount, Math.floor(scrolled / request.rowHeight) + inView + request.spare);
  return { height, first, end, origin: request.scrollTop - scrolled };
}

/** The scroll position that brings a row into sight with the least movement. */
export function scrollToRow(index: number, request: RowWindowRequest): number {
  const scrolled = fullOffset(request.scrollTop, request);
  const top = index * request.rowHeight;
  const lowest = top + request.rowHeight - request.viewHeight;
  const wanted = top < scrolled ? top : lowest > scrolled ? lowest : scrolled;
  return wanted / stretch(request);
}

function fullOffset(scrollTop: number, request: RowWindowRequest): number {
  return Math.max(0, scrollTop) * stretch(request);
}

function stretch(request: RowWindowRequest): number {
  const full = request.rowCount * request.rowHeight;
  if (full <= MAX_HEIGHT_PX) return 1;
  return (full - request.viewHeight) / (MAX_HEIGHT_PX - request.viewHeight);
}
