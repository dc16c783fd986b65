//! The language of the interface, chosen once from the browser's languages.
//!
//! It says which of a pack's three sentences the agent reads. The script of a
//! draft is another matter: an English interface checks Chinese drafts.

use crate::rule::Words;
use crate::text::Script;

/// A language that the interface speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Chinese in simplified characters.
    #[default]
    Hans,
    /// Chinese in traditional characters.
    Hant,
    /// English.
    En,
}

impl Language {
    /// The first of the browser's languages (BCP 47) that the interface speaks;
    /// if it speaks none, simplified Chinese, as the extension's default locale.
    pub fn of<S: AsRef<str>>(languages: &[S]) -> Self {
        languages.iter().find_map(|tag| Self::of_tag(tag.as_ref())).unwrap_or_default()
    }

    /// The sentence in this language.
    pub fn words(self, words: &Words) -> &str {
        match self {
            Self::Hans => &words.hans,
            Self::Hant => &words.hant,
            Self::En => &words.en,
        }
    }

    /// The script of what is written to a buyer when nothing else tells.
    pub fn script(self) -> Script {
        match self {
            Self::Hant => Script::Hant,
            Self::Hans | Self::En => Script::Hans,
        }
    }

    /// A script subtag decides before a region does: `zh-Hans-HK` is simplified.
    fn of_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase().replace('_', "-");
        let mut parts = tag.split('-');
        match parts.next() {
            Some("en") => return Some(Self::En),
            Some("zh") => {}
            _ => return None,
        }
        let parts: Vec<&str> = parts.collect();
        let names = |any: &[&str]| parts.iter().any(|part| any.contains(part));
        Some(if names(&["hans"]) || !names(&["hant", "tw", "hk", "mo"]) {
            Self::Hans
        } else {
            Self::Hant
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{self, En, Hans, Hant};

    #[test]
    fn the_browsers_languages_choose_the_interface() {
        for (languages, expected) in [
            ("zh-CN", Hans),
            ("zh", Hans),
            ("zh-SG", Hans),
            ("zh-TW", Hant),
            ("zh-HK", Hant),
            ("zh_TW", Hant),
            ("ZH-hant", Hant),
            ("zh-Hans-HK", Hans),
            ("zh-Hant-CN", Hant),
            ("en-US", En),
            ("fr en zh", En),
            ("ja zh-TW en", Hant),
            ("de", Hans),
            ("", Hans),
        ] {
            let languages: Vec<&str> = languages.split_whitespace().collect();
            assert_eq!(Language::of(&languages), expected, "{languages:?}");
        }
    }
}
