/**
 * A busy console, for measuring: Pinduoduo's names, two thousand messages on
 * screen, thirty conversations in the list, and new messages as often as asked.
 * When they have become many more it drops the oldest, as consoles do, so that
 * it does not grow by itself.
 */
import { buyers, type Buyer } from "../shop.ts";
import { Chats, columns, h, Model, present } from "../page.ts";

/** So many messages has the first conversation, and each of the others. */
const MANY = 2000;
const SOME = 60;
/** So many more are dropped at once. */
const SPARE = 500;
const CONVERSATIONS = 30;

const SAYS = ["这款还有货吗", "好的，我再看看颜色", "请问大概几天能到", "尺码偏大还是偏小", "谢谢，那我先拍下了"];

const [model1] = buyers(["261106-000000000000001", "261101-000000000000002"]);

const all: Buyer[] = Array.from({ length: CONVERSATIONS }, (_, place) => ({
  ...model1!,
  key: String(2_000_000_001 + place),
  name: `买家${place}`,
  waits: place % 3 === 0,
  says: Array.from({ length: place === 0 ? MANY : SOME }, (_, at) => said(at)),
}));

function said(at: number): Buyer["says"][number] {
  const time = `${String(9 + (Math.floor(at / 360) % 9)).padStart(2, "0")}:${String(Math.floor(at / 6) % 60).padStart(2, "0")}`;
  return { who: at % 3 === 1 ? "agent" : "buyer", text: `${SAYS[at % SAYS.length]}（${at}）`, time };
}

let count = MANY;
const name = h("span.name");
const list = h("ul.chat-list");
const messages = h("ul.msg-list");
const history = h("div.history", { id: "msgListContainer" }, messages);
const box = h("textarea", { id: "replyTextarea", spellcheck: "false" });
const button = h("div.send-btn.press", {}, "发送");
const side = h("div", { id: "right-panel" });

const chats = new Chats(all, draw);
/** Only the new message is drawn: another list each time would cost the page more than all else. */
const send = (text: string) => {
  chats.sent.push(text);
  add({ who: "agent", text, time: "18:00" });
};
const model = new Model(box, send);
button.addEventListener("click", () => model.go(send));

const line = ({ who, text, time }: Buyer["says"][number]) =>
  h("li.onemsg", { id: `middlePanel_list_${chats.chosen.key}m${(count += 1)}` }, h("span.message-time", {}, time),
    h(who === "buyer" ? "div.buyer-item" : "div.cs-item", {},
      h("div", { currentuid: chats.chosen.key }, h("div.msg-content", {}, h("p.msg-content-box", {}, text)))));

/** Another conversation: its messages, its orders, and its row in the list. */
function draw(): void {
  name.textContent = chats.chosen.name;
  list.replaceChildren(...chats.rows((buyer, isOpen) =>
    h(`li.chat-item.chat-item-box${isOpen ? ".active" : ""}`, { "data-random": `${buyer.key}-0-all` },
      h("span.nickname-span", {}, buyer.name),
      h("p.chat-message-content", {}, buyer.says.at(-1)?.text ?? ""),
      h("span.chat-time", {}, buyer.says.at(-1)?.time ?? ""),
      buyer.waits ? h("i.chat-unreply-time", {}, "3分钟") : null)));
  messages.replaceChildren(...chats.chosen.says.map(line));
  side.replaceChildren(h("ul.bar-box", {}, h("li.bar-item.bar-select", {}, "最新订单")),
    h("ul.order-panel-header", {}, h("li.order-panel-second-bar.bar-select", {}, "个人订单(2)")),
    ...chats.chosen.orders.map(({ number, status, item, amount }) =>
      h("div.order-item", {}, h("span.order-sn", {}, number), h("b.title-status", {}, status), h("p.goods-name", {}, item),
        h("div.line-value.amount-value", {}, amount))));
  history.scrollTop = history.scrollHeight;
}

/** One more message, below the others. */
function add(message: Buyer["says"][number]): void {
  const { says, key } = chats.chosen;
  says.push(message);
  messages.append(line(message));
  const most = key === all[0]?.key ? MANY : SOME;
  if (says.length >= most + SPARE) {
    says.splice(0, SPARE);
    [...messages.children].slice(0, SPARE).forEach((old) => old.remove());
  }
  const row = list.querySelector(`[data-replica-row="${key}"]`);
  row?.querySelector(".chat-message-content")?.replaceChildren(message.text);
  row?.querySelector(".chat-time")?.replaceChildren(message.time);
  history.scrollTop = history.scrollHeight;
}

let arriving = 0;

document.body.append(columns(h("div.chat-list-box", {}, list),
  [h("div.chatWindowHeader", {}, h("div.base-info", {}, name)), history,
   h("div.reply-box", {}, h("div.reply-input", {}, box), h("div.reply-footer", {}, button))], side));
draw();

present(chats, () => model, () => button, {
  arrive: () => add(said(count)),
  start: () => {
    arriving = window.setInterval(() => add(said(count)), 100);
  },
  stop: () => clearInterval(arriving),
});
