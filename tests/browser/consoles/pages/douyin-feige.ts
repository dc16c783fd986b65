/**
 * Feige's traps: classes are hashes that change, only names for tests and the
 * readable part of a class stay; beside an order's number stands a hidden `+0`
 * that runs into it; two amounts stand in one row.
 */
import { buyers } from "../shop.ts";
import { Chats, columns, h, Model, present } from "../page.ts";

const all = buyers(["6950000000000000001", "6950000000000000002", "6950000000000000003", "6950000000000000004"]);
let build = 1;
const hash = (name: string) => `${name}-${["ePRNJi", "Q8PQwE", "zX41bn"][build % 3]}`;
const hashed = (spec: string, name: string) => `${spec}.${hash(name)}`;

const list = h("div.scroller");
const name = h("span");
const history = h("div.messageList.history");
const box = h("textarea", { "data-qa-id": "qa-send-message-textarea" });
const button = h("div.press", { "data-qa-id": "qa-send-message-button" }, "发送");
const side = h("div");
const chats = new Chats(all, draw);
const model = new Model(box, chats.send);
button.addEventListener("click", () => model.go(chats.send));

function draw(): void {
  box.setAttribute("placeholder", `发送给 ${chats.chosen.name}，使用Enter 发送消息`);
  name.textContent = chats.chosen.name;
  list.replaceChildren(...chats.rows((buyer, isOpen) =>
    h(`${hashed("div", "conversationCard")}${isOpen ? `.${hash("selected")}` : ""}`,
      { "data-kora": "conversation", "data-qa-id": "qa-conversation-chat-item" },
      h(hashed("span", "nameLine"), { title: buyer.name }, h(hashed("i", "newNameContent"), {}, buyer.name)),
      buyer.waits ? h(hashed("em", "wait"), {}, "3分钟") : null)));
  history.replaceChildren(...chats.messages((said, at) => {
    const isBuyer = said.who === "buyer";
    const id = { "data-id": `${said.who === "system" ? "transfer_staff_" : ""}${chats.chosen.key}m${at}` };
    const sender = said.who === "bot" ? h(hashed("span", "sender"), {}, "智能客服") : null;
    return h("div.msgItemWrap", { "data-qa-id": "qa-message-warpper" },
      h(isBuyer ? "div.messageNotMe" : "div.leaveMessage.messageIsMe",
        { style: `display: flex; flex-direction: ${isBuyer ? "row" : "row-reverse"}` },
        sender, h(hashed("div", "msgContent"), id, h("pre", {}, said.text))));
  }));
  side.replaceChildren(...chats.chosen.orders.map(({ number, status, item, amount }, at) => {
    const counter = h(hashed("sup", "num"), { "aria-hidden": "true", style: "opacity: 0" }, "+0");
    return h(`div.ecom-collapse-item${at === 0 ? ".ecom-collapse-item-active" : ""}`, {},
      h("div.ecom-collapse-header", { role: "button", "aria-expanded": String(at === 0) },
        h(hashed("span", "state"), {}, status), h(hashed("div", "id"), {}, counter, h(hashed("span", "text"), {}, number))),
      h("div.ecom-collapse-content", {}, h("p", { "data-btm": "d5834" }, item),
        h(hashed("div", "row"), {}, h("span", {}, "优惠"), h("span", {}, "¥30.00"), h("span", {}, "实付金额"), h("strong", {}, amount))));
  }));
}

const header = h("div", { id: "topbar-left-info" }, h("span", {}, "添加备注"), name);
document.body.append(columns(list, [header, history, box, button], side));
draw();
present(chats, () => model, () => button, {
  rotate: () => {
    build += 1;
    draw();
  },
});
