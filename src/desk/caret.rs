//! The list at the caret: `/` and what is typed after it finds replies, and so
//! does an abbreviation.
//!
//! The list must never take a key that was meant for the console. So a slash
//! counts only where nobody writes one in a sentence, or behind a word if some reply
//! is called like what follows. In a list with nothing in it nothing is chosen, and
//! neither is behind a word or after an abbreviation in the middle of a draft until an
//! arrow key chooses: until then Enter is the page's.

use crate::desk::expand::Letters;
use crate::desk::insert::{Typed, Wanted};
use crate::desk::replies::moved;
use crate::desk::splice::{place_in, units, until};
use crate::desk::wire::{List, ListRow, ToPage};
use crate::desk::{Desk, Effect, Meeting};
use crate::reply::{Query, same_letters};

/// So many rows are shown: as many as have a digit.
const ROWS: usize = 9;

/// What is typed to find a reply is no longer, in characters.
pub(super) const LONGEST: usize = 24;

/// The shortest abbreviation that opens the list by itself.
pub(super) const SHORTEST: usize = 2;

/// So many characters of a body's line are shown.
const LINE: usize = 60;

/// The list at the caret, as the page shows it.
#[derive(Debug, Default)]
pub(super) struct CaretList {
    list: Option<List>,
    /// The replies of its rows.
    ids: Vec<String>,
    typed: Option<Typed>,
    /// Where the agent closed a list: it stays closed while that is typed on.
    closed: Option<u32>,
}

impl CaretList {
    /// Whether the agent closed the list of what is typed from this place on.
    pub fn is_closed_at(&self, start: u32) -> bool {
        self.closed == Some(start)
    }

    /// Which of these rows is chosen, if they are shown for what starts here.
    pub fn chosen_at(&self, start: u32, ids: &[String]) -> Option<usize> {
        let list = self.list.as_ref().filter(|list| list.start == start && self.ids == ids)?;
        list.chosen.map(|chosen| chosen as usize)
    }
}

/// What is typed at the caret.
struct Trigger {
    typed: Typed,
    /// What is looked for.
    query: String,
    /// The replies with that abbreviation; none behind a slash.
    named: Option<Vec<String>>,
    /// Whether it is a slash that may be only a slash.
    loose: bool,
}

/// What a slash finds.
struct Slash {
    /// Where it stands, in characters.
    start: usize,
    query: String,
    /// Whether it stands right behind a word, where it may be only a slash.
    loose: bool,
}

impl Desk {
    /// Shows the list that fits what is typed now, or shows it no more.
    pub(super) fn list_at_caret(&mut self) -> Vec<Effect> {
        let list = self.list_now();
        if list == self.at_caret.list {
            return Vec::new();
        }
        // A closed list is not closed for every state of the text.
        let nothing = list.is_none() && self.at_caret.list.is_none();
        self.at_caret.list = list.clone();
        if nothing { Vec::new() } else { vec![Effect::Page(ToPage::List { list })] }
    }

    /// Lists anew what is listed: the page has said other values.
    pub(super) fn list_again(&mut self) -> Vec<Effect> {
        if self.has_list() { self.list_at_caret() } else { Vec::new() }
    }

    pub(super) fn move_in_list(&mut self, rows: i32) -> Vec<Effect> {
        let Some(list) = &mut self.at_caret.list else { return Vec::new() };
        let Some(last) = list.rows.len().checked_sub(1) else { return Vec::new() };
        // The first arrow key chooses; the next ones move the choice.
        let chosen = match list.chosen {
            Some(chosen) => moved(chosen as usize, rows, last),
            None if rows < 0 => last,
            None => 0,
        };
        list.chosen = Some(chosen as u32);
        // What is chosen behind an abbreviation, a space takes as well.
        let slash = |typed: &Typed| typed.words.starts_with(['/', '／', '、']);
        list.spaces = self.at_caret.typed.as_ref().is_some_and(|typed| !slash(typed));
        vec![Effect::Page(ToPage::List { list: self.at_caret.list.clone() })]
    }

