/**
 * JD's traps: the box is a contenteditable whose class has a blank at its end,
 * an order is told by a line in the chat, and the list draws only what is in
 * sight, so that the open conversation's row may be gone.
 */
import { buyers } from "../shop.ts";
import { Chats, columns, h, Model, present } from "../page.ts";

const all = buyers(["310000000001", "310000000002", "310000000003", "310000000004"]);
for (const { says, orders } of all) {
  says.unshift({ who: "system", text: `咨询订单号：${orders[0]?.number}    商品ID：10026084786191`, time: "09:00" });
}

const list = h("div.c_tabs-tabpane", { id: "t-alluser-wrap" });
const name = h("span");
const history = h("div.history", { id: "t-chat-scroll" });
const box = h("div.box", { contenteditable: "true" });
box.setAttribute("class", "box EditorContent ");
const button = h("span.send-button.press", {}, "发送");
const chats = new Chats(all, draw);
const model = new Model(box, chats.send);
button.addEventListener("click", () => model.go(chats.send));

function draw(): void {
  name.textContent = chats.chosen.name;
  list.replaceChildren(...chats.rows((buyer, isOpen) =>
    h(`div.alluser-item${isOpen ? ".alluser-item_check" : ""}`, { "data-user-id": buyer.key },
      h("span.alluser-item-name", { title: buyer.name }, buyer.name),
      h("p.alluser-item-breifdesc", {}, buyer.says.at(-1)?.text ?? ""),
      h("i.alluser-item-date-w", {}, buyer.says.at(-1)?.time ?? ""),
      buyer.waits ? h("span.user-none-reply-t", {}, "180s") : null)));
  history.replaceChildren(...chats.messages((said, at) => {
    const side = said.who === "buyer" ? "message_left" : said.who === "system" ? "message_center" : "message_right";
    return h("div.message", {}, h("span.message__time_str", {}, said.time),
      h(`div.${side}`, { id: `${chats.chosen.key}m${at}` }, h("div.message__content", {}, h("span.message__text", {}, said.text))));
  }));
}

document.body.append(columns(list, [h("div.chat-head-name", {}, name), history, box, h("div.SendButtonGroup", {}, button)], null));
draw();
present(chats, () => model, () => button, {
  // Scrolled away, the rows at the top are not in the list any more.
  scroll: () => list.replaceChildren(...[...list.children].slice(2)),
});
