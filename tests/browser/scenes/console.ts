/** The sandbox's console by itself, without the extension: it is a console. */

import assert from "node:assert/strict";
import type { Scene } from "../scene.ts";

export const consoles: Scene[] = ["console.html", "editable.html", "frame.html", "strict.html"].map(
  (page): Scene => ({
    name: `console: ${page} sends by Enter and by the button, and never while composing`,
    page,
    wants: { extension: false },
    play: async (stage) => {
      const { console } = stage;
      await console.type("您好，马上为您查");
      await stage.press("Enter");
      await stage.until("the first message is sent", async () =>
        (await console.sent()).includes("您好，马上为您查"),
      );
      await console.type("已经发出");
      await console.send();
      await stage.until("the second message is sent", async () =>
        (await console.sent()).includes("已经发出"),
      );
      const before = await console.sent();
      const method = await stage.session.inputMethod(stage.page);
      await method.compose("hao");
      await method.commit("好");
      await console.reads("好");
      assert.deepEqual(await console.sent(), before);
    },
  }),
);
