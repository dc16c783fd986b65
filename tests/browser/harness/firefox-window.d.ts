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
interface Addon {
  readonly isActive: boolean;
  enable(): Promise<void>;
  reload(): Promise<void>;
}

interface LocalFile {
  initWithPath(path: string): void;
}

interface ZipWriter {
  open(file: LocalFile, flags: number): void;
  addEntryFile(name: string, compression: number, file: LocalFile, later: boolean): void;
  close(): void;
}

interface Extension {
  terminateBackground(): Promise<void>;
}

declare const WebExtensionPolicy: { getByID(id: string): { extension: Extension } };
declare const ChromeUtils: {
  importESModule(address: string): {
    AddonManager: {
      getAddonByID(id: string): Promise<Addon>;
      getInstallForFile(file: LocalFile): Promise<{ install(): Promise<Addon> }>;
    };
    ExtensionParent: {
      apiManager: {
        global: {
          browserActionFor(extension: Extension): {
            action: { getContextData(target: null): { badgeText?: string } };
          };
        };
      };
    };
  };
};
declare const IOUtils: {
  stat(path: string): Promise<{ type: string }>;
  getChildren(path: string): Promise<string[]>;
};
declare const PathUtils: { filename(path: string): string };
declare const Ci: {
  nsITextInputProcessor: unknown;
  nsIFile: unknown;
  nsIZipWriter: { COMPRESSION_FASTEST: number };
};
declare const Cc: {
  "@mozilla.org/text-input-processor;1": { createInstance(kind: unknown): TextInputProcessor };
  "@mozilla.org/file/local;1": { createInstance(kind: unknown): LocalFile };
  "@mozilla.org/zipwriter;1": { createInstance(kind: unknown): ZipWriter };
};