    pub(super) fn take_listed(&mut self, place: Option<u32>) -> Vec<Effect> {
        let Some(list) = &self.at_caret.list else { return Vec::new() };
        let id = place.or(list.chosen).and_then(|place| self.at_caret.ids.get(place as usize));
        let Some(id) = id.cloned() else { return Vec::new() };
        let over = self.at_caret.typed.clone();
        let mut effects = self.close_list();
        effects.extend(self.insert_wanted(Wanted { id, over, spaced: false, from_page: true }));
        effects
    }

    /// Closes the list, until something else is typed.
    pub(super) fn close_list(&mut self) -> Vec<Effect> {
        self.at_caret.closed = self.at_caret.typed.as_ref().map(|typed| typed.start);
        self.hide_list()
    }

    /// Hides the list while the composer does not have the focus.
    pub(super) fn hide_list(&mut self) -> Vec<Effect> {
        self.at_caret.ids.clear();
        match self.at_caret.list.take() {
            Some(_) => vec![Effect::Page(ToPage::List { list: None })],
            None => Vec::new(),
        }
    }

    /// Whether there is a list at the caret.
    pub(super) fn has_list(&self) -> bool {
        self.at_caret.list.is_some()
    }

    fn list_now(&mut self) -> Option<List> {
        let trigger = match self.meeting {
            Meeting::Working if self.paused().is_none() => self.trigger(),
            _ => None,
        };
        self.at_caret.typed = trigger.as_ref().map(|trigger| trigger.typed.clone());
        let start = self.at_caret.typed.as_ref().map(|typed| typed.start);
        if start != self.at_caret.closed {
            self.at_caret.closed = None;
        }
        let trigger = trigger.filter(|_| self.at_caret.closed.is_none());
        let Some(Trigger { typed, query, named, loose }) = trigger else {
            self.at_caret.ids.clear();
            return None;
        };
        let script = self.script();
        self.catalogue_replies();
        let looked_for = Query::read(&query);
        let slash = named.is_none();
        let ids = named.unwrap_or_else(|| match loose {
            true => self.catalogue.called(&looked_for).take(ROWS).map(str::to_owned).collect(),
            false => self.catalogue.found(&looked_for).take(ROWS).map(str::to_owned).collect(),
        });
        let values = self.values();
        let rows: Vec<ListRow> = ids
            .iter()
            .filter_map(|id| {
                let reply = self.library.get(id)?;
                let filled = self.filled(reply, script, &values);
                let title = reply.title.of(script);
                let (title_hits, body_hits) = looked_for.marks(title, &reply.pinyin, &filled.text);
                let (body, body_hits) = line_of(&filled.text, &body_hits);
                Some(ListRow {
                    title: title.to_owned(),
                    title_hits: in_units(title, &title_hits),
                    folder: reply.folder.of(script).to_owned(),
                    abbreviation: reply.abbreviation.clone(),
                    body_hits: in_units(&body, &body_hits),
                    body,
                    asks: !filled.missing.is_empty(),
                    stale: !filled.stale.is_empty(),
                })
            })
            .collect();
        // While one reply is looked for, the choice stays where the agent put it.
        let same = self.at_caret.ids == ids;
        let chosen = self.at_caret.list.as_ref().filter(|_| same).and_then(|list| list.chosen);
        let alone = typed.words.trim() == self.draft.text.trim();
        let (start, end) = (typed.start, typed.end);
        let letters = Letters::before(&self.draft.text, end).filter(|_| !slash);
        let spaces = letters.is_some_and(|letters| {
            let chosen = chosen.map(|chosen| chosen as usize);
            self.taken_by_space(&letters, &ids, chosen).is_some()
        });
        self.at_caret.ids = ids;
        // With nothing found it says so; but a bare slash is only a slash, and words
        // apart that find nothing are a sentence.
        let found = !rows.is_empty();
        let sentence = query.contains(char::is_whitespace);
        let says = found || (slash && !loose && !query.is_empty() && !sentence);
        says.then(|| List {
            revision: self.draft.revision,
            start,
            end,
            rows,
            chosen: chosen.or((found && ((slash && !loose) || alone)).then_some(0)),
            spaces,
            held: slash && !loose && !found && alone,
        })
    }

