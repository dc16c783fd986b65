/** What an adapter's places mean, what its readers read, and which page an address is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "happy-dom";
import type { Place, Readers, Sign } from "./adapter.ts";
import { found, withoutEnd } from "./pattern.ts";
import { findAll, shows } from "./place.ts";
import { readAt } from "./read.ts";
import { covers, surfaceAt } from "./surface.ts";

const view = new Window({ url: "https://here.example/chat/17?order=701-1&name=%E6%9E%97#/open" });
Object.assign(globalThis, { Node: view.Node, location: view.location });

function page(markup: string): HTMLElement {
  const root = view.document.createElement("div");
  root.innerHTML = markup;
  return root as unknown as HTMLElement;
}

const CARD = `<div class="head"><span>已发货</span><b><i aria-hidden="true">+0</i><span>6950000000000000001</span></b></div>
  <p><span>优惠：</span><span>¥30.00</span><span>实付金额：</span><em>¥99.00</em></p><p>运费<strong>¥6.00</strong></p>
  <button>取 消</button><button>发送</button>
  <ul><li class="a">甲</li><li class="b">乙</li><li class="a">丙</li></ul>`;

const PLACES: [what: string, place: Place, says: string[]][] = [
  ["a selector", "button", ["取 消", "发送"]],
  ["what it says", { css: "button", text: ["发送"] }, ["发送"]],
  ["what it does not say", { css: "button", not: ["发送"] }, ["取 消"]],
  ["a pattern", { css: "span", matching: "^\\d{19}$" }, ["6950000000000000001"]],
  ["a leaf, not what holds it, nor what readers do not see", { within: ".head", leaf: true, matching: "\\d" }, ["6950000000000000001"]],
  ["beside a label", { label: "实付金额", value: "next" }, ["¥99.00"]],
  ["in a label", { label: "运费", value: "child", css: "strong" }, ["¥6.00"]],
  ["beside a label that is not there", { label: "应付", value: "next" }, []],
  ["the odd one", { css: "li", odd: true }, ["乙"]],
  ["no odd one among two", { css: "button", odd: true }, []],
  ["what is in it", { css: "ul", inner: ".b" }, ["乙"]],
];

test("places mean elements", () => {
  for (const [what, place, says] of PLACES) {
    assert.deepEqual(findAll([page(CARD)], [place]).map((one) => one.textContent), says, what);
  }
});

const ROW = `<div id="m_7" style="flex-direction: row-reverse; background-image: url(a.png)" title="小鹿"
  data-info='{"message":{"type":50},"words":{}}'>
  <pre>在的<b hidden>!</b><img alt="[微笑]"><br>您说</pre><i>9</i><i>.90</i><u>已读</u></div>`;

const READERS: [what: string, readers: Readers, value: string][] = [
  ["all that is seen", { css: ["pre"], read: "text" }, "在的[微笑]\n您说"],
  ["its own words only", { css: ["pre"], read: "own-text" }, "在的您说"],
  ["an attribute and a group", { css: ["div"], read: "attribute", attribute: "id", match: "^m_(\\d{1,9})$" }, "7"],
  ["no match is no value", { css: ["div"], read: "attribute", attribute: "id", match: "^x" }, ""],
  ["an inline style", { css: ["div"], read: "style", property: "flex-direction" }, "row-reverse"],
  ["a value of JSON", { css: ["div"], read: "json", attribute: "data-info", path: ["message", "type"] }, "50"],
  ["not an object of it", { css: ["div"], read: "json", attribute: "data-info", path: ["words"] }, ""],
  ["nor what every object has", { css: ["div"], read: "json", attribute: "data-info", path: ["constructor", "name"] }, ""],
  ["nor what is no JSON", { css: ["div"], read: "json", attribute: "title", path: ["a"] }, ""],
  ["parts put together", { css: ["i"], read: "text", join: "" }, "9.90"],
  ["nothing where there are two", { css: ["i"], read: "text", alone: true }, ""],
  ["without what stands at the end", { css: ["div"], read: "text", ignore: "i", strip: ["已读$"] }, "在的[微笑]\n您说"],
  ["not a number for a name", { css: ["i"], read: "text", unless: "^\\d{1,9}$" }, ""],
  ["the next reader where the first reads nothing", [{ css: ["s"], read: "text" }, { css: ["u"], read: "text" }], "已读"],
  ["another word for it", { css: ["u"], read: "text", means: [{ says: "已读", means: "read" }] }, "read"],
  ["a form", { css: ["div"], read: "attribute", attribute: "id", match: "(m)_(\\d)", form: "20{2}-{1}" }, "207-m"],
  ["a match that must be alone", { css: ["pre"], read: "text", match: "\\S", once: true }, ""],
  ["the path", { read: "address", match: "/chat/(\\d{1,9})" }, "17"],
  ["a parameter", { read: "address", part: "query", name: "name" }, "林"],
  ["a parameter that is not there", { read: "address", part: "query", name: "buyer" }, ""],
  ["what stands behind the #", { read: "address", part: "hash", match: "^#/(\\w{1,9})" }, "open"],
];

test("readers read values", () => {
  for (const [what, readers, value] of READERS) assert.equal(readAt(page(ROW), readers), value, what);
});

const SIGNS: [what: string, sign: Sign, isShown: boolean][] = [
  ["a selector of its own", "[title]", true],
  ["what is in it", { has: "pre" }, true],
  ["what it is in", { in: "body" }, false],
  ["its inline style", { style: { property: "flex-direction", value: "row-reverse" } }, true],
  ["all that is said must hold", { css: "[title]", has: "table" }, false],
  ["what it says", { matching: "您说" }, true],
];

test("signs are seen on an element", () => {
  const row = page(ROW).querySelector<HTMLElement>("div")!;
  for (const [what, sign, isShown] of SIGNS) assert.equal(shows(row, [sign]), isShown, what);
});

const PATTERNS: [pattern: string, address: string, covered: boolean][] = [
  ["https://here.example/chat/*", "https://here.example/chat/", true],
  ["https://here.example/chat/*", "https://here.example:8443/chat/1?a=b#c", true],
  ["https://here.example/chat/*", "https://here.example/chats", false],
  ["https://here.example/chat/*", "http://here.example/chat/", false],
  ["https://here.example/chat/*", "https://not-here.example/chat/", false],
  ["https://*.here.example/*", "https://shop.here.example/", true],
  ["https://*.here.example/*", "https://here.example/", true],
  ["https://*.here.example/*", "https://nothere.example/", false],
  ["https://*/app/*/x", "https://any.example/app/1/2/x", true],
  ["https://*/app/*/x", "https://any.example/app/x", false],
  ["https://here.example/im*", "https://here.example/im?itemId=1", true],
];

test("match patterns cover addresses as they do in browsers", () => {
  for (const [pattern, address, covered] of PATTERNS) {
    assert.equal(covers(pattern, new URL(address)), covered, `${pattern} ${address}`);
  }
});

test("of the surfaces that cover an address the first counts, with what else it asks for", () => {
  const surface = (name: string, when: { path?: string; query?: string; hash?: string }) =>
    ({ matches: ["https://here.example/*"], when, composer: [name], send: [] });
  const adapter = {
    id: "here",
    surfaces: [surface("inbox", { path: "/inbox" }), surface("order", { query: "order" }), surface("chat", { hash: "#/chat" })],
  };
  const table = [
    ["https://here.example/inbox/1?order=2", "inbox"],
    ["https://here.example/?order=2#/chat", "order"],
    ["https://here.example/#/chat/1", "chat"],
    ["https://here.example/#/orders", undefined],
    ["https://there.example/inbox", undefined],
  ] as const;
  for (const [address, name] of table) assert.equal(surfaceAt(adapter, new URL(address)).composer[0], name, address);
});

test("a pattern looks at as much of a text as is bounded", () => {
  const long = "a".repeat(5000);
  assert.equal(found(`${long}7`, "\\d"), null);
  assert.equal(withoutEnd(`${long}7`, "\\d$"), long);
  assert.equal(withoutEnd("7 8", "\\d$"), "7");
  assert.equal(withoutEnd("7 a", "\\d$"), "7 a");
});
