//! An abbreviation and a space: the reply takes their place, and Backspace right
//! after it gives them back.
//!
//! Neither key is taken from the page. The space is typed like any other, and then
//! what stands there is replaced; was anything else typed meanwhile, it all stays as
//! it is. So no input method loses a key, and no typist is too fast.
//!
//! An abbreviation is often a word or a unit as well. Alone in the composer it is
//! taken as Enter would take it; among other words only one that the agent gave to
//! one reply of her own, and only where a word can begin.

use crate::desk::caret::{LONGEST, SHORTEST};
use crate::desk::insert::{Typed, Wanted};
use crate::desk::splice::{place_in, splice, units, until};
use crate::desk::writing::Purpose;
use crate::desk::{Desk, Effect};
use crate::rule::Edit;

/// How an expansion left the composer, and what gives back what was typed.
#[derive(Debug, Clone)]
pub(super) struct Expanded {
    /// The composer's text, and where the caret stood in it.
    pub after: String,
    pub caret: u32,
    /// The reply in it, and the abbreviation with its space.
    pub edit: Edit,
}

/// An abbreviation before some place of the draft.
pub(super) struct Letters<'a> {
    pub word: &'a str,
    /// Where it starts.
    pub start: u32,
    /// Whether a word can begin there.
    pub begins: bool,
    /// Whether nothing else is in the draft.
    pub alone: bool,
}

impl<'a> Letters<'a> {
    /// Those that end at this place.
    pub fn before(draft: &'a str, end: u32) -> Option<Self> {
        let before = until(draft, end);
        let rest = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
        let word = &before[rest.len()..];
        let opens = rest.chars().next_back().is_none_or(|c| {
            c.is_whitespace() || !c.is_ascii() || matches!(c, ',' | '!' | '?' | ';' | ':' | ')')
        });
        // Behind a number it is a unit: `60 cm`.
        let begins = opens && !rest.trim_end().ends_with(|c: char| c.is_numeric());
        let fits = (SHORTEST..=LONGEST).contains(&word.len());
        let (start, alone) = (end.checked_sub(units(word))?, draft.trim() == word);
        fits.then_some(Self { word, start, begins, alone })
    }
}

impl Desk {
    /// Which of the replies with this abbreviation the space takes; `chosen` is the
    /// one that the list at the caret has chosen.
    pub(super) fn taken_by_space(
        &self,
        letters: &Letters<'_>,
        ids: &[String],
        chosen: Option<usize>,
    ) -> Option<usize> {
        if let Some(chosen) = chosen.or((letters.alone && !ids.is_empty()).then_some(0)) {
            return Some(chosen);
        }
        let mut own = (0..ids.len()).filter(|place| self.library.is_own(&ids[*place]));
        let only = own.next().filter(|_| own.next().is_none());
        only.filter(|_| letters.begins)
    }

    /// The reply whose abbreviation was typed, if the last thing that was typed is
    /// the space behind it. `before` is the draft as it was.
    pub(super) fn spaced(&self, before: &str) -> Option<Wanted> {
        if self.paused().is_some() {
            return None;
        }
        let draft = &self.draft.text;
        let caret = place_in(draft, self.draft.caret);
        let count = units(draft).checked_sub(units(before)).filter(|count| *count > 0)?;
        let typed = Edit { start: caret.checked_sub(count)?, end: caret, text: String::new() };
        let is_typed = splice(draft, &typed)? == before && !self.writes.left_it_so(draft);
        let letters = Letters::before(draft, caret.checked_sub(1)?)?;
        let words = [" ", "\u{a0}"].map(|space| format!("{}{space}", letters.word));
        let Letters { start, .. } = letters;
        let words = words.into_iter().find(|words| {
            let same = Edit { start, end: caret, text: words.clone() };
            splice(draft, &same).as_ref() == Some(draft)
        })?;
        if !is_typed || count > units(&words) || self.at_caret.is_closed_at(start) {
            return None;
        }
        let ids = self.abbreviated(letters.word);
        let chosen = self.at_caret.chosen_at(start, &ids);
        let place = self.taken_by_space(&letters, &ids, chosen)?;
        let over = Typed { start, end: caret, words };
        Some(Wanted { id: ids[place].clone(), over: Some(over), spaced: true, from_page: true })
    }

    /// Gives back what was typed, if the last thing that was typed is one Backspace
    /// right behind an expansion. `before` is the draft as it was.
    pub(super) fn give_back(&mut self, before: &str) -> Vec<Effect> {
        if self.writes.expanded.as_ref().is_none_or(|it| it.after == self.draft.text) {
            return Vec::new();
        }
        let Some(Expanded { after, caret, edit }) = self.writes.expanded.take() else {
            return Vec::new();
        };
        let now = self.draft.caret;
        let gone = Edit { start: now, end: caret, text: String::new() };
        let one_back = before == after
            && (edit.start..caret).contains(&now)
            && splice(&after, &gone).as_ref() == Some(&self.draft.text)
            && is_one_sign(&after, now, caret);
        if !one_back {
            return Vec::new();
        }
        let back = edit.start + units(&edit.text);
        let edit = Edit { end: edit.end - (caret - now), ..edit };
        self.write(edit, back, Purpose::TakenBack)
    }
}

/// Whether what stands between these places is what one Backspace takes: a
/// character, or a picture made of several.
fn is_one_sign(text: &str, start: u32, end: u32) -> bool {
    let mut at = 0;
    let inside = text.chars().filter(|c| {
        let within = (start..end).contains(&at);
        at += c.len_utf16() as u32;
        within
    });
    let signs: Vec<char> = inside.collect();
    signs.len() == 1 || signs.iter().all(|c| !c.is_alphanumeric() && !c.is_ascii())
}
