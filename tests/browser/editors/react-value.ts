/** A textarea or an input whose value React holds. */
import { createElement, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { open, place } from "./page.ts";

export function reactValue(tag: "textarea" | "input"): void {
  let state = "";
  let set: (text: string) => void = () => {};
  const Box = () => {
    const [text, setText] = useState("");
    state = text;
    set = setText;
    return createElement(tag, {
      value: text,
      onChange: (event: { target: { value: string } }) => setText(event.target.value),
    });
  };
  const at = place();
  const root = createRoot(at);
  flushSync(() => root.render(createElement(Box)));
  open({
    element: at.querySelector<HTMLElement>(tag)!,
    text: () => state,
    put: (text) => flushSync(() => set(text)),
  });
}
