//! A draft as the matcher sees it, and the way back to what was written.
//!
//! [`fold`] reads a draft once and leaves units: width, case, traditional and
//! simplified characters, look-alikes and digit forms each become one form,
//! and what only separates is counted instead of kept. Every unit knows its
//! place in the raw text, so a match always comes back as a range of UTF-16
//! code units. What the units mean is for [`crate::rule`] to say.

mod class;
mod fold;
mod simplified;
mod sounded;
mod syllable;
mod zhuyin;

pub use fold::{Folded, Quote, TOUCH, Unit, fold, fold_phrase, form_of};
#[cfg(feature = "toml")]
pub(crate) use simplified::is_simplified_only;
pub use simplified::simplify;
pub use sounded::{Sound, Sounded};
pub use syllable::sound;

/// The script that a text is written in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Script {
    /// Simplified characters.
    #[default]
    Hans,
    /// Traditional characters.
    Hant,
}

/// The script of a text: traditional if more of its characters are traditional
/// only than simplified only; a mixed or undecided text counts as simplified.
pub fn script_of(text: &str) -> Script {
    script(text.chars())
}

/// The same of a text in UTF-16.
pub fn script_of_utf16(text: &[u16]) -> Script {
    script(text.iter().filter_map(|unit| char::from_u32((*unit).into())))
}

fn script(text: impl Iterator<Item = char>) -> Script {
    let mut balance = 0_i32;
    for character in text {
        if simplified::simplified_of(character).is_some() {
            balance += 1;
        } else if simplified::is_simplified_only(character) {
            balance -= 1;
        }
    }
    if balance > 0 { Script::Hant } else { Script::Hans }
}
