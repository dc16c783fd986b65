/**
 * Boxes in the coordinates of the top window, where the overlay draws, for
 * elements that may live in a frame.
 */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function box(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}

/** How far the window of this document lies from the top window's corner. */
export function frameOffset(page: Document): { x: number; y: number } {
  let x = 0;
  let y = 0;
  for (let frame = page.defaultView?.frameElement; frame; frame = frame.ownerDocument.defaultView?.frameElement) {
    const at = frame.getBoundingClientRect();
    const style = frame.ownerDocument.defaultView?.getComputedStyle(frame);
    x += at.left + frame.clientLeft + parseFloat(style?.paddingLeft ?? "0");
    y += at.top + frame.clientTop + parseFloat(style?.paddingTop ?? "0");
  }
  return { x, y };
}

export function boxOf(element: Element): Box {
  return moved(element.getBoundingClientRect(), frameOffset(element.ownerDocument));
}

export function moved(rect: DOMRectReadOnly, by: { x: number; y: number }): Box {
  return { left: rect.left + by.x, top: rect.top + by.y, right: rect.right + by.x, bottom: rect.bottom + by.y };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function contains(area: Box, x: number, y: number): boolean {
  return x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
}

/** The smallest box that holds all of these. */
export function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map((one) => one.left)),
    top: Math.min(...boxes.map((one) => one.top)),
    right: Math.max(...boxes.map((one) => one.right)),
    bottom: Math.max(...boxes.map((one) => one.bottom)),
  };
}

export function intersection(a: Box, b: Box): Box {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  return { left, top, right: Math.max(left, Math.min(a.right, b.right)), bottom: Math.max(top, Math.min(a.bottom, b.bottom)) };
}
