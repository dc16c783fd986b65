/** Whose the conversation on screen is while the list has scrolled its row away. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "happy-dom";
import type { Surface } from "./adapter.ts";
import { Opened } from "./conversation.ts";
import { Ground } from "./ground.ts";

const view = new Window();
Object.assign(globalThis, { Node: view.Node });

const SURFACE: Surface = {
  matches: [],
  composer: [],
  send: [],
  conversation: {
    key: { css: ["#open"], read: "attribute", attribute: "title" },
    buyer: { css: ["#name"], read: "text" },
    messages: ["p"],
    id: { read: "attribute", attribute: "id" },
    text: { read: "text" },
    roles: { buyer: ["p"] },
  },
};

/** A page: the open row's key, the name over the chat, the messages. */
type Page = [key: string, name: string, messages: string[]];

function reads(opened: Opened, [key, name, messages]: Page): string[] {
  view.document.body.replaceChildren();
  const add = (tag: string, attributes: Record<string, string>, text: string) => {
    const element = view.document.createElement(tag);
    for (const [one, value] of Object.entries(attributes)) element.setAttribute(one, value);
    element.textContent = text;
    view.document.body.append(element);
  };
  if (key !== "") add("li", { id: "open", title: key }, "");
  if (name !== "") add("h1", { id: "name" }, name);
  for (const message of messages) {
    const [words = "", id = ""] = message.split("#");
    add("p", id === "" ? {} : { id }, words);
  }
  const seen = opened.read(new Ground(view.document as unknown as Document, SURFACE));
  return [seen?.key ?? "", seen?.buyer ?? ""];
}

const OPEN: Page = ["17", "林小鹿", ["在吗#a", "好的#b"]];
const NAMELESS: Page = ["17", "林小鹿", ["在吗", "好的", "谢谢"]];

const TABLE: [what: string, before: Page, now: Page, key: string, buyer: string][] = [
  ["the row is scrolled away", OPEN, ["", "林小鹿", ["在吗#a", "好的#b"]], "17", "林小鹿"],
  ["and a message comes", OPEN, ["", "林小鹿", ["好的#b", "还在吗#c"]], "17", "林小鹿"],
  ["the name went with the row", OPEN, ["", "", ["好的#b"]], "17", "林小鹿"],
  ["another conversation", OPEN, ["", "林小鹿", ["在吗#x", "好的#y"]], "", "林小鹿"],
  ["another name", OPEN, ["", "陈碗家", ["在吗#a"]], "", "陈碗家"],
  ["another row", OPEN, ["18", "林小鹿", ["在吗#a"]], "18", "林小鹿"],
  ["no messages", OPEN, ["", "林小鹿", []], "", "林小鹿"],
  ["without ids the same messages", NAMELESS, ["", "林小鹿", ["在吗", "好的", "谢谢", "好"]], "17", "林小鹿"],
  ["without ids some others", NAMELESS, ["", "林小鹿", ["在吗", "好的", "再见"]], "", "林小鹿"],
  ["too few of them", ["17", "林小鹿", ["在吗"]], ["", "林小鹿", ["在吗"]], "", "林小鹿"],
];

test("a conversation keeps its key while its messages stay", () => {
  for (const [what, before, now, key, buyer] of TABLE) {
    const opened = new Opened();
    assert.deepEqual(reads(opened, before), [before[0], before[1]], what);
    assert.deepEqual(reads(opened, now), [key, buyer], what);
  }
});
