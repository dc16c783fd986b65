/**
 * The text of a contenteditable, and the way from its UTF-16 offsets to DOM
 * positions and back.
 *
 * The text is what the buyer would receive: blocks and `<br>` become line
 * feeds, no-break spaces become spaces, an image counts as its `alt`, a mention
 * that cannot be typed into as its words. A `<br>` at the end of a block is only
 * what holds an empty line open, a text node of zero-width characters or a byte
 * order mark only what holds a caret, a placeholder only a hint; they count for
 * nothing.
 * Pure: it reads nodes and changes none, and knows no editor by name.
 */
import { nextIn } from "../tree.ts";

export interface Position {
  node: Node;
  offset: number;
}

/** A run of the text that one node stands for. */
interface Piece {
  start: number;
  length: number;
  /** A text node, or the element that holds the break, the image or the mention. */
  node: Node;
  /** Where in `node` the run begins. */
  offset: number;
}

export interface TextModel {
  text: string;
  pieces: readonly Piece[];
}

/** An element whose nodes are being read: how far that is. A list of them, and no calls in each other, since editors' pages nest as deep as they like. */
interface Level {
  parent: Node;
  /** The next node, and its place among its brothers. */
  node: Node | null;
  index: number;
  isBlock: boolean;
}

const BLOCKS = new Set(
  "address article aside blockquote dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul".split(" "),
);

/** @param preserves Whether line feeds and spaces in text nodes are kept (`white-space: pre…`). */
export function readText(root: Node, preserves: boolean): TextModel {
  let text = "";
  const pieces: Piece[] = [];
  /** Whether the current line holds anything, be it only a placeholder. */
  let used = false;
  /** Whether a block ended or begins, so that what follows starts a line. */
  let due = false;

  const add = (node: Node, offset: number, what: string) => {
    if (due) {
      text += "\n";
      due = false;
    }
    pieces.push({ start: text.length, length: what.length, node, offset });
    text += what;
    used = true;
  };
  const border = () => {
    if (used) due = true;
    used = false;
  };
  const open: Level[] = [levelOf(root, false)];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const { parent, node, index } = level;
    if (node === null) {
      if (level.isBlock) border();
      open.pop();
      continue;
    }
    level.node = node.nextSibling;
    level.index += 1;
    if (isText(node)) {
      const what = plain(node.nodeValue ?? "", preserves, bordersBlocks(node));
      for (const { index: at, 0: run } of what.matchAll(/[^\ufeff]+/g)) add(node, at, run);
    } else if (isElement(node) && !isHint(node)) {
      if (node.localName === "br") {
        // The break itself ends the line, so the next piece starts anew.
        const ends = !holdsLineOpen(root, node);
        add(parent, index, "");
        if (ends) text += "\n";
        if (ends) used = false;
      } else if (node.localName === "img") {
        const alt = node.getAttribute("alt") ?? "";
        if (alt !== "") add(parent, index, alt);
      } else if (isWhole(node)) {
        // Its own nodes are no place for a caret.
        if (BLOCKS.has(node.localName)) border();
        const what = plain(node.textContent ?? "", preserves, false).replaceAll("\ufeff", "");
        if (what !== "") add(parent, index, what);
        if (BLOCKS.has(node.localName)) border();
      } else if (BLOCKS.has(node.localName)) {
        border();
        open.push(levelOf(node, true));
      } else if (node.localName !== "script" && node.localName !== "style") {
        open.push(levelOf(node, false));
      }
    }
  }
  // Where line feeds are kept, the last one only makes the line below visible.
  const last = pieces.at(-1);
  if (preserves && last !== undefined && isText(last.node) && text.endsWith("\n")) {
    text = text.slice(0, -1);
    last.length -= 1;
  }
  return { text, pieces };
}

function levelOf(parent: Node, isBlock: boolean): Level {
  return { parent, node: parent.firstChild, index: 0, isBlock };
}

/**
 * The DOM position of an offset. Between two nodes a range starts at the later
 * one and ends at the earlier, so that it holds the marked text and no more.
 */