    /// What is typed before the caret, if it looks for a reply.
    fn trigger(&self) -> Option<Trigger> {
        let caret = place_in(&self.draft.text, self.draft.caret);
        let before: Vec<char> = until(&self.draft.text, caret).chars().collect();
        if let Some(Slash { start, query, loose }) = after_slash(&before) {
            let typed = typed(&before[start..], caret);
            return Some(Trigger { typed, query, named: None, loose });
        }
        let Letters { word, start, .. } = Letters::before(&self.draft.text, caret)?;
        let query = word.to_owned();
        // Letters behind a slash that opens nothing are part of an address.
        if until(&self.draft.text, start).ends_with(['/', '／']) {
            return None;
        }
        let typed = Typed { start, end: caret, words: query.clone() };
        let named = Some(self.abbreviated(word)).filter(|ids| !ids.is_empty());
        named.map(|ids| Trigger { typed, query, named: Some(ids), loose: false })
    }

    /// The replies that have this abbreviation.
    pub(super) fn abbreviated(&self, letters: &str) -> Vec<String> {
        let replies = self.library.replies().map(|shelved| shelved.reply);
        let named = replies.filter(|reply| same_letters(&reply.abbreviation, letters));
        named.filter(|reply| self.offers(reply)).take(ROWS).map(|reply| reply.id.clone()).collect()
    }
}

/// Where the slash before the caret stands, and what is typed after it: one word
/// or several. An input method that writes Chinese signs makes `、` of the key.
fn after_slash(before: &[char]) -> Option<Slash> {
    after_sign(before, &['/', '／']).or_else(|| after_sign(before, &['、']))
}

fn after_sign(before: &[char], signs: &[char]) -> Option<Slash> {
    let line = before.iter().rposition(|c| *c == '\n').map_or(0, |at| at + 1);
    let sign = before[line..].iter().rposition(|c| signs.contains(c)).map(|at| line + at)?;
    let last = sign.checked_sub(1).and_then(|at| before.get(at));
    let opens = last
        .is_none_or(|c| c.is_whitespace() || "，。！？；、～…“”「」（）【】,!?;~()".contains(*c));
    let words = before.get(sign + 1..)?;
    let apart = words.first().is_some_and(|c| c.is_whitespace());
    let fits = words.len() <= LONGEST && !apart;
    // A day, a fraction and an address are of digits and letters; one character behind a
    // word is most often another word, and so are several apart.
    let is_word = |c: &char| !c.is_ascii() && !c.is_numeric() && !signs.contains(c);
    let loose = !opens
        && before[sign] != '、'
        && last.is_some_and(is_word)
        && words.len() > 1
        && !words.iter().any(|c| c.is_whitespace())
        && !words.iter().all(char::is_ascii_digit);
    (fits && (opens || loose)).then(|| Slash { start: sign, query: words.iter().collect(), loose })
}

fn typed(words: &[char], caret: u32) -> Typed {
    let words: String = words.iter().collect();
    Typed { start: caret - units(&words), end: caret, words }
}

/// A line of the body: the first, or that of the first match, from near the match
/// on; and the matches in it.
fn line_of(body: &str, hits: &[(usize, usize)]) -> (String, Vec<(usize, usize)>) {
    let hit = hits.first().map_or(0, |(start, _)| *start);
    let chars: Vec<char> = body.chars().collect();
    let is_end = |c: &char| *c == '\n';
    let start = chars[..hit].iter().rposition(is_end).map_or(0, |at| at + 1);
    let cut = if hit - start > LINE / 2 { hit.saturating_sub(LINE / 6) } else { start };
    let shown = chars[cut..].iter().copied().take_while(|c| !is_end(c)).take(LINE);
    let before = usize::from(cut > start);
    let line: String = std::iter::repeat_n('…', before).chain(shown).collect();
    let length = line.chars().count();
    let moved =
        |(start, end): &(usize, usize)| (start + before - cut, (end + before - cut).min(length));
    let within = hits.iter().filter(|(start, _)| *start >= cut).map(moved);
    (line, within.filter(|(start, end)| start < end).collect())
}

/// Ranges of characters as ranges of UTF-16 code units.
fn in_units(text: &str, ranges: &[(usize, usize)]) -> Vec<(u32, u32)> {
    let place = |at: usize| text.chars().take(at).map(|c| c.len_utf16() as u32).sum();
    ranges.iter().map(|(start, end)| (place(*start), place(*end))).collect()
}
