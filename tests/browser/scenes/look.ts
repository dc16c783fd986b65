/** Languages, light and dark, and what axe has to say about the panel. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Frame } from "puppeteer-core";
import { ANY_TIME } from "../harness/session.ts";
import type { Stage } from "../harness/stage.ts";
import { type Language, say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";

/** The browser's language, the words' folder, the document's language, the page. */
const LANGUAGES: [string, Language, string, string][] = [
  ["zh-CN", "zh_CN", "zh-Hans-CN", "console.html"],
  ["zh-TW", "zh_TW", "zh-Hant-TW", "console.html?script=hant"],
  ["en", "en", "en", "console.html"],
];

interface AxeFinding {
  id: string;
  help: string;
  nodes: { html: string; failureSummary: string }[];
}

/** What axe finds wrong in a document. */
async function axe(panel: Frame): Promise<string[]> {
  await panel.evaluate(readFileSync("node_modules/axe-core/axe.min.js", "utf8"));
  const violations = await panel.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(root: Document): Promise<{ violations: AxeFinding[] }> };
    };
    return (await axe.run(document)).violations;
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary}`),
  );
}

/** The panel with everything on it: findings, an unpaid order, a held draft. */
async function full(stage: Stage): Promise<Frame> {
  const panel = await stage.panel();
  await stage.console.type("不好意思，无法开具发票");
  await stage.until("two words underlined", async () => (await stage.underlined()).length === 2);
  await stage.press("Enter");
  await stage.rest();
  return panel;
}

export const look: Scene[] = [
  ...LANGUAGES.map(
    ([tag, language, lang, page]): Scene => ({
      name: `look: the interface is in ${tag} where the browser is`,
      page,
      wants: { language: tag, limits: ANY_TIME },
      play: async (stage) => {
        const panel = await full(stage);
        for (const key of ["tab_replies", "tab_orders", "tab_notes", "held", "due"]) {
          await stage.panelSays(say(key, language));
        }
        await stage.overlaySays(say("page_send_anyway", language));
        assert.equal(await panel.evaluate(() => document.documentElement.lang), lang);
        await stage.shot(`look ${tag}`);
        await (await panel.$("#open-settings"))?.click();
        await stage.panelSays(say("privacy", language));
        await stage.shot(`look ${tag} settings`);
      },
    }),
  ),
  ...[false, true].map(
    (dark): Scene => ({
      name: `look: ${dark ? "dark" : "light"}, every list, and axe finds nothing`,
      page: "console.html",
      wants: { dark },
      play: async (stage) => {
        const theme = dark ? "dark" : "light";
        const panel = await full(stage);
        await stage.until(`a ${theme} panel`, () =>
          panel.evaluate((theme) => document.documentElement.dataset["theme"] === theme, theme),
        );
        await stage.shot(`look ${theme} 1 held`);
        assert.deepEqual(await axe(panel), []);
        for (const [place, list] of ["replies", "orders", "notes"].entries()) {
          const tabs = await panel.$$("[role=tab]");
          await tabs[place]?.click();
          await stage.until(`the ${list}`, () =>
            panel.evaluate(
              (place) => document.querySelectorAll("[role=tab]")[place]?.ariaSelected === "true",
              place,
            ),
          );
          await stage.shot(`look ${theme} ${place + 2} ${list}`);
          assert.deepEqual(await axe(panel), [], list);
        }
        await (await panel.$("#open-settings"))?.click();
        await panel.waitForSelector("#settings:not([hidden])");
        await stage.shot(`look ${theme} 5 settings`);
        assert.deepEqual(await axe(panel), [], "settings");
      },
    }),
  ),
];
