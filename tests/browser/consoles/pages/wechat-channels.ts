/** The trap of the channels' page: all of the chat stands in the open shadow root of another program's host, which comes late. */
import { buyers } from "../shop.ts";
import { Chats, columns, h, Model, present } from "../page.ts";

const all = buyers([]);
const list = h("div");
const name = h("span");
const history = h("div.session-content-wrapper.history");
const box = h("textarea", { name: "textarea" });
const button = h("button", { type: "button" }, "发送");
const chats = new Chats(all, draw);
const model = new Model(box, chats.send);
button.addEventListener("click", () => model.go(chats.send));

function draw(): void {
  name.textContent = chats.chosen.name;
  list.replaceChildren(...chats.rows((buyer) => h("div.session-wrap", {}, h("span.name", {}, buyer.name))));
  history.replaceChildren(...chats.messages((said) =>
    h(`div.content.content-${said.who === "buyer" ? "left" : "right"}`, {}, h("div.message-plain", {}, said.text))));
}

const app = document.createElement("wujie-app");
const root = app.attachShadow({ mode: "open" });
root.append(h("link", { rel: "stylesheet", href: "/replica/page.css" }),
  columns(list, [h("div.session-dialog", {}, h("div.header", {}, h("div.left", {}, name))), history,
    h("div.footer", {}, h("div.content", {}, box), h("div.weui-desktop-btn_wrp", {}, button))], null));
draw();
present(chats, () => model, () => button, { mount: () => document.body.replaceChildren(app) });
window.replica.row = (key) => root.querySelector<HTMLElement>(`[data-replica-row="${key}"]`);
document.body.append(h("p", {}, "加载中"));