export function positionAt(model: TextModel, root: Node, offset: number, edge: "start" | "end"): Position {
  let found: Piece | undefined;
  for (const piece of model.pieces) {
    if (piece.start > offset) break;
    if (edge === "end" && found !== undefined && piece.start === offset && found.start + found.length === offset) break;
    found = piece;
  }
  if (found === undefined) return { node: root, offset: 0 };
  const within = Math.min(offset - found.start, found.length);
  if (isText(found.node)) return { node: found.node, offset: found.offset + within };
  return { node: found.node, offset: found.offset + (within > 0 ? 1 : 0) };
}

/** The offset of a DOM position. */
export function offsetAt(model: TextModel, position: Position): number {
  const { node, offset } = position;
  let last = 0;
  for (const piece of model.pieces) {
    if (piece.node === node && isText(node)) {
      last = piece.start + Math.max(0, Math.min(offset - piece.offset, piece.length));
      if (offset <= piece.offset + piece.length) return last;
      continue;
    }
    if (isAtOrAfter(piece, node, offset)) return piece.start;
    last = piece.start + piece.length;
  }
  return last;
}

function isAtOrAfter(piece: Piece, node: Node, offset: number): boolean {
  const mark = isText(node) ? node : (node.childNodes[offset] ?? null);
  const target = isText(piece.node) ? piece.node : (piece.node.childNodes[piece.offset] ?? piece.node);
  if (mark !== null) {
    if (mark === target || mark.contains(target)) return true;
    return (mark.compareDocumentPosition(target) & 4) !== 0;
  }
  // Past the last child: only what follows the whole element comes after.
  return !node.contains(target) && (node.compareDocumentPosition(target) & 4) !== 0;
}

/** Whether nothing follows the `<br>` on its line but the end of its block. */
function holdsLineOpen(root: Node, br: Node): boolean {
  let node: Node | null = br;
  while (node !== null && node !== root) {
    for (let next: Node | null = node.nextSibling; next !== null; next = next.nextSibling) {
      const first = firstContent(next);
      if (first !== null) return first === "block";
    }
    node = node.parentNode;
    if (isElement(node) && BLOCKS.has(node.localName)) return true;
  }
  return true;
}

function firstContent(tree: Node): "block" | "inline" | null {
  for (let node: Node | null = tree; node !== null; node = nextIn(tree, node, true)) {
    if (isText(node) && !isPlaceholder(node.nodeValue ?? "")) return "inline";
    if (!isElement(node)) continue;
    if (BLOCKS.has(node.localName)) return "block";
    if (node.localName === "br" || node.localName === "img") return "inline";
  }
  return null;
}

/** The text of a node, as long as the node itself so that offsets agree. */
function plain(value: string, preserves: boolean, besideBlocks: boolean): string {
  if (isPlaceholder(value)) return "";
  if (!preserves && besideBlocks && value.trim() === "") return "";
  const spaced = value.replaceAll("\u00a0", " ");
  return preserves ? spaced : spaced.replace(/[\n\t]/g, " ");
}

/** Line feeds of the page's source between two blocks are not text. */
function bordersBlocks(node: Node): boolean {
  return [node.previousSibling, node.nextSibling].some((beside) => isElement(beside) && BLOCKS.has(beside.localName));
}

function isPlaceholder(value: string): boolean {
  return /^[\u200b\u200c\u200d\u2060\ufeff]*$/.test(value);
}

/** A mention or another island that is typed around, not into. */
function isWhole(element: Element): boolean {
  return element.getAttribute("contenteditable") === "false";
}

/** What an editor shows in an empty box or draws for itself, and never sends. */
function isHint(element: Element): boolean {
  if (element.getAttribute("aria-hidden") === "true") return true;
  return isWhole(element) && [...element.attributes].some(({ name, value }) => /placeholder/i.test(`${name} ${value}`));
}

function isText(node: Node | null): node is Text {
  return node?.nodeType === 3;
}

function isElement(node: Node | null): node is Element {
  return node?.nodeType === 1;
}
