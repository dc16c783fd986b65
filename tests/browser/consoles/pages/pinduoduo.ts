/**
 * Pinduoduo's traps: the chat comes late, the list of messages is replaced
 * whole, one buyer stands in two groups of the list, names are masked and
 * collide, and beside the buyer's orders stand, on another tab, the shop's.
 */
import { buyers, type Buyer } from "../shop.ts";
import { Chats, columns, h, Model, present } from "../page.ts";

const all = buyers(["261106-000000000000001", "261101-000000000000002", "261106-000000000000003", "261020-000000000000004"]);
// Names are masked here, and two are the same then.
["小***鹿", "小***鹿", "阿***明"].forEach((name, at) => (all[at]!.name = name));
let wholeShop = false;

const item = (group: string) => (buyer: Buyer, isOpen: boolean) =>
  h(`li.chat-item.chat-item-box${isOpen ? ".active" : ""}`, { "data-random": `${buyer.key}-0-${group}` },
    h("span.nickname-span", {}, buyer.name),
    h("p.chat-message-content", {}, buyer.says.at(-1)?.text ?? ""),
    h("span.chat-time", {}, buyer.says.at(-1)?.time ?? ""),
    buyer.waits && group === "reply" ? h("i.chat-unreply-time", {}, "3分钟") : null);

const card = ({ number, status, item, amount }: Buyer["orders"][number]) =>
  h("div.order-item", {}, h("span.order-sn", {}, number), h("b.title-status", {}, status), h("p.goods-name", {}, item),
    h("div.line-value.amount-value", {}, amount));

const list = h("ul.chat-list");
const name = h("span.name");
const history = h("div.history", { id: "msgListContainer" });
const box = h("textarea", { id: "replyTextarea" });
const button = h("div.send-btn.press", {}, "发送");
const side = h("div", { id: "right-panel" });

const chats = new Chats(all, draw);
const model = new Model(box, chats.send);
button.addEventListener("click", () => model.go(chats.send));

function draw(): void {
  list.replaceChildren(...chats.rows(item("all")), ...chats.rows(item("reply")));
  name.textContent = chats.chosen.name;
  // Another list each time, as the page's framework does it.
  history.replaceChildren(h("ul.msg-list", {}, ...chats.messages((said, at) => {
    const side = { buyer: "div.buyer-item", agent: "div.cs-item", bot: "div.cs-item.robot-text", system: "div" }[said.who];
    const words = said.who === "system" ? h("p.msg-system", {}, said.text) : h("div.msg-content", {}, h("p.msg-content-box", {}, said.text));
    return h("li.onemsg", { id: `middlePanel_list_${chats.chosen.key}m${at}` }, h("span.message-time", {}, said.time),
      h(side, {}, h("div", { currentuid: chats.chosen.key }, words)));
  })));
  drawOrders();
}

function drawOrders(): void {
  const tab = (words: string, isChosen: boolean) => h(`li.order-panel-second-bar${isChosen ? ".bar-select" : ""}`, {}, words);
  const orders = (wholeShop ? all : [chats.chosen]).flatMap((buyer) => buyer.orders);
  side.replaceChildren(h("ul.bar-box", {}, h("li.bar-item.bar-select", {}, "最新订单"), h("li.bar-item", {}, "商品推荐")),
    h("ul.order-panel-header", {}, tab(`个人订单(${chats.chosen.orders.length})`, !wholeShop), tab("店铺订单", wholeShop)),
    ...orders.map(card));
}

const page = columns(h("div.chat-list-box", {}, list),
  [h("div.chatWindowHeader", {}, h("div.base-info", {}, name)), history,
   h("div.reply-box", {}, h("div.reply-input", {}, box), h("div.reply-footer", {}, button))], side);

present(chats, () => model, () => button, {
  // Until then there is only a page that loads.
  mount: () => {
    document.body.replaceChildren(page);
    draw();
  },
  wholeShop: () => {
    wholeShop = true;
    drawOrders();
  },
  kicked: () => document.body.append(h("div.el-dialog__wrapper", {}, h("p", {}, "您的账户在别处登录"))),
});
document.body.append(h("p", {}, "加载中"));
