/**
 * Shopee's traps: the list of messages uses its rows again and puts each by
 * `top`, so that their order in the page is not their order in time; the time
 * is glued to the words; the send button is a picture.
 */
import { buyers } from "../shop.ts";
import { Chats, columns, h, Model, present } from "../page.ts";

const all = buyers([]);
// An account's name is one person's here.
all.forEach((buyer, at) => (buyer.name = `buyer_${at + 1}`));
const list = h("div", { "data-cy": "webchat-conversation-list" });
const history = h("div.history", { id: "messagesContainer" });
const box = h("textarea");
const button = h("i.press", {}, "➤");
const chats = new Chats(all, draw);
const model = new Model(box, chats.send);
button.addEventListener("click", () => model.go(chats.send));

function draw(): void {
  list.replaceChildren(...chats.rows((buyer, isOpen) =>
    h(`div.b3k2x${isOpen ? ".k9w1z" : ""}`, { "data-cy": "webchat-conversation-cell-root" },
      h("span.q71", { "data-cy": "webchat-conversation-cell-name", title: buyer.name }, buyer.name))));
  const rows = chats.messages((said, at) =>
    h("div", { style: `position: absolute; left: 0; right: 0; height: 30px; top: ${at * 32}px` },
      h("div", { "data-cy": `webchat-message-${said.who === "buyer" ? "receive" : "send"}` }, said.text, h("small", {}, said.time))));
  // The newest row is the one that was scrolled out of sight the longest.
  history.replaceChildren(h("div.ReactVirtualized__Grid", {}, ...rows.slice(2), ...rows.slice(0, 2)));
}

document.body.append(columns(list, [h("div"), history, h("div", { "data-cy": "webchat-conversation-detail-input" },
  h("div", { id: "inputField" }, box), button)], null));
draw();
present(chats, () => model, () => button);
