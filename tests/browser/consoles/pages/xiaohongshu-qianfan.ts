/** Xiaohongshu's traps: which row is open is told by a class that means nothing, and the button is one of several alike. */
import { buyers } from "../shop.ts";
import { Chats, columns, h, Model, present } from "../page.ts";

const list = h("div.vue-recycle-scroller");
const history = h("div.history");
const box = h("textarea.reply-textarea", { id: "jarvis-reply-textarea" });
const button = h("button.d-button", { type: "button" }, "发送");
const chats = new Chats(buyers([]), draw);
const model = new Model(box, chats.send);
button.addEventListener("click", () => model.go(chats.send));

function draw(): void {
  list.replaceChildren(...chats.rows((buyer, isOpen) =>
    h(`div.chat-item${isOpen ? ".c8" : ".c3"}`, { "data-key": buyer.key }, h("span.nick-name", {}, buyer.name))));
  history.replaceChildren(...chats.messages((said, at) =>
    h("div.im-msg-item", {}, h(said.who === "buyer" ? "div.left" : "div.right", { id: `jarvis-msg-${chats.chosen.key}m${at}` }, h("div.text-message", {}, said.text)))));
}

document.body.append(columns(list, [h("div"), history, box, h("div", {}, h("button.d-button", { type: "button" }, "取消"), button)], null));
draw();
present(chats, () => model, () => button);
