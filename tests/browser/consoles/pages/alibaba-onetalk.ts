/** OneTalk: the box is a pre, and of the messages nothing says who wrote them. */
import { buyers } from "../shop.ts";
import { Chats, columns, h, Model, present } from "../page.ts";

const list = h("div");
const history = h("div.scroll-box.history");
const box = h("pre.send-textarea.box", { contenteditable: "true" });
const button = h("button.send-tool-button", { type: "button" }, "Send");
const chats = new Chats(buyers([]), draw);
const model = new Model(box, chats.send);
button.addEventListener("click", () => model.go(chats.send));

function draw(): void {
  list.replaceChildren(...chats.rows((buyer) =>
    h("div", { "data-name": buyer.name }, buyer.name, h("time.contact-time", {}, buyer.says.at(-1)?.time ?? ""))));
  history.replaceChildren(...chats.messages((said) =>
    h("div", { "data-expinfo": JSON.stringify({ messageType: 1 }) }, h("p.session-rich-content", {}, said.text))));
}

document.body.append(columns(list, [h("div"), history, h("div", { id: "send-box-wrapper" }, box), button], null));
draw();
present(chats, () => model, () => button);
