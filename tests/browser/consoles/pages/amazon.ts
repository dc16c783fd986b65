/** Amazon's trap: box and button are elements of their own, with the real ones in open shadow roots. */
import { buyers } from "../shop.ts";
import { Chats, h, Model, present } from "../page.ts";

const chats = new Chats(buyers([]), () => {});
const box = h("textarea");
const press = h("button", { type: "button" }, "Send");
/** An element of the page's own, with this in its shadow root. */
function element(name: string, inner: HTMLElement): HTMLElement {
  const host = document.createElement(name);
  host.attachShadow({ mode: "open" }).append(h("style", {}, "textarea { width: 100%; height: 80px }"), inner);
  return host;
}
// Enter breaks the line here.
const model = new Model(box, chats.send, false);
press.addEventListener("click", () => model.go(chats.send));
const button = element("kat-button", press);
document.body.append(h("div.contact-buyer-text-area", {}, element("kat-textarea", box)), button);
present(chats, () => model, () => button);
