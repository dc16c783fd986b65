//! Simulated buyers, and the score of a drill.
//!
//! A [`Drill`] is data: who the buyer is, how she opens, what makes her calmer
//! or angrier, and what she answers in which state. [`Cues`] say how apology,
//! cause, action and the like are recognised in what the agent wrote; bad tone,
//! brush-offs and promises come from the findings of the live rules, so a drill
//! and the daily work judge alike. A [`Play`] is one performance: it is told
//! what was written and when, and says what the buyer writes after how long.
//! [`score`] reads a finished play and gives points, each quoting its line.
//!
//! Nothing here knows a clock or a screen. Chance is a seed, so the same lines
//! at the same times always make the same play.

mod chance;
mod cue;
mod play;
#[cfg(feature = "toml")]
mod read;
mod scene;
mod score;

pub use cue::{Cues, Heard};
pub use play::{AgentLine, BuyerLine, Ending, Play, Say, Turn};
#[cfg(feature = "toml")]
pub use read::read_packs;
pub use scene::{Ask, Buyer, Drill, Line, OrderFacts, Reaction, State, Step, Waits};
pub use score::{Point, PointKind, Quote, Score, score};
