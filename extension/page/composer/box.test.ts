/** Which element a message is written in, of one that was pointed at or found. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { boxAround, boxesAround } from "./box.ts";

/** A way from the page's root inwards, such as `html div host p`: what follows a host can be edited, up to an `island`. */
function way(text: string): Element[] {
  const page = { documentElement: null as unknown };
  let parentElement: unknown = null;
  let isContentEditable = false;
  return text.split(" ").map((word) => {
    const [localName = "", type = ""] = word.split(":");
    if (localName === "host" || localName === "edited") isContentEditable = true;
    if (localName === "island") isContentEditable = false;
    const name = localName === "edited" ? "html" : localName;
    const element = { localName: name, type, isContentEditable, parentElement, ownerDocument: page };
    page.documentElement ??= element;
    parentElement = element;
    return element as unknown as Element;
  });
}

test("a line, a name or a picture in an editor means the editor", () => {
  // The way in, and which element of it is the box: its place, or null.
  const table: [string, number | null][] = [
    ["html body textarea", 2],
    ["html body input:text", 2],
    ["html body input:checkbox", null],
    ["html body button", null],
    ["html body div", null],
    ["html body host", 2],
    ["html body host p", 2],
    ["html body host p span", 2],
    ["html body host p island svg", 2],
    ["html body host island textarea", 4],
    ["html body host island host p", 4],
    // A document that is edited as a whole.
    ["edited body p", 1],
  ];
  for (const [text, place] of table) {
    const elements = way(text);
    const box = boxAround(elements.at(-1) as Element);
    assert.equal(box, place === null ? null : elements[place], text);
  }
});

test("lines of one editor are one box", () => {
  const [, , host, line] = way("html body host p") as [Element, Element, Element, Element];
  assert.deepEqual(boxesAround([line, host, line]), [host]);
  assert.deepEqual(boxesAround(way("html body div")), []);
});
