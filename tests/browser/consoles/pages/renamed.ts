/**
 * A page with names that no adapter has, but for the box that Kuaishou's would still
 * find: a console that changed its names, or, elsewhere, one of which nothing is known.
 * It tells what of the agent's hands it noticed.
 */
import { buyers } from "../shop.ts";
import { Chats, columns, h, Model, present } from "../page.ts";

/** What the page heard of presses and keys, from the window's own door. */
const noticed: string[] = [];
const HEARD = ["pointerdown", "pointerup", "mousedown", "mouseup", "click", "contextmenu", "keydown", "keypress", "keyup", "focusin"];
for (const type of HEARD) window.addEventListener(type, () => noticed.push(type), { capture: true });

const all = buyers(["2600000000000001", "2600000000000002", "2600000000000003", "2600000000000004"]);
const list = h("div.talks");
const name = h("strong.whom");
const lines = h("div.lines.history");
const box = h("div.ql-editor.box", { contenteditable: "true" });
const button = h("button.go", { type: "button" }, "发送");
const deals = h("div.deals");
const chats = new Chats(all, draw);
const model = new Model(box, chats.send);
button.addEventListener("click", () => model.go(chats.send));

function draw(): void {
  name.textContent = chats.chosen.name;
  list.replaceChildren(...chats.rows((buyer, isOpen) =>
    h(`div.talk${isOpen ? ".talk-active" : ""}`, { "data-talk-key": buyer.key }, h("b.who", {}, buyer.name), h("p.last", {}, buyer.says.at(-1)?.text ?? ""))));
  lines.replaceChildren(...chats.messages((said) => {
    const side = { buyer: "from-guest", agent: "from-shop", bot: "from-shop", system: "notice" }[said.who];
    return h(`div.line.${side}`, {}, h("div.bubble", {}, said.text));
  }));
  deals.replaceChildren(...chats.chosen.orders.map(({ number, status, item, amount }) =>
    h("div.deal", {}, h("span.deal-no", {}, `编号 ${number}`), h("i.deal-state", {}, status), h("p.deal-item", {}, item), h("em.deal-sum", {}, amount))));
}

document.body.append(columns(list, [h("div.top", {}, name), lines, h("div.write", {}, box, button)], deals));
draw();
present(chats, () => model, () => button, {
  forget: () => void noticed.splice(0),
  /** A page that presses what it finds under the pointer, and Deti's own element, by itself. */
  press: () => {
    for (const target of [document.querySelector("[data-deti-host]"), document.querySelector(".go"), document.body]) {
      for (const type of ["pointermove", "pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
        target?.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: 300, clientY: 200 }));
      }
      for (const key of ["Enter", "Escape", "ArrowUp"]) {
        target?.dispatchEvent(new KeyboardEvent("keydown", { key, code: key, bubbles: true, composed: true }));
      }
    }
  },
});
Object.assign(window, { noticed });
