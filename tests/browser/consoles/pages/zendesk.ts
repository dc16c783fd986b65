/**
 * Zendesk's traps: the composers of all open tickets stay on the page with a
 * box, and which one counts stands in the address, which changes without
 * loading; the editor keeps a model of its own that takes only a paste with
 * markup, and undoes what else is done to its nodes.
 */
import { buyers } from "../shop.ts";
import { Chats, h, Model, present } from "../page.ts";

const all = buyers([]);
const chats = new Chats(all, draw);
const tickets = new Map(all.map((buyer) => [buyer.key, ticket(buyer.key)]));

/** A ticket with an editor: what its nodes say is drawn from its model whenever they differ. */
function ticket(key: string): { place: HTMLElement; model: Model; button: HTMLElement } {
  const box = h("div.box.ck.ck-editor__editable", { contenteditable: "true", "data-test-id": "omnicomposer-rich-text-ckeditor" });
  const button = h("button", { type: "button", "data-test-id": "submit_button-button" }, "提交");
  const model = new Model(box, chats.send);
  box.addEventListener("paste", (event) => {
    event.preventDefault();
    const markup = event.clipboardData?.getData("text/html") ?? "";
    if (markup === "") return;
    const words = new DOMParser().parseFromString(markup, "text/html").body.textContent ?? "";
    document.execCommand("insertText", false, words);
  });
  button.addEventListener("click", () => model.go(chats.send));
  const place = h("section.ticket", { "data-entity-id": key }, h("h3", {}, `#${key}`), box, button);
  return { place, model, button };
}

const tabs = h("nav.column");
document.body.append(h("main.columns", {}, tabs, h("section.column.chat", {}, ...[...tickets.values()].reverse().map(({ place }) => place))));

function draw(): void {
  tabs.replaceChildren(...chats.rows((buyer, isOpen) => h(`div.tab${isOpen ? ".on" : ""}`, {}, `#${buyer.key}`)));
  // All stay laid out, one over the other; only the one on top is seen.
  for (const [key, { place }] of tickets) place.style.opacity = key === chats.chosen.key ? "1" : "0.2";
  const address = `/agent/tickets/${chats.chosen.key}`;
  if (location.pathname !== address) history.pushState(null, "", address);
}
draw();

const open = () => tickets.get(chats.chosen.key)!;
present(chats, () => open().model, () => open().button);
