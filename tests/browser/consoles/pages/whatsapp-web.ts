/** WhatsApp's traps: test ids come and go, so that the structure has to stand behind them; the number stands in a message's id. */
import { buyers } from "../shop.ts";
import { Chats, columns, h, Model, present } from "../page.ts";

let tested = true;
const list = h("div");
const name = h("span", { dir: "auto" });
const history = h("div.history");
const box = h("div.box", { contenteditable: "true", "data-tab": "10", "data-testid": "conversation-compose-box-input" });
const button = h("button", { type: "button", "data-testid": "send" }, "➤");
const chats = new Chats(buyers([]), draw);
const model = new Model(box, chats.send);
button.addEventListener("click", () => model.go(chats.send));

function draw(): void {
  name.textContent = chats.chosen.name;
  list.replaceChildren(...chats.rows((buyer) => h("div", {}, buyer.name)));
  history.replaceChildren(...chats.messages((said, at) => {
    const side = said.who === "buyer" ? "in" : "out";
    return h(`div.message-${side}`, { "data-id": `${side === "out"}_86${chats.chosen.key}@c.us_${at}` },
      h("div", tested ? { "data-testid": "msg-container" } : {}, h("div", { "data-pre-plain-text": `[${said.time}, 2026/11/6] ${side}: ` }, said.text)));
  }));
}

document.body.append(columns(list, [h("div", { id: "main" }, h("header", {}, name, h("p", {}, "online")), history),
  h("footer", {}, box, button)], null));
draw();
present(chats, () => model, () => button, {
  rollout: () => {
    tested = false;
    for (const element of [box, button]) element.removeAttribute("data-testid");
    draw();
  },
});
