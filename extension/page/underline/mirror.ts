/**
 * Underlines for a textarea or an input.
 *
 * Such a box shows its text but has no nodes for it, so the same text is laid
 * over it in our own shadow root, letter on letter and invisible, and the
 * marked words there carry the underline. It also answers where on the screen
 * a range of the text is.
 */
import { boxOf, frameOffset, intersection, moved, type Box } from "../geometry.ts";
import type { Mark } from "../wire.ts";
import { pieces } from "./pieces.ts";

/** Every property that decides where a letter of the box stands. */
const COPIED = [
  "fontFamily", "fontSize", "fontWeight", "fontStyle", "fontStretch", "fontVariant", "fontFeatureSettings",
  "fontKerning", "lineHeight", "letterSpacing", "wordSpacing", "textTransform", "textIndent", "textAlign",
  "textRendering", "direction", "tabSize", "wordBreak", "overflowWrap", "lineBreak", "hyphens",
  "paddingTop", "paddingRight", "paddingBottom", "paddingLeft",
] as const;

/** How far an underline reaches below its line. */
const UNDERLINE = 4;

export class Mirror {
  /** What is seen of the box. */
  readonly #clip = document.createElement("div");
  /** The text, as tall as all of it. */
  readonly #sheet = document.createElement("div");
  #text = "";
  #marks: readonly Mark[] = [];

  constructor(
    private readonly element: HTMLTextAreaElement | HTMLInputElement,
    layer: HTMLElement,
  ) {
    this.#clip.className = "mirror";
    this.#sheet.className = "sheet";
    this.#clip.append(this.#sheet);
    layer.append(this.#clip);
  }

  remove(): void {
    this.#clip.remove();
  }

  /** Draws these marks; they are about exactly this text. */
  paint(text: string, marks: readonly Mark[]): void {
    this.#text = text;
    this.#marks = marks;
    const nodes: Node[] = [];
    let at = 0;
    for (const piece of pieces(marks, text.length)) {
      const words = document.createElement("span");
      words.className = piece.level;
      words.textContent = text.slice(piece.start, piece.end);
      nodes.push(document.createTextNode(text.slice(at, piece.start)), words);
      at = piece.end;
    }
    // A closing zero-width space gives a last empty line its height.
    nodes.push(document.createTextNode(`${text.slice(at)}\u200b`));
    this.#sheet.replaceChildren(...nodes);
    this.lay();
  }

  /** Lays the sheet over the box again, after it moved, scrolled or changed its size. */
  lay(): void {
    const { element } = this;
    const view = element.ownerDocument.defaultView;
    if (view === null || !element.isConnected) return;
    const style = view.getComputedStyle(element);
    const area = boxOf(element);
    // Zoom and transforms make the box on screen differ from its layout.
    const scale = element.offsetWidth > 0 ? (area.right - area.left) / element.offsetWidth : 1;
    const inner: Box = {
      left: area.left + element.clientLeft * scale,
      top: area.top + element.clientTop * scale,
      right: area.left + (element.clientLeft + element.clientWidth) * scale,
      bottom: area.top + (element.clientTop + element.clientHeight) * scale,
    };
    const seen = intersection(inner, viewOf(element));
    put(this.#clip, {
      left: `${seen.left}px`,
      top: `${seen.top}px`,
      width: `${seen.right - seen.left}px`,
      // The underline of a last line may reach below the box.
      height: `${seen.bottom - seen.top + UNDERLINE}px`,
    });

    for (const name of COPIED) this.#sheet.style[name] = style[name];
    const single = element.localName === "input";
    put(this.#sheet, {
      width: single ? "max-content" : `${element.clientWidth}px`,
      "white-space": single ? "pre" : style.whiteSpace,
      transform:
        `translate(${inner.left - seen.left}px, ${inner.top - seen.top}px) scale(${scale}) ` +
        `translate(${-element.scrollLeft}px, ${-element.scrollTop}px)`,
    });
    // A one-line input centres its line in whatever height it has.
    if (single) {
      const height = element.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
      this.#sheet.style.lineHeight = `${height}px`;
    }
  }

  boxes(start: number, end: number): Box[] {
    const range = document.createRange();
    const from = this.#place(start);
    const to = this.#place(end);
    if (from === null || to === null) return [];
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    const seen = this.#clip.getBoundingClientRect();
    return [...range.getClientRects()]
      .filter((rect) => rect.bottom > seen.top && rect.top < seen.bottom)
      .map((rect) => moved(rect, { x: 0, y: 0 }));
  }

  /** The marks as they are drawn now. */
  get marks(): readonly Mark[] {
    return this.#marks;
  }

  /** Where in the sheet an offset of the text is. */
  #place(offset: number): { node: Node; offset: number } | null {
    let left = Math.min(offset, this.#text.length);
    for (const node of this.#sheet.childNodes) {
      const text = node.nodeType === Node.TEXT_NODE ? node : node.firstChild;
      const length = text?.nodeValue?.length ?? 0;
      if (text !== null && left <= length) return { node: text, offset: left };
      left -= length;
    }
    return null;
  }
}

/** The part of the top window through which this element's document is seen. */
function viewOf(element: Element): Box {
  const page = element.ownerDocument;
  const { x, y } = frameOffset(page);
  const view = page.defaultView;
  return { left: x, top: y, right: x + (view?.innerWidth ?? 0), bottom: y + (view?.innerHeight ?? 0) };
}

function put(element: HTMLElement, style: Record<string, string>): void {
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
}
