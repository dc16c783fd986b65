/** Xianyu's traps: hashes behind the names of classes, a button known by its words, and an address that changes without loading. */
import { buyers } from "../shop.ts";
import { Chats, columns, h, Model, present } from "../page.ts";

const list = h("div");
const history_ = h("div.history");
const box = h("textarea.textarea-no-border--x7Qp2");
const button = h("button.ant-btn", { type: "button" }, "发 送");
const chats = new Chats(buyers([]), draw);
const model = new Model(box, chats.send);
button.addEventListener("click", () => model.go(chats.send));

function draw(): void {
  history.replaceState(null, "", `/im?itemId=1&peerUserId=${chats.chosen.key}`);
  list.replaceChildren(...chats.rows((buyer) => h("div.conversation-item--a1", {}, buyer.name)));
  history_.replaceChildren(...chats.messages((said) =>
    h(`div.message-text--q1.message-text-${said.who === "buyer" ? "left" : "right"}--q2`, {}, said.text)));
}

document.body.append(columns(list, [h("div"), history_, box, h("div", {}, h("button.ant-btn", { type: "button" }, "立即购买"), button)], null));
draw();
present(chats, () => model, () => button);
