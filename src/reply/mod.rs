//! Quick replies: what an agent says often, found by a few letters and filled
//! in from the page.
//!
//! A reply is data: from one of the shop's packs, or the agent's own. Both are in
//! a [`Library`], which every change of them goes through; [`plan`] says what an
//! import would do to it. A reply is found by a [`Query`] in an
//! [`Index`], and its fields are filled in by [`Template::fill`]; one with an open field cannot be inserted.
//! Where the library is kept, what stands on the page, where the caret is and how text is
//! written into a composer are the [desk](crate::desk)'s and the page's business.

#[cfg(feature = "toml")]
pub(crate) mod entries;
mod field;
mod find;
mod library;
#[cfg(feature = "toml")]
mod pack;
mod plan;

use crate::day::Day;
use crate::order::has_console;
use crate::text::Script;

pub use field::{
    Asked, Broken, Filled, Known, Origin, Part as TemplatePart, Setting, Template, Values,
};
pub use find::{Found, Index, Query};
pub use library::{
    BIN_KEEPS, Binned, Change, Changed, Did, FORMAT, Library, Own, Refusal, Shelved, Unread, Use,
    changes_in, migrate,
};
#[cfg(feature = "toml")]
pub use pack::parse;
#[cfg(feature = "toml")]
pub(crate) use pack::problems_of_body;
pub use plan::{Fate, Part, Plan, Planned, Row, Same, Tally, Why, first_words, plan};

/// The same words in both scripts. One of them may be empty: then the words are
/// the same in both.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// In simplified characters.
    #[serde(default)]
    pub hans: String,
    /// In traditional characters.
    #[serde(default)]
    pub hant: String,
}

impl Wording {
    /// The same words in both scripts, as an agent's own reply may have them.
    pub fn one(words: impl Into<String>) -> Self {
        Self { hans: words.into(), hant: String::new() }
    }

    /// The words in this script; if they are written in one script only, those.
    pub fn of(&self, script: Script) -> &str {
        match script {
            Script::Hant if !self.hant.is_empty() => &self.hant,
            Script::Hans if self.hans.is_empty() => &self.hant,
            _ => &self.hans,
        }
    }

    /// The script whose words stay as they were while the other's become these.
    pub fn left_behind(&self, now: &Self) -> Option<Script> {
        match (self.hans != now.hans, self.hant != now.hant) {
            (true, false) if !now.hant.is_empty() => Some(Script::Hant),
            (false, true) if !now.hans.is_empty() => Some(Script::Hans),
            _ => None,
        }
    }

    /// The braces of both scripts that are no fields, each once.
    pub fn strays(&self) -> Vec<String> {
        let mut strays: Vec<String> = Vec::new();
        for words in [&self.hans, &self.hant] {
            for stray in Template::read(words).strays() {
                if !strays.iter().any(|known| known == stray) {
                    strays.push(stray.to_owned());
                }
            }
        }
        strays
    }

    /// The references of both scripts that never lead to words; `words` are those of
    /// the reply with an id.
    pub fn broken<'w>(&self, words: &dyn Fn(&str) -> Option<&'w Self>) -> Broken {
        let mut broken = Broken::default();
        for (script, text) in [(Script::Hans, &self.hans), (Script::Hant, &self.hant)] {
            if !text.is_empty() {
                broken.note(text, &|id: &str| words(id).map(|it| it.of(script)));
            }
        }
        broken
    }

    /// Whether it takes in the words of any reply.
    fn refers(&self) -> bool {
        [&self.hans, &self.hant].iter().any(|words| words.contains("{snippet:"))
    }

    /// Puts other ids in the places of those that have another.
    fn refer<'a>(&mut self, other: impl Fn(&str) -> Option<&'a str>) {
        for words in [&mut self.hans, &mut self.hant] {
            if let Some(said) = field::refer(words, &other) {
                *words = said;
            }
        }
    }

    /// Whether nothing is said in any script.
    pub fn is_empty(&self) -> bool {
        self.hans.trim().is_empty() && self.hant.trim().is_empty()
    }
}

/// Words as all have them that say the same: breaks and blanks are alike.
pub(crate) fn same_words(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two abbreviations are the same, in whatever case they are typed.
pub fn same_letters(one: &str, other: &str) -> bool {
    !one.is_empty() && one.to_lowercase() == other.to_lowercase()
}

fn keep<T: Clone + PartialEq>(mine: &mut T, was: &T, now: &T) {
    if mine == was {
        mine.clone_from(now);
    }
}

/// One quick reply.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// Names it; unique among all packs in use.
    pub id: String,
    /// The folder that it lies in.
    pub folder: Wording,
    /// What it is called in the list.
    pub title: Wording,
    /// The title's reading, a syllable for each character: `kai fa piao`.
    #[serde(default)]
    pub pinyin: String,
    /// What is typed to find it (简拼 or any other short word of the shop's).
    #[serde(default)]
    pub abbreviation: String,
    /// Other words that find it, in either script.
    #[serde(default)]
    pub tags: Vec<String>,
    /// What is said, with fields as in [`Template`].
    pub body: Wording,
    /// The consoles that it is for, by their adapters' ids; empty for all.
    #[serde(default)]
    pub platforms: Vec<String>,
    /// The first day on which it may be said.
    #[serde(default)]
    pub valid_from: Option<Day>,
    /// The last day on which it may be said.
    #[serde(default)]
    pub valid_until: Option<Day>,
    /// The day on which its words were last looked over.
    #[serde(default)]
    pub updated: Option<Day>,
    /// Where the wording comes from.
    pub source: String,
}

impl Reply {
    /// Whatever is the same as it was stays as it is by now: somebody else may have
    /// changed it since.
    pub(crate) fn keep_untouched(&mut self, was: &Self, now: &Self) {
        keep(&mut self.folder, &was.folder, &now.folder);
        keep(&mut self.title, &was.title, &now.title);
        keep(&mut self.pinyin, &was.pinyin, &now.pinyin);
        keep(&mut self.abbreviation, &was.abbreviation, &now.abbreviation);
        keep(&mut self.tags, &was.tags, &now.tags);
        keep(&mut self.body, &was.body, &now.body);
        keep(&mut self.platforms, &was.platforms, &now.platforms);
        keep(&mut self.valid_from, &was.valid_from, &now.valid_from);
        keep(&mut self.valid_until, &was.valid_until, &now.valid_until);
    }

    /// The reply without blanks around its texts: nobody sees them, and hardly a format
    /// keeps them. Where the agent writes on behind a blank, `{cursor}` stands.
    pub fn trimmed(mut self) -> Self {
        for wording in [&mut self.folder, &mut self.title, &mut self.body] {
            for words in [&mut wording.hans, &mut wording.hant] {
                let trimmed = words.trim();
                if trimmed.len() < words.len() {
                    *words = trimmed.to_owned();
                }
            }
        }
        self
    }

    /// Whether it is for the console with this id.
    pub fn is_for(&self, platform: &str) -> bool {
        self.platforms.is_empty() || self.platforms.iter().any(|it| has_console(it, platform))
    }

    /// Whether it may be said on this day.
    pub fn is_valid_on(&self, day: Day) -> bool {
        self.valid_from.is_none_or(|from| from <= day)
            && self.valid_until.is_none_or(|until| day <= until)
    }
}
