//! A pack that is nothing but a list of phrases: what other filters call a
//! word list.

use super::finding::{Level, Words};
use super::pack::{FindEntry, Pack, Phrase, RuleEntry};

/// What the characters of the language of phrases would mean in a pack.
const SIGNS: &[char] = &['(', ')', '{', '}', '|', '?', '^', '$', '.', ' '];

/// The rule that a list of phrases stands for.
#[derive(Debug, Clone, Default)]
pub struct PlainRule {
    /// Its slug.
    pub id: String,
    /// How grave its phrases are; a warning if that is not said.
    pub level: Option<Level>,
    /// Why they should not be sent.
    pub why: Words,
    /// Where the list comes from, short.
    pub source: String,
}

impl Pack {
    /// A pack of one rule that finds each of these phrases, as it is written:
    /// no character of a phrase has a meaning. The line of a problem is the
    /// phrase's place in the list, counted from 1.
    pub fn of_phrases<'a>(
        file: &str,
        rule: PlainRule,
        phrases: impl IntoIterator<Item = &'a str>,
    ) -> Pack {
        let plain = |(place, text): (usize, &str)| Phrase {
            // To the matcher, these are signs like any other: it reads past them.
            text: text.replace(SIGNS, ""),
            line: place + 1,
        };
        let find = FindEntry {
            phrases: phrases.into_iter().enumerate().map(plain).collect(),
            ..FindEntry::default()
        };
        let rule = RuleEntry {
            id: rule.id,
            line: 0,
            top: 0,
            level: rule.level.unwrap_or(Level::Warn),
            why: rule.why,
            why_in: Vec::new(),
            source: rule.source,
            quoted: true,
            yields: false,
            unless: Vec::new(),
            views: Vec::new(),
            allow: Vec::new(),
            rewrite: Vec::new(),
            finds: vec![find],
            sentences: Vec::new(),
        };
        Pack { file: file.to_owned(), rules: vec![rule], ..Pack::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Pack, PlainRule};
    use crate::rule::{Checker, Context};
    use crate::shop::Shop;

    /// What a list finds in a draft; or the places of the phrases refused.
    fn told(phrases: &[&str], draft: &str) -> String {
        let rule = PlainRule { id: "list".to_owned(), ..PlainRule::default() };
        let pack = Pack::of_phrases("list", rule, phrases.iter().copied());
        let (checker, problems) = Checker::new(&[pack], &Shop::default());
        if let Some(problem) = problems.first() {
            return problem.line.to_string();
        }
        let findings = checker.check(draft, &Context::default());
        findings.iter().map(|finding| finding.found.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_list_finds_its_phrases_as_they_are_written() {
        let table = [
            (&["加微信", "刷单"][..], "亲，加薇信聊刷單", "刷單"),
            (&["刷单"], "“刷 单”", "刷 单"),
            (&["3.5折", "(限时)"], "今天3.5折，限时", "3.5折 限时"),
            (&["好", "^..$"], "好", "2"),
        ];
        for (phrases, draft, expected) in table {
            assert_eq!(told(phrases, draft), expected, "{phrases:?} in {draft}");
        }
    }
}
