/**
 * `cargo xtask run` with a screen: the sandbox's console in a browser that has
 * the extension, until its window closes.
 */

import { Stage } from "../harness/stage.ts";
import { browser, program } from "./asked.ts";

const stage = await Stage.open(browser, program, "console.html", {
  window: true,
  // The person's own language, as their browser would have it.
  language: Intl.DateTimeFormat().resolvedOptions().locale,
});
console.log(`
The console is at ${stage.page.url()}

Try:
  type    不行，今天发不了        the words are underlined; the card says why
  press   Alt+Enter              the first rewrite stands in the draft; Ctrl+Z takes it back
  type    加我微信，微信转账     and press Enter: the message is held
  press   Alt+Shift+Enter        everything that has a rewrite is rewritten
  type    /fapiao                the list at the caret finds replies; arrows choose, Enter inserts
  type    nh and a space         the reply of that abbreviation; Backspace right after gives it back
  press   Alt+S                  the draft becomes a reply of your own; Enter saves it
  press   Alt+Q                  the panel has the keyboard; Escape goes back to the draft
  press   Alt+U                  the reminder for the unpaid order stands in the draft

Other pages: ${stage.site.at("")} (training, without the extension's panel),
strict.html, editable.html and frame.html beside it.
Close the window to end.
`);
await new Promise<void>((closed) => {
  stage.session.browser.once("disconnected", () => closed());
  // Closing the last window of Chromium leaves the program running on some systems.
  stage.session.browser.on("targetdestroyed", () => {
    void stage.session.browser.pages().then((pages) => {
      if (pages.length === 0) closed();
    }, closed);
  });
});
await stage.close();
