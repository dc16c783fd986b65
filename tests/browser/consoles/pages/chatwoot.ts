/** Chatwoot on a host of the shop's own: the conversation's number stands in an address that changes without loading. */
import { buyers } from "../shop.ts";
import { Chats, columns, h, Model, present } from "../page.ts";

const list = h("div");
const messages = h("div.history");
const box = h("div.ProseMirror.box", { contenteditable: "true" });
const button = h("button", { type: "button" }, "Send");
const chats = new Chats(buyers([]), draw);
const model = new Model(box, chats.send);
button.addEventListener("click", () => model.go(chats.send));

function draw(): void {
  history.replaceState(null, "", `/app/accounts/1/conversations/${chats.chosen.key}`);
  list.replaceChildren(...chats.rows((buyer) => h("div", {}, buyer.name)));
  messages.replaceChildren(...chats.messages((said, at) => {
    const side = { buyer: "start", agent: "end", bot: "end", system: "center" }[said.who];
    return h(`div.justify-${side}`, { id: `message${at}`, "data-message-id": String(at) }, said.text);
  }));
}

document.body.append(columns(list, [h("div"), messages, h("div.reply-box", {}, box, button)], null));
draw();
present(chats, () => model, () => button);
