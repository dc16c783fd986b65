/** TikTok's traps: the box has no name but its place beside the send button, another box stands on the page, and a row's id is only its place. */
import { buyers } from "../shop.ts";
import { Chats, columns, h, Model, present } from "../page.ts";

const test = (name: string) => ({ "data-testid": `chat.chatroom.${name}` });
const list = h("div");
const history = h("div.history");
const box = h("textarea");
const button = h("button", { id: "chat-input-send-button", type: "button" }, "Send");
const chats = new Chats(buyers([]), draw);
const model = new Model(box, chats.send);
button.addEventListener("click", () => model.go(chats.send));

function draw(): void {
  list.replaceChildren(...chats.rows((buyer, isOpen) =>
    h(`div.k1${isOpen ? ".k9" : ""}`, { ...test("conversation_card") }, h("span", test("conversation_card_username"), buyer.name))));
  history.replaceChildren(...chats.messages((said) =>
    h("div", test("message_card"), h(`div.chatd-message.chatd-bubble-main--${said.who === "buyer" ? "other" : "self"}`, {}, said.text))));
}

document.body.append(columns(h("div", {}, h("textarea", { placeholder: "Search" }), list),
  [h("div"), history, h("div", {}, h("div", {}, box), h("div", {}, h("div", {}, button)))], null));
draw();
present(chats, () => model, () => button);
