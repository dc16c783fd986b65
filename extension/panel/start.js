// The first and only script of the panel's document.
//
// It listens before it loads anything: the page side hands its port over when
// this document's load event has fired, which may be before the wasm is ready.
// The panel never speaks first. Whoever embeds this document can read what it
// posts to its parent, so it posts nothing and waits for a port.

/** Ports that were offered, each with the secret that must be right. */
const offers = [];
let take = (secret, port) => offers.push([secret, port]);

addEventListener("message", (event) => {
  const secret = event.data?.deti;
  if (event.isTrusted && typeof secret === "string" && event.ports.length === 1) {
    take(secret, event.ports[0]);
  }
});

// Until the words are there the document speaks the browser's language; only
// the card below needs it so early.
const [first = "en"] = navigator.languages;
document.documentElement.lang = !/^zh\b/i.test(first)
  ? "en"
  : /hant|tw|hk|mo/i.test(first) && !/hans/i.test(first)
    ? "zh-Hant-TW"
    : "zh-Hans-CN";

const stopped = document.getElementById("stopped");
stopped.addEventListener("click", (event) => {
  if (event.isTrusted && event.target.closest("button")) location.reload();
});

/** Files of replies are read by a module of its own, fetched when the first one comes. */
const fetchFormats = async () => {
  const formats = await import("./deti_formats_web.js");
  // Loading it a second time does nothing.
  await formats.default({ module_or_path: new URL("deti_formats_web_bg.wasm", import.meta.url) });
  return formats;
};

try {
  const { default: load, start } = await import("./deti_panel.js");
  await load({ module_or_path: new URL("deti_panel_bg.wasm", import.meta.url) });
  const panel = await start(fetchFormats);
  take = (secret, port) => panel.offer(secret, port);
  for (const [secret, port] of offers.splice(0)) take(secret, port);
} catch (error) {
  // A panic has shown the card already, with more to say than this.
  if (stopped.hidden) {
    document.getElementById("stopped-detail").textContent = String(error);
    document.getElementById("panel").hidden = true;
    stopped.hidden = false;
  }
  take = (_, port) => port.close();
  for (const [, port] of offers.splice(0)) port.close();
}
