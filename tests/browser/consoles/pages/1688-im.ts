/** 1688's traps: the chat stands in a frame of the same origin that comes later, and behind a message stands whether it was read. */
import { buyers } from "../shop.ts";
import { Chats, h, Model, present } from "../page.ts";

const all = buyers([]);
const frame = h("iframe", { src: "def_cbu_web_im_core/index.html", title: "chat" }) as HTMLIFrameElement;

frame.addEventListener("load", () => {
  const inside = frame.contentDocument!;
  const name = h("span.name");
  const history = h("div.history");
  const box = h("pre.edit.box", { contenteditable: "true" });
  const button = h("button.send-btn", { type: "button" }, "发送");
  const list = h("nav.column");
  const chats = new Chats(all, draw);
  const model = new Model(box, chats.send);
  button.addEventListener("click", () => model.go(chats.send));

  function draw(): void {
    name.textContent = chats.chosen.name;
    list.replaceChildren(...chats.rows((buyer) => h("div", {}, buyer.name, " ", buyer.says.at(-1)?.text ?? "")));
    history.replaceChildren(...chats.messages((said) =>
      h(`div.message-item${said.who === "buyer" ? "" : ".self"}`, {}, h("span.time", {}, `2026-11-06 ${said.time}:00`),
        h("div.content", {}, said.text, said.who === "buyer" ? null : h("i", {}, "已读")))));
  }

  inside.body.append(h("main.columns", {}, list, h("section.column.chat", {}, h("div.conversation", {}, name), history, box, button)));
  draw();
  present(chats, () => model, () => button);
  window.replica.row = (key) => inside.querySelector<HTMLElement>(`[data-replica-row="${key}"]`);
});
document.body.append(frame);
