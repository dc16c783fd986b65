/** Drafts that scenes type, and what the handbook says of them. */

/** One word that the handbook replaces with another. */
export const WARNED = {
  text: "让您久等了，不好意思",
  mark: "warn 不好意思",
  better: "非常抱歉",
  rewritten: "让您久等了，非常抱歉",
};

/** What the handbook forbids to send, with words that can stand in its place. */
export const FORBIDDEN = {
  text: "抱歉，无法开具发票",
  mark: "block 无法开具发票",
};
