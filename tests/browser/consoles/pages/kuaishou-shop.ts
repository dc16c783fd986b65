/** Kuaishou's traps: a buyer's number stands where the name comes later, and the editor keeps a paragraph for each line. */
import { buyers } from "../shop.ts";
import { Chats, columns, h, Model, present } from "../page.ts";

const all = buyers(["2600000000000001", "2600000000000002", "2600000000000003", "2600000000000004"]);
let named = false;
const list = h("div.SessionListGroup-FolderSessions");
const name = h("span.LoginUserInfo-mainTitle-text");
const history = h("div.ChatMessageList-ContentWrap.history");
const box = h("div.ql-editor.box", { contenteditable: "true" });
const button = h("button.ant-btn.ant-btn-primary", { type: "button" }, "发送 Enter");
const side = h("div", { id: "OrderListDom" });
const chats = new Chats(all, draw);
const model = new Model(box, chats.send);
button.addEventListener("click", () => model.go(chats.send));

function draw(): void {
  name.textContent = named ? chats.chosen.name : chats.chosen.key;
  list.replaceChildren(...chats.rows((buyer) =>
    h("div.SessionStarCard", {}, h("span.SessionBaseCard-topHeadName", {}, buyer.name),
      h("p.SessionBaseCard-lastMessage", {}, buyer.says.at(-1)?.text ?? ""))));
  history.replaceChildren(...chats.messages((said, at) => {
    const side = said.who === "buyer" ? "notMe" : "isMine";
    const words = said.who === "system" ? h("div.kwaishop-cs-BizNoticeCard", {}, said.text) : h("span", {}, said.text);
    return h(`div.kwaishop-cs-LayoutDefaultWrapper_lrWrapper.kwaishop-cs-LayoutDefaultWrapper__${side}`, { id: `0_${chats.chosen.key}_${at}` }, words);
  }));
  side.replaceChildren(h("div.list", {}, ...chats.chosen.orders.map(({ number, status, item }) =>
    h("div.OrderCard", {}, h("span.oid", {}, `订单 ${number}`), h("div.tag-contain", {}, h("b.order-tag", {}, status)), h("p.itemTitle", {}, item)))));
}

document.body.append(columns(list, [h("div.TargetUserHeader", {}, name), history,
  h("div.SendBox", {}, h("div.SendBox-Editor", {}, box), h("div.SendBox-buttonRight", {}, button))], side));
draw();
present(chats, () => model, () => button, {
  name: () => {
    named = true;
    draw();
  },
});
