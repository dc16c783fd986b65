/**
 * Plays every scene in the browser that `DETI_BROWSER` names, each in a browser
 * of its own, so that none depends on another. A scene that fails leaves a
 * picture of how it looked.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Stage } from "./harness/stage.ts";
import { scenes } from "./scenes/all.ts";

const browser = process.env["DETI_BROWSER"] ?? "chromium";
const program = process.env["DETI_PROGRAM"];
assert(program, "DETI_PROGRAM names the browser's program: cargo xtask test browser");

/** A scene has this long: the editors' are many steps, and a machine may be slow. */
const PATIENCE = 180_000;

for (const scene of scenes.filter(({ only = browser }) => only === browser)) {
  test(scene.name, { timeout: PATIENCE }, async ({ signal }) => {
    const stage = await Stage.open(browser, program, scene.page, scene.wants);
    // A scene that hangs is not left behind with its browser.
    signal.addEventListener("abort", () => void stage.close());
    try {
      await scene.play(stage);
    } catch (error) {
      await stage.shot(`FAILED ${scene.name}`).catch(() => {});
      throw error;
    } finally {
      await stage.close();
    }
  });
}
