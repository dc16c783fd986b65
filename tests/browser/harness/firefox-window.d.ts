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
interface TabBrowser {
  selectedTab: object;
  selectedBrowser: {
    messageManager: MessageManager;
    currentURI: { spec: string };
    fullZoom: number;
    browsingContext: {
      mediumOverride: string;
      currentWindowGlobal: { osPid: number; drawSnapshot(box: null, scale: number, behind: string): Promise<ImageBitmap> };
    };
    focus(): void;
  };
}
interface BrowserWindow {
  gBrowser: TabBrowser;
}
declare const gBrowser: TabBrowser;
/** The windows that show the desk. */
declare var desks: () => BrowserWindow[];
declare const Services: {
  locale: { availableLocales: string[]; requestedLocales: string[] };
  prefs: { setIntPref(name: string, value: number): void };
  io: { offline: boolean };
  clipboard: { readonly kGlobalClipboard: number; getData(kept: ClipboardTransfer, which: number): void };
  wm: { getEnumerator(kind: string): Iterable<BrowserWindow> };
};
interface ClipboardTransfer {
  init(context: null): void;
  addDataFlavor(kind: string): void;
  getTransferData(kind: string, found: object): void;
}
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

/** The browser element in which a toolbar button's popup is shown. */
interface PopupBrowser extends Element {
  currentURI?: { spec: string };
  messageManager: MessageManager;
}

/** What a popup is shown in. */
interface PopupPanel extends Element {
  readonly state: "closed" | "open" | "showing" | "hiding";
  hidePopup(): void;
}

declare const WebExtensionPolicy: { getByID(id: string): { extension: Extension } };
interface Process {
  pid: number;
  /** Bytes that nobody else holds. */
  memory: number;
  /** The processor's time in nanoseconds. */
  threads: { tid: number; cpuTime: number }[];
}

declare const ChromeUtils: {
  requestProcInfo(): Promise<{ children: Process[] }>;
  importESModule(address: string): {
    AddonManager: {
      getAddonByID(id: string): Promise<Addon>;
      getInstallForFile(file: LocalFile): Promise<{ install(): Promise<Addon> }>;
    };
    ExtensionPermissions: {
      remove(id: string, what: { permissions: string[]; origins: string[] }, extension: Extension): Promise<void>;
    };
    ExtensionParent: {
      apiManager: {
        global: {
          browserActionFor(extension: Extension): {
            action: { getContextData(target: object): { badgeText?: string } };
            triggerAction(window: Window): void;
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
  nsITransferable: unknown;
  nsISupportsString: unknown;
  nsIZipWriter: { COMPRESSION_FASTEST: number };
};
declare const Cc: {
  "@mozilla.org/text-input-processor;1": { createInstance(kind: unknown): TextInputProcessor };
  "@mozilla.org/widget/transferable;1": { createInstance(kind: unknown): ClipboardTransfer };
  "@mozilla.org/file/local;1": { createInstance(kind: unknown): LocalFile };
  "@mozilla.org/zipwriter;1": { createInstance(kind: unknown): ZipWriter };
};
