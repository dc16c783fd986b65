/** Marketplace: of the page only the box is known, and it is there in the inbox only, to which the address changes without loading. */
import { buyers } from "../shop.ts";
import { Chats, columns, h, Model, present } from "../page.ts";

const box = h("div.box", { contenteditable: "true", role: "textbox" });
const chats = new Chats(buyers([]), () => {});
const model = new Model(box, chats.send);
document.body.append(columns(h("div"), [h("div"), h("div.history"), box], null));
present(chats, () => model, () => null, {
  inbox: () => {
    history.pushState(null, "", "/marketplace/inbox/");
    document.querySelector(".history")?.append("Inbox");
  },
});
