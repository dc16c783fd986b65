import assert from "node:assert/strict";
import { test } from "node:test";

import { pieces } from "./pieces.ts";
import type { Level } from "../wire.ts";

const cut = (marks: [number, number, Level][], length = 20) =>
  pieces(marks.map(([start, end, level]) => ({ start, end, level })), length)
    .map(({ start, end, level }) => `${start}-${end} ${level}`)
    .join(", ");

const table: [string, [number, number, Level][], string][] = [
  ["nothing marked", [], ""],
  ["side by side", [[0, 2, "warn"], [2, 4, "warn"]], "0-2 warn, 2-4 warn"],
  ["the graver one takes the overlap", [[0, 4, "warn"], [2, 8, "block"]], "0-2 warn, 2-8 block"],
  ["also where it comes first", [[0, 4, "block"], [2, 8, "tip"]], "0-4 block, 4-8 tip"],
  ["one within another", [[0, 9, "warn"], [3, 5, "block"]], "0-3 warn, 3-5 block, 5-9 warn"],
  ["a milder one within a graver one is not seen", [[0, 9, "block"], [3, 5, "tip"]], "0-9 block"],
  ["past the end of the text", [[18, 22, "block"]], ""],
];

for (const [what, marks, expected] of table) {
  test(`pieces: ${what}`, () => assert.equal(cut(marks), expected));
}
