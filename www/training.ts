/**
 * The script of the training page: the console, the drill on its stage, and
 * the assistant built into the page unless the extension is already here.
 */

import { el } from "./console/dom.ts";
import { openConsole } from "./console/page.ts";
import { Stage } from "./console/stage.ts";

async function train(stage: Stage, element: HTMLElement): Promise<void> {
  const sandbox = await import("./deti_sandbox.js");
  await sandbox.default({ module_or_path: new URL("./deti_sandbox_bg.wasm", import.meta.url) });
  await sandbox.train(stage, element);
}

async function assist(): Promise<void> {
  if (document.documentElement.dataset["deti"] === "extension") return;
  const assistant = await import("./assist/page/page-site.js");
  await assistant.start({ base: "./assist/" });
}

// Nobody else writes while a buyer of a drill is on stage.
const page = await openConsole(false);
const drill = el("div", "", { id: "drill" });
page.chat.querySelector(".chat-head")?.after(drill);
await Promise.all([train(new Stage(page), drill), assist()]);
