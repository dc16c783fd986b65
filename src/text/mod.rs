//! A draft as the matcher sees it, and the way back to what was written.
//!
//! [`fold`] reads a draft once and leaves units: width, case, traditional and
//! simplified characters, look-alikes and digit forms each become one form,
//! and what only separates is counted instead of kept. Every unit knows its
//! place in the raw text, so a match always comes back as a range of UTF-16
//! code units. What the units mean is for [`crate::rule`] to say.

mod class;
mod compose;
mod fold;
mod halves;
mod picture;
mod simplified;
mod sounded;
mod syllable;
mod zhuyin;

pub use compose::composed;
pub use fold::{Folded, Quote, TOUCH, Unit, fold, fold_phrase, form_of};
pub(crate) use simplified::simplified_of;
pub use simplified::simplify;
#[cfg(feature = "toml")]
pub(crate) use simplified::{is_simplified_only, is_traditional_only};
pub use sounded::{Sound, Sounded};
pub use syllable::sound;
pub(crate) use syllable::{Beginning, spelling};

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
/// only than simplified only; a mixed or undecided text counts as simplified. A
/// character that is written to hide another one decides nothing.
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
        if simplified::is_traditional_only(character) {
            balance += 1;
        } else if simplified::is_simplified_only(character) {
            balance -= 1;
        }
    }
    if balance > 0 { Script::Hant } else { Script::Hans }
}

#[cfg(test)]
mod tests {
    use super::{Script, script_of};

    #[test]
    fn the_script_is_what_most_decided_characters_are() {
        for (text, script) in [
            ("您好", Script::Hans),
            ("今天出貨", Script::Hant),
            ("今天发货", Script::Hans),
            ("今天發货", Script::Hans),
            ("請問這個订单", Script::Hant),
            // Disguises.
            ("伱好", Script::Hans),
            ("支付寳可以", Script::Hans),
            ("眀天到", Script::Hans),
            ("発我一下", Script::Hans),
            ("吥可以", Script::Hans),
            ("吥可以發", Script::Hant),
            // Both scripts write them.
            ("著名的乾隆", Script::Hans),
        ] {
            assert_eq!(script_of(text), script, "{text}");
        }
    }
}
