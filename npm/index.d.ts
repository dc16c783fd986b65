/// <reference lib="esnext.disposable" />

/**
 * Checks what a seller's agent is about to send: forbidden words, also where
 * they are disguised, with the reason and a better wording.
 *
 * Offsets everywhere are those of JavaScript strings (UTF-16 code units).
 */

/** How grave a finding is: a hint, a breach of manners, a prohibition. */
export type Level = "tip" | "warn" | "block";

/** One sentence in Simplified Chinese, Traditional Chinese and English. */
export interface Words {
  readonly hans: string;
  readonly hant: string;
  readonly en: string;
}

/** Replaces `text.slice(start, end)`; an empty text leaves the words out. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Words that a rule speaks against.
 *
 * `rule`, `level`, `start` and `end` are there at once. The others are worked
 * out when they are first read, so that a check at every key costs nothing for
 * what nobody looks at; `JSON.stringify` includes all of them. Reading
 * `rewrites` for the first time needs the checker, which must not be freed yet.
 */
export interface Finding {
  /** The rule's slug, `off-platform-contact` for example. */
  readonly rule: string;
  readonly level: Level;
  readonly start: number;
  readonly end: number;
  /** The words as they stand in the draft. */
  readonly found: string;
  readonly why: Words;
  /** Where the rule comes from, short. */
  readonly source: string;
  /** What could stand there instead, best first; one may reach further than the finding. */
  readonly rewrites: readonly Edit[];
  toJSON(): object;
}

/** A draft with everything settled that can be. */
export interface Rewritten {
  readonly text: string;
  /** What was changed, as edits of the draft as it was, in its order. */
  readonly edits: readonly Edit[];
  /** How many findings of the draft are gone. */
  readonly settled: number;
  /** What is still found in `text`. */
  readonly left: readonly Finding[];
}

/** What is known beside the draft. */
export interface Context {
  /** The buyer's last message. */
  readonly buyer?: string | null | undefined;
}

/** A pack as a team writes it, in TOML; problems name it by its name. */
export interface PackFile {
  readonly name: string;
  readonly toml: string;
  /**
   * Whether its own sentences are known to hold, by `deti pack test` for
   * example; then they are not run again, which saves a second or so.
   */
  readonly tried?: boolean | undefined;
}

/** A plain list: every phrase is found as it is written, in either script and any width. */
export interface PhraseList {
  /** The slug that findings carry. */
  readonly rule: string;
  readonly phrases: readonly string[];
  /** `"warn"` if it is not said. */
  readonly level?: Level | undefined;
  readonly why?: Words | undefined;
  readonly source?: string | undefined;
}

/** The packs that come with this package. */
export interface BuiltIn {
  readonly builtIn: true;
}

export declare const builtIn: BuiltIn;

/** A pack: the built-in ones, TOML text, a named TOML text, or a list of phrases. */
export type Pack = BuiltIn | string | PackFile | PhraseList;

/** What is true of the shop; what is left out is as the built-in packs assume. */
export interface Shop {
  /** Links that are the shop's own, as prefixes without the scheme. */
  readonly "own-links"?: readonly string[];
  /** The telephone numbers that agents may give. If there is none, any telephone number may be given. */
  readonly telephones?: readonly string[];
  /** After how many hours at most an order leaves, as the shop publishes it. */
  readonly "ship-within-hours"?: number;
  /** After how many hours at most a refund arrives, as the shop publishes it. */
  readonly "refund-within-hours"?: number;
  /** Whether the goods are of the shop's own brand. */
  readonly "own-brand"?: boolean;
  /** Whether every order can have an invoice. */
  readonly invoices?: boolean;
  /** Whether the checkout takes credit cards. */
  readonly "credit-card"?: boolean;
  /** Whether the checkout takes Huabei 花呗. */
  readonly huabei?: boolean;
  /** Whether the checkout takes 快捷支付. */
  readonly "quick-pay"?: boolean;
  /** Whether the checkout takes Yu'ebao 余额宝. */
  readonly yuebao?: boolean;
  /** Whether the checkout takes WeChat Pay. */
  readonly "wechat-pay"?: boolean;
  /** Whether the checkout takes LINE Pay. */
  readonly "line-pay"?: boolean;
  /** Whether goods can be paid for on delivery. */
  readonly cod?: boolean;
  /** Whether goods can be paid for in instalments, if the buyer's bank agrees. */
  readonly instalments?: boolean;
  /** Whether every item can be returned within seven days without a reason. */
  readonly "seven-day"?: boolean;
  /** Whether that leaves out what the law leaves out: goods made to order, fresh food and the like. */
  readonly "return-exceptions"?: boolean;
  /** Whether shipping is free everywhere but in remote areas. */
  readonly "free-shipping"?: boolean;
  /** Whether buyers in remote areas pay postage, and the shop says so. */
  readonly "remote-postage"?: boolean;
  /** Whether the shop rewards every review, whatever it says. */
  readonly cashback?: boolean;
  /** Whether what is listed is in stock. */
  readonly "in-stock"?: boolean;
  /** Whether softeners at the end of a sentence (`好的哦`) are to be left out. */
  readonly softeners?: boolean;
  /** Whether `亲爱的` and the like are to be left out. */
  readonly endearments?: boolean;
}

/** Packs, compiled for one shop. */
export interface Checker {
  /** What the rules find in a draft, in text order. */
  check(text: string, context?: Context): Finding[];
  /** Takes the best rewrite of every finding, checks again, and goes on until nothing is found or nothing gets better. */
  rewrite(text: string, context?: Context): Rewritten;
  /** Gives the memory back; whatever is asked afterwards throws. */
  free(): void;
  [Symbol.dispose](): void;
}

export declare const Checker: {
  /**
   * Compiles packs for a shop. Without packs, the built-in ones; to add to them,
   * `[builtIn, …]`. The shop is its profile, or the text of its file, which may
   * change rules too. A pack in TOML is tried: its own sentences are run. What
   * has a problem is refused with an `Error` that names what and where.
   */
  load(packs?: readonly Pack[], shop?: Shop | string): Promise<Checker>;
};
