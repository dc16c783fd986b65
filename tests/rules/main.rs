//! The check, as a supervisor would read it: tables of sentences and verdicts.

mod compounds;
mod disguises;
mod docs;
mod evasions;
mod golden;
mod kinds;
mod matching;
mod mixed;
mod packs;
mod pairs;
mod policies;
mod properties;
mod reach;
mod refusals;
mod shop;
mod urgency;
