/** What pages forbid by their headers, and that Deti keeps to its own. */

import assert from "node:assert/strict";
import type { Stage } from "../../harness/stage.ts";
import { say } from "../../harness/words.ts";
import type { Scene } from "../../scene.ts";
import { FORBIDDEN, WARNED } from "../drafts.ts";
import { sends, works } from "./works.ts";

/** A policy, and something that it forbids the page itself: a header that is not in force shows nothing. */
interface Policy {
  what: string;
  headers: Record<string, string>;
  forbids: Forbidden;
}

type Forbidden = "style" | "frame" | "html" | "clipboard" | "sharing";

const CSP = "content-security-policy";

const policies: Policy[] = [
  { what: "everything from elsewhere", headers: { [CSP]: "default-src 'self'" }, forbids: "style" },
  {
    what: "all that the page can do without",
    headers: {
      [CSP]:
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'none'; child-src 'none'; " +
        "worker-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
    },
    forbids: "frame",
  },
  {
    what: "scripts and styles without its nonce",
    headers: { [CSP]: "script-src 'self' 'nonce-4f2a'; style-src 'self' 'nonce-4f2a'; style-src-attr 'none'; object-src 'none'" },
    forbids: "style",
  },
  {
    what: "HTML from text (Trusted Types)",
    headers: { [CSP]: "require-trusted-types-for 'script'; trusted-types 'none'" },
    forbids: "html",
  },
  {
    what: "what does not agree to be embedded (COOP and COEP require-corp)",
    headers: {
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-resource-policy": "same-origin",
    },
    forbids: "sharing",
  },
  {
    what: "the cookies of what it embeds (COEP credentialless)",
    headers: { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "credentialless" },
    forbids: "sharing",
  },
  {
    what: "the clipboard, to itself and to every frame",
    headers: { "permissions-policy": "clipboard-write=(), clipboard-read=(), fullscreen=()" },
    forbids: "clipboard",
  },
];

/** Whether the page itself is really forbidden that. */
function isForbidden(stage: Stage, what: Forbidden): Promise<boolean> {
  return stage.page.evaluate(async (what) => {
    switch (what) {
      case "style": {
        const style = document.createElement("style");
        style.textContent = "main { outline: 3px solid red }";
        document.head.append(style);
        const { outlineStyle } = getComputedStyle(document.querySelector("main") ?? document.body);
        style.remove();
        return outlineStyle === "none";
      }
      case "frame": {
        const refused = new Promise<boolean>((refused) =>
          document.addEventListener("securitypolicyviolation", () => refused(true), { once: true }),
        );
        const frame = document.createElement("iframe");
        frame.src = "./strict.html";
        document.body.append(frame);
        const answer = await refused;
        frame.remove();
        return answer;
      }
      case "html":
        try {
          document.createElement("div").innerHTML = "<b></b>";
          // Not every browser keeps the page to it.
          return !("trustedTypes" in window);
        } catch {
          return true;
        }
      case "clipboard": {
        const { featurePolicy } = document as { featurePolicy?: { allowsFeature(name: string): boolean } };
        // Firefox does not know the header.
        return !(featurePolicy?.allowsFeature("clipboard-write") ?? false);
      }
      case "sharing":
        return crossOriginIsolated;
    }
  }, what);
}

export const underPolicies: Scene[] = policies.map(
  ({ what, headers, forbids }): Scene => ({
    name: `hostile: a page that forbids ${what} is worked on like any other`,
    page: "console.html",
    wants: { headers },
    play: async (stage) => {
      await works(stage);
      assert(await isForbidden(stage, forbids), "the policy is in force");
      // Our own sheet applies: the frame lies where it was laid, over nothing of the page.
      const panel = await stage.box("iframe.panel.shown");
      const { width, height } = await stage.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      assert.deepEqual([panel?.right, panel?.bottom], [width, height]);
    },
  }),
);

export const sandboxed: Scene[] = [
  {
    name: "hostile: in a page that sandboxes itself and all its frames, the badge says that the check is off and sending works",
    page: "console.html",
    // A sandboxed page is of no origin, so its own files are another's to it.
    wants: { headers: { [CSP]: "sandbox allow-scripts", "access-control-allow-origin": "*" } },
    play: async (stage) => {
      const { console } = stage;
      await console.type(WARNED.text);
      await stage.overlaySays(say("page_check_off"));
      await stage.shot("hostile sandboxed");
      await sends(stage, WARNED.text);
      await console.type(FORBIDDEN.text);
      await sends(stage, FORBIDDEN.text);
    },
  },
];
