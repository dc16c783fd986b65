/** Where the panel and the card come to lie, and what they leave uncovered. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { box, overlaps, type Box } from "../geometry.ts";
import type { Placement } from "../wire.ts";
import { besideLine, findSpot, PANEL_WIDTH, sideOf, type Size } from "./place.ts";

const LAPTOP: Size = { width: 1366, height: 768 };
const right: Placement = { dock: "right", x: 0, y: 0, folded: false };

/** A console that fills the window: list, chat over the composer, orders. */
const composer = box(224, 600, 802, 168);
const send = box(930, 724, 72, 32);
const newest = box(282, 500, 300, 36);
const clear = [composer, send, newest];

/** A console whose chat reaches to the right edge. */
const wide = [box(224, 600, 1142, 168), box(1280, 724, 72, 32), box(1000, 540, 340, 40)];

function written({ left, top, right: to, bottom }: Box): string {
  return `${left},${top} ${to - left}x${bottom - top}`;
}

/** What is wished, in which window, beside what; where it lies. */
const SPOTS: [string, Placement, Size, Box[], string][] = [
  ["docked right, all clear", right, LAPTOP, clear, "1026,0 340x768"],
  ["docked left over the list: shorter, above the composer", { ...right, dock: "left" }, LAPTOP, wide, "0,0 340x592"],
  ["nothing but the composer's side: above the newest message", right, LAPTOP, wide, "1026,0 340x532"],
  ["the other side is free", right, { width: 1000, height: 600 }, [box(500, 500, 500, 100)], "0,0 340x600"],
  ["floats where it was put", { ...right, dock: "float", x: 600, y: 20 }, LAPTOP, clear, "600,20 340x560"],
  ["floats, shorter, above the composer", { ...right, dock: "float", x: 600, y: 100 }, LAPTOP, clear, "600,100 340x440"],
  ["put outside, floats inside", { ...right, dock: "float", x: 5000, y: -50 }, LAPTOP, clear, "1026,0 340x560"],
  ["folded right", { ...right, folded: true }, LAPTOP, clear, "1330,324 36x120"],
  ["folded left", { ...right, dock: "left", folded: true }, LAPTOP, clear, "0,324 36x120"],
  ["folded, past the newest message", { ...right, folded: true }, LAPTOP, [box(1000, 350, 366, 40)], "1330,398 36x120"],
  ["no room for more than a tab", right, { width: 700, height: 400 }, [box(60, 150, 640, 250)], "664,22 36x120"],
];

test("where the panel lies", async (t) => {
  for (const [name, placement, view, keep, want] of SPOTS) {
    await t.test(name, () => {
      const spot = findSpot(view, placement, keep);
      assert.equal(written(spot.box), want);
      assert.ok(!keep.some((one) => overlaps(one, spot.box)), "it covers what must stay in view");
    });
  }
});

test("wherever it is put, nothing that must stay in view is covered", () => {
  for (let x = -200; x < 1600; x += 90) {
    for (let y = -200; y < 900; y += 70) {
      for (const keep of [clear, wide]) {
        const spot = findSpot(LAPTOP, { dock: "float", x, y, folded: false }, keep);
        assert.ok(!keep.some((one) => overlaps(one, spot.box)), `put at ${x},${y}: ${written(spot.box)}`);
      }
    }
  }
});

test("a floating panel belongs to the nearer side", () => {
  assert.equal(sideOf({ dock: "float", x: 0, y: 0, folded: false }, LAPTOP), "left");
  assert.equal(sideOf({ dock: "float", x: LAPTOP.width - PANEL_WIDTH, y: 0, folded: false }, LAPTOP), "right");
});

const CARD: Size = { width: 330, height: 107 };

/** The line, what to keep clear, what better to keep clear; where the card lies. */
const CARDS: [string, Box, Box[], Box[], string][] = [
  ["above the line", box(300, 620, 60, 20), [], [], "288,505 330x107"],
  ["inside the window at its right", box(1300, 620, 60, 20), [], [], "1028,505 330x107"],
  ["below a line at the top", box(300, 40, 60, 20), [], [], "288,68 330x107"],
  ["beside a send button above the line", box(300, 620, 60, 20), [box(560, 560, 70, 30)], [], "222,505 330x107"],
  ["aside for the newest message", box(300, 620, 60, 20), [], [box(200, 540, 100, 40)], "308,505 330x107"],
  ["over a newest message that is wide", box(300, 620, 60, 20), [], [box(0, 540, 900, 40)], "288,425 330x107"],
  ["not far over one that is tall", box(300, 620, 60, 20), [], [box(0, 200, 900, 400)], "288,505 330x107"],
];

test("where the card lies", async (t) => {
  for (const [name, line, keep, better, want] of CARDS) {
    await t.test(name, () => {
      const spot = besideLine(CARD, line, LAPTOP, keep, better);
      assert.equal(written(spot), want);
      assert.ok(!overlaps(spot, line), "it covers the line");
    });
  }
});
