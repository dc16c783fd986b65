/** What a write really changes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { tightened } from "./tight.ts";

/** What happens, the draft with the replaced range in brackets, what replaces it, the range and words that are written. */
const TABLE: [string, string, string, string, string][] = [
  ["an insertion stays as it is", "亲[]您", "好", "亲[]您", "好"],
  ["an insertion of what stands there too", "好[]", "好", "好[]", "好"],
  ["one word of a sentence", "[亲，这个不行的]", "亲，这个可以的", "亲，这个[不行]的", "可以"],
  ["nothing is the same", "[不行]", "可以", "[不行]", "可以"],
  ["one line of several", "[一\n二\n三]", "一\n两\n三", "一\n[二]\n三", "两"],
  ["a deletion takes the character before it along", "好的[不行]吧", "", "好[的不行]吧", "的"],
  ["or the one behind it", "[不行]吧", "", "[不行吧]", "吧"],
  ["or, on a line of its own, is one", "亲\n[不行]\n好", "", "亲\n[不行]\n好", ""],
  ["a pair of surrogates is one character", "[😀]", "😁", "[😀]", "😁"],
  ["so is a family", "[好👨‍👩‍👧]", "好👨‍👩‍👦", "好[👨‍👩‍👧]", "👨‍👩‍👦"],
  ["so is a skin", "[👍🏻]", "👍🏿", "[👍🏻]", "👍🏿"],
  ["a deletion takes a whole emoji along", "👍🏻[不行]", "", "[👍🏻不行]", "👍🏻"],
];

function opened(marked: string): { before: string; start: number; end: number } {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  return { before: marked.replace(/[[\]]/g, ""), start, end };
}

test("a write changes no more than it must", async (t) => {
  for (const [name, marked, text, tight, words] of TABLE) {
    await t.test(name, () => {
      const { before, start, end } = opened(marked);
      const change = tightened(before, { start, end, text });
      const shown = `${before.slice(0, change.start)}[${before.slice(change.start, change.end)}]${before.slice(change.end)}`;
      assert.deepEqual([shown, change.text], [tight, words]);
      const after = before.slice(0, start) + text + before.slice(end);
      assert.equal(before.slice(0, change.start) + change.text + before.slice(change.end), after);
    });
  }
});
