/** The message box of a React chat kit: a contenteditable that React puts its own markup into. */
import { MessageInput } from "@chatscope/chat-ui-kit-react";
import { createElement, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { open, place } from "../page.ts";

let state = "";
let set: (text: string) => void = () => {};
const plain = (html: string) => {
  const broken = html.replaceAll("<div><br></div>", "\n").replace(/<br>|<div>/g, "\n");
  const page = new DOMParser().parseFromString(broken, "text/html");
  return page.body.textContent?.replaceAll("\u00a0", " ") ?? "";
};
const Box = () => {
  const [text, setText] = useState("");
  state = text;
  set = setText;
  return createElement(MessageInput, { value: text, onChange: (html: string) => setText(html), attachButton: false });
};
const at = place();
const root = createRoot(at);
flushSync(() => root.render(createElement(Box)));
open({
  element: at.querySelector<HTMLElement>("[contenteditable]")!,
  text: () => plain(state),
  put: (text) => flushSync(() => set(text)),
});
