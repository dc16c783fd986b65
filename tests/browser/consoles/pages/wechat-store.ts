/** The shop's page: rooms have numbers, which row is open is told by a class that means nothing, and a robot has its label. */
import { buyers } from "../shop.ts";
import { Chats, columns, h, Model, present } from "../page.ts";

const all = buyers(["3700000000000000001", "3700000000000000002", "3700000000000000003", "3700000000000000004"]);
const list = h("ul.session-list-container");
const name = h("span.chat-customer-name");
const history = h("div.history");
const box = h("textarea.text-area", { id: "input-textarea" });
const side = h("div");
const chats = new Chats(all, draw);
const model = new Model(box, chats.send);

function draw(): void {
  name.textContent = chats.chosen.name;
  list.replaceChildren(...chats.rows((buyer, isOpen) =>
    h(`li.session-item-container${isOpen ? ".x1" : ".x2"}`, { "data-room-id": buyer.key },
      h("span.user-nickname", {}, buyer.name), h("p.summary-wrap", {}, buyer.says.at(-1)?.text ?? ""),
      buyer.waits ? h("i.waiting-time", {}, "3分钟") : null)));
  history.replaceChildren(...chats.messages((said) =>
    h("div.msg", {}, h(`div.message-item${said.who === "buyer" ? "" : ".justify-end"}`, {},
      said.who === "bot" ? h("span", {}, "智能助手") : null, h("time.message-time-text", {}, `昨天 ${said.time}`),
      h("div.text-msg", {}, said.text)))));
  side.replaceChildren(...chats.chosen.orders.map(({ number, status }) =>
    h("div.order-card", {}, h("p.order-id-wrap", {}, "订单号 ", h("span.num", {}, number)), h("b.order-status", { "data-wording": status }))));
}

document.body.append(columns(list, [h("div.chat-title", {}, name), history, h("div.chat-input", {}, box)], side));
draw();
present(chats, () => model, () => null);
