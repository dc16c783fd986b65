/** The little of Firefox's own window that the driver touches. */

interface TextInputProcessor {
  readonly ATTR_RAW_CLAUSE: number;
  beginInputTransactionForTests(window: Window): boolean;
  setPendingCompositionString(text: string): void;
  appendClauseToPendingComposition(length: number, attribute: number): void;
  setCaretInPendingComposition(offset: number): void;
  flushPendingComposition(key: KeyboardEvent): boolean;
  keyup(key: KeyboardEvent): boolean;
  commitCompositionWith(text: string, key: KeyboardEvent): boolean;
}

interface MessageManager {
  addMessageListener(name: string, hear: (message: { data: string }) => void): void;
  removeMessageListener(name: string, hear: (message: { data: string }) => void): void;
  loadFrameScript(address: string, later: boolean): void;
}

declare var inputMethod: TextInputProcessor;
declare const gBrowser: {
  selectedBrowser: { messageManager: MessageManager; fullZoom: number; focus(): void };
};
declare const Services: {
  locale: { availableLocales: string[]; requestedLocales: string[] };
};
declare const ChromeUtils: {
  importESModule(address: string): {
    AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
  };
};
declare const Ci: { nsITextInputProcessor: unknown };
declare const Cc: {
  "@mozilla.org/text-input-processor;1": { createInstance(kind: unknown): TextInputProcessor };
};
