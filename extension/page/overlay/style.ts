/** The look of what is drawn over the page. Colours are the tokens of the look. */
export const SHEET = `
:host::before, :host::after, :host::backdrop { content: none !important; display: none !important; }
.layer {
  --surface: #ffffff; --line: #e4e1d9; --ink: #22252a; --ink-2: #5d636c; --ink-3: #6f757d;
  --accent: #2f7d74; --accent-weak: #e4f1ee; --on-accent: #ffffff; --block: #b8372c; --warn: #9a6a12; --warn-weak: #fbf3e2;
  --shadow: 0 4px 16px rgb(0 0 0 / 14%), 0 1px 2px rgb(0 0 0 / 8%);
  font: 13px/20px system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  color: var(--ink);
}
.layer.dark {
  --surface: #26292d; --line: #373b40; --ink: #e9e7e2; --ink-2: #aeb2b8; --ink-3: #9096a0;
  --accent: #6fc2b6; --accent-weak: #2b403d; --on-accent: #15201e; --block: #f0877a; --warn: #e0b25c; --warn-weak: #3a3222;
  --shadow: 0 4px 16px rgb(0 0 0 / 50%), 0 1px 2px rgb(0 0 0 / 40%);
}

.mirror { position: fixed; overflow: hidden; pointer-events: none; }
.sheet {
  position: absolute; left: 0; top: 0; box-sizing: border-box; transform-origin: 0 0;
  color: transparent; -webkit-text-fill-color: transparent; pointer-events: none;
}
.sheet span { text-decoration-line: underline; text-decoration-skip-ink: none; text-underline-offset: 3px; }
.sheet .block { text-decoration-style: double; text-decoration-thickness: 1px; text-decoration-color: var(--block); }
.sheet .warn { text-decoration-style: wavy; text-decoration-thickness: 1px; text-decoration-color: var(--warn); }
.sheet .tip { text-decoration-style: dotted; text-decoration-thickness: 2px; text-decoration-color: var(--accent); }

.panel {
  position: fixed; border: 0; margin: 0; padding: 0; background: transparent;
  color-scheme: light; opacity: 0; pointer-events: none;
}
.dark .panel { color-scheme: dark; }
.panel.shown { opacity: 1; pointer-events: auto; }
.panel.free { border-radius: 8px; box-shadow: var(--shadow); }
.outline {
  position: fixed; display: none; box-sizing: border-box; border: 2px dashed var(--accent); border-radius: 8px;
  background: color-mix(in srgb, var(--accent) 10%, transparent); pointer-events: none;
}
.cover { position: fixed; inset: 0; cursor: grabbing; touch-action: none; }
.cover.pointing { cursor: crosshair; outline: none; }
.pointed, .outlined {
  position: fixed; box-sizing: border-box; border-radius: 4px; pointer-events: none;
  outline: 2px solid var(--accent); outline-offset: 1px; background: color-mix(in srgb, var(--accent) 14%, transparent);
  box-shadow: 0 0 0 1px var(--surface);
}
.outlined { outline-style: dashed; background: color-mix(in srgb, var(--accent) 8%, transparent); }
.pointer-hint {
  position: fixed; inset-block-start: 8px; inset-inline-start: 50%; transform: translateX(-50%); max-inline-size: calc(100vw - 32px);
  display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 12px; padding: 6px 12px; pointer-events: none;
  background: var(--surface); border: 1px solid var(--accent); border-radius: 6px; box-shadow: var(--shadow);
}
.pointer-hint b { font-weight: 600; }
.pointer-hint .seen { color: var(--accent); overflow-wrap: anywhere; }
.pointer-hint .keys { color: var(--ink-2); font-size: 12px; }

.card, .badge, .list {
  position: fixed; box-sizing: border-box; background: var(--surface); border: 1px solid var(--line);
  border-radius: 6px; box-shadow: var(--shadow); cursor: default;
}
.card { inline-size: max-content; min-inline-size: 260px; max-inline-size: min(430px, calc(100vw - 16px)); overflow-wrap: anywhere; }
.words { padding: 10px 12px 0; font-size: 14px; line-height: 22px; }
.words s { color: var(--ink-2); }
.words .held { color: var(--ink); text-decoration: none; }
.words .arrow { margin-inline: 8px; color: var(--ink); }
.words b { color: var(--accent); font-weight: 600; }
.why { padding: 4px 12px 10px; color: var(--ink-2); }
.why cite { margin-inline-start: 4px; color: var(--ink-3); font-style: normal; border-block-end: 1px dotted var(--ink-3); }
.others { padding: 0 12px 8px; display: flex; flex-wrap: wrap; gap: 4px; }
.foot { display: flex; align-items: center; gap: 6px; padding: 7px 12px; border-block-start: 1px solid var(--line); }

.list { display: flex; flex-direction: column; inline-size: min(420px, calc(100vw - 16px)); overflow: hidden; }
.options { flex: 1; min-block-size: 0; overflow-y: auto; padding: 4px; scrollbar-width: thin; }
.option { padding: 4px 8px; border-radius: 4px; cursor: pointer; user-select: none; }
.option:hover { background: color-mix(in srgb, var(--ink) 6%, transparent); }
.option[aria-selected="true"] { background: var(--accent-weak); }
.option .head { display: flex; align-items: center; gap: 8px; }
.option .title { flex: 0 1 auto; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 600; }
.option .letters, .option .folder, .option .asks { flex: none; color: var(--ink-2); font-size: 12px; }
.option .letters { font-family: ui-monospace, Menlo, Consolas, monospace; }
.option .asks { color: color-mix(in srgb, var(--warn) 80%, var(--ink)); }
.option .folder { margin-inline-start: auto; }
.option kbd { margin: 0; color: var(--ink-2); opacity: 1; }
.option .body { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--ink-2); }
.option mark { background: none; color: var(--accent); }
.options + .hint { border-block-start: 1px solid var(--line); }
.hint { padding: 4px 12px; color: var(--ink-3); font-size: 12px; }

button {
  all: unset; box-sizing: border-box; padding: 2px 8px; border: 1px solid var(--line); border-radius: 4px;
  white-space: nowrap; cursor: pointer; user-select: none;
}
button[hidden] { display: none; }
button:hover { border-color: var(--ink-3); }
button.take { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.quiet { border-color: transparent; color: var(--ink-2); margin-inline-start: auto; }
button.quiet:hover { color: var(--ink); border-color: var(--line); }
.others button { color: var(--accent); white-space: normal; }
kbd {
  margin-inline-start: 4px; padding: 0 4px; border: 1px solid currentcolor; border-radius: 3px;
  font: 11px/16px ui-monospace, Menlo, Consolas, monospace; opacity: 0.75;
}

.badge { display: flex; align-items: center; gap: 6px; padding: 2px 4px 2px 8px; background: var(--warn-weak); white-space: nowrap; }
.badge::before { content: ""; inline-size: 8px; block-size: 8px; border: 2px solid var(--warn); border-radius: 50%; box-sizing: border-box; }

/* Nothing of this is the page's, so nothing of it is printed. */
@media print {
  .layer { display: none; }
}

/* With the reader's own colours the mirrored letters would be painted over the page's. */
@media (forced-colors: active) {
  .sheet { forced-color-adjust: none; }
  .sheet .block, .sheet .warn, .sheet .tip { text-decoration-color: CanvasText; }
  .option[aria-selected="true"], button.take { outline: 2px solid Highlight; outline-offset: -2px; }
  .panel.free { border: 1px solid CanvasText; }
}
`;
