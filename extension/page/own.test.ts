/** What an adapter of the agent's own changes of a surface, and what it leaves. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Surface } from "./adapter.ts";
import { asAdapter, laidOver, ownId } from "./own.ts";

const SHIPPED: Surface = {
  matches: ["https://here.example/*"],
  composer: ["#old"],
  send: [".send"],
  frames: ["iframe.chat"],
  shadow: ["chat-app"],
  expect: { composer: { least: 1 }, send: { least: 1 } },
  conversation: { key: { read: "address" }, messages: [".old"], time: { read: "text" } },
  orders: [{ within: ["#side"], only: [".mine"], cards: [".old"], number: { read: "text" } }],
};

test("slots that it has count, the others stay", () => {
  const own: Surface = {
    ...{ matches: ["https://here.example/*"], composer: ["#new"], send: [".send"] },
    frames: ["iframe.new"],
    shadow: ["new-app", "inner-app"],
    expect: { composer: { least: 2 } },
    conversation: { messages: [".new"] },
    orders: [{ within: ["body"], cards: [".new"], number: { read: "text" } }],
  };
  assert.deepEqual(laidOver(SHIPPED, own), {
    matches: ["https://here.example/*"],
    composer: ["#new"],
    send: [".send"],
    frames: ["iframe.new", "iframe.chat"],
    shadow: ["new-app, chat-app", "inner-app"],
    expect: { composer: { least: 2 }, send: { least: 1 } },
    conversation: { key: { read: "address" }, messages: [".new"], time: { read: "text" } },
    // Whose the orders are is still as the console shows it.
    orders: [{ only: [".mine"], within: ["body"], cards: [".new"], number: { read: "text" } }],
  });
  assert.equal(laidOver(SHIPPED, undefined), SHIPPED);
});

test("it cannot say that nothing is looked at, that a button is not known, or whose the orders are", () => {
  const orders = [{ within: ["body"], only: ["body"], cards: [".new"], number: { read: "text" } }] as const;
  const own: Surface = {
    ...{ matches: ["https://here.example/*"], composer: ["#new"], send: [], orders },
    ...{ away: ["body"], focused: true, scope: { css: "#none{id}", id: { read: "address" } } },
  };
  const { composer, send, orders: laid, ...rest } = laidOver(SHIPPED, own);
  assert.deepEqual([composer, send], [["#new"], [".send"]]);
  assert.deepEqual(laid, [{ within: ["body"], only: [".mine"], cards: [".new"], number: { read: "text" } }]);
  for (const word of ["away", "focused", "scope"]) assert(!(word in rest), word);
});

test("a composer that was pointed at is no longer the one with the focus", () => {
  const elsewhere: Surface = { matches: ["https://*/*"], composer: ["textarea"], send: [], focused: true };
  const own = { matches: ["https://here.example/*"], composer: ["#new"] } as unknown as Surface;
  assert.equal(laidOver(elsewhere, own).focused, undefined);
  const buyer = { matches: ["https://here.example/*"], conversation: {} } as unknown as Surface;
  assert.equal(laidOver(elsewhere, buyer).focused, true);
});

test("what is kept may be anything", () => {
  for (const kept of [null, undefined, 7, "x", [], {}, { surfaces: 1 }]) assert.equal(asAdapter(kept), null);
  assert.notEqual(asAdapter({ surfaces: [] }), null);
});

test("a page of which nothing is known has an id of its host", () => {
  const id = (adapter: string, host: string) => ownId({ id: adapter, surfaces: [] }, host);
  assert.equal(id("pinduoduo", "mms.pinduoduo.com"), "pinduoduo");
  assert.equal(id("elsewhere", "chat.my-shop.example"), "at-chat-my--shop-example");
  assert.equal(id("elsewhere", "[::1]"), "at----1-");
});
