/**
 * The ways to put a text in place of the selection, each as somebody else's
 * act: an editor's paste, an editor's input, the browser's typing.
 *
 * Whether a text arrived is for `write.ts` to see; a way only says whether
 * anybody took it. None of them can send.
 */
import { constructorsOf, handed, unveiled } from "../realm.ts";

const HEARD = { bubbles: true, cancelable: true, composed: true } as const;

/** Offered as a paste, which editors with a model of their own carry out themselves; nothing is a cut. */
export function pasted(element: HTMLElement, text: string): boolean {
  const event = clipboardEvent(element, text === "" ? "cut" : "paste", text);
  if (text !== "" && needsMarkup(element, text)) event.clipboardData?.setData("text/html", paragraphs(text));
  return !element.dispatchEvent(event);
}

/**
 * Firefox makes the clipboard of an event from two words of its own, and lets
 * a page read only what was put there by the page's own hand; the page's own
 * constructor is that. The text is on its way into this page anyway.
 */
function clipboardEvent(element: HTMLElement, type: string, text: string): ClipboardEvent {
  const init = { ...HEARD, data: text, dataType: "text/plain" };
  const view = element.ownerDocument.defaultView ?? window;
  const { ClipboardEvent } = constructorsOf(view);
  const clipboardData = new DataTransfer();
  if (text !== "") clipboardData.setData("text/plain", text);
  return new ClipboardEvent(type, unveiled(view) === view ? { ...init, clipboardData } : handed(init, view));
}

/** Offered as a paste that says how the text is set, for editors that take no plain one. */
export function marked(element: HTMLElement, text: string): boolean {
  if (text === "") return pasted(element, text);
  const event = clipboardEvent(element, "paste", text);
  event.clipboardData?.setData("text/html", text.includes("\n") ? paragraphs(text) : escaped(text));
  return !element.dispatchEvent(event);
}

/** Offered as the input event that typing makes, for editors that act on that. */
export function offered(element: HTMLElement, text: string): boolean {
  if (text === "") return false;
  return !element.dispatchEvent(new InputEvent("beforeinput", { ...HEARD, inputType: "insertText", data: text }));
}

/** Typed by the browser, whose own undo keeps the step. */
export function typed(element: HTMLElement, text: string): boolean {
  const page = element.ownerDocument;
  return text === "" ? page.execCommand("delete") : page.execCommand("insertText", false, text);
}

/**
 * Editors whose lines are paragraphs drop empty lines from plain text, and
 * keep them in paragraphs. The others understand plain text better.
 */
function needsMarkup(element: HTMLElement, text: string): boolean {
  return text.includes("\n") && element.querySelector("p") !== null;
}

function paragraphs(text: string): string {
  const line = (words: string) => (words === "" ? "<br>" : escaped(words));
  return text.split("\n").map((words) => `<p>${line(words)}</p>`).join("");
}

/** Text as the words of markup; spaces that markup would drop are kept. */
function escaped(words: string): string {
  return words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/^ | $| (?= )/g, "&nbsp;");
}
