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

/** The style of the clip and of the sheet, for where the box stands. */
interface Spot {
  clip: Record<string, string>;
  sheet: Record<string, string>;
}

export class Mirror {
  /** What is seen of the box. */
  readonly #clip = document.createElement("div");
  /** The text, as tall as all of it. */
  readonly #sheet = document.createElement("div");
  #text = "";
  #marks: readonly Mark[] = [];
  /** Whether the sheet holds this text. */
  #drawn = false;
  /** Whether the sheet has the look of the box. */
  #styled = false;

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

  /** Draws these marks; they are about exactly this text. A text without marks is drawn when somebody asks where it is. */
  paint(text: string, marks: readonly Mark[]): void {
    const wasMarked = this.#marks.length > 0;
    this.#text = text;
    this.#marks = marks;
    this.#drawn = false;
    if (marks.length > 0) this.#draw();
    // An empty sheet: what is not seen costs no picture.
    else if (wasMarked) this.#sheet.replaceChildren();
  }

  #draw(): void {
    if (this.#drawn) return;
    this.#drawn = true;
    const text = this.#text;
    const marks = this.#marks;
    // Looked at before anything is written: the browser need not lay the page out for it.
    const spot = this.#spot();
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
    if (this.#styled) this.#put(spot);
    else this.lay();
  }

  /** Lays the sheet over the box again, after it moved, scrolled or changed its size or its look. */
  lay(): void {
    const { element } = this;
    const view = element.ownerDocument.defaultView;
    if (view === null || !element.isConnected) return;
    const spot = this.#spot();
    const style = view.getComputedStyle(element);
    for (const name of COPIED) this.#sheet.style[name] = style[name];
    const single = element.localName === "input";
    this.#sheet.style.whiteSpace = single ? "pre" : style.whiteSpace;
    // A one-line input centres its line in whatever height it has.
    if (single) {
      const height = element.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
      this.#sheet.style.lineHeight = `${height}px`;
    }
    this.#styled = true;
    this.#put(spot);
  }

  /** Where the box stands and how far it is scrolled. */
  #spot(): Spot {
    const { element } = this;
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
    return {
      clip: {
        left: `${seen.left}px`,
        top: `${seen.top}px`,
        width: `${seen.right - seen.left}px`,
        // The underline of a last line may reach below the box.
        height: `${seen.bottom - seen.top + UNDERLINE}px`,
      },
      sheet: {
        width: element.localName === "input" ? "max-content" : `${element.clientWidth}px`,
        transform:
          `translate(${inner.left - seen.left}px, ${inner.top - seen.top}px) scale(${scale}) ` +
          `translate(${-element.scrollLeft}px, ${-element.scrollTop}px)`,
      },
    };
  }

  #put({ clip, sheet }: Spot): void {
    put(this.#clip, clip);
    put(this.#sheet, sheet);
  }

  boxes(start: number, end: number): Box[] {
    this.#draw();
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
