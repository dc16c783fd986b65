//! What rules find in rewrites. A phrase that is too broad finds hundreds of
//! them; that is said once, where the phrase stands.

use super::checker::Context;
use super::pack::{Pack, Phrase};
use super::shadow::listed;
use super::witness::Look;
use crate::pack::Problem;

/// A rewrite in which a rule finds something.
pub(super) struct Told {
    /// The rule.
    pub(super) by: String,
    /// The rewrite's words.
    pub(super) text: String,
    /// What is found in them.
    pub(super) found: String,
}

impl Told {
    /// What is said to the author of the rewrite.
    pub(super) fn message(&self) -> String {
        let Told { by, text, found } = self;
        format!("the rewrite `{text}` is itself found by `{by}` (`{found}`); word it another way")
    }
}

/// So many rewrites may be the fault of each; when there are more of them, it is
/// the phrase's.
const FEW: usize = 3;

/// What rules find in the rewrites of others.
#[derive(Default)]
pub(super) struct Broad {
    told: Vec<Noted>,
}

/// A rewrite, and its file and line if it is on trial itself.
type Noted = (Told, Option<(String, usize)>);

impl Broad {
    /// Notes a rewrite; `own` is its file and line if it is on trial itself.
    pub(super) fn note(&mut self, told: Told, own: Option<(&str, usize)>) {
        self.told.push((told, own.map(|(file, line)| (file.to_owned(), line))));
    }

    /// Says it by phrase. The phrases of a rule, each with its file, and the
    /// place of the rule are `asked` for by the rule's slug.
    pub(super) fn problems<'p>(
        self,
        packs: &[Pack],
        asked: impl Fn(&str) -> (Vec<(&'p str, &'p Phrase)>, (&'p str, usize)),
    ) -> Vec<Problem> {
        let look = Look::at(packs);
        let mut rules: Vec<String> = Vec::new();
        for (told, _) in &self.told {
            if !rules.contains(&told.by) {
                rules.push(told.by.clone());
            }
        }
        let mut problems = Vec::new();
        for rule in rules {
            let (phrases, place) = asked(&rule);
            let alone: Vec<&Phrase> = phrases.iter().map(|(_, phrase)| *phrase).collect();
            let checker = look.checker(&alone, &[], &[]);
            let finding = |text: &str| {
                let found = checker.check(text, &Context::default());
                found.iter().filter_map(|found| found.rule.parse::<usize>().ok()).min()
            };
            let mut by_phrase: Vec<(Option<usize>, Vec<&Noted>)> = Vec::new();
            for told in self.told.iter().filter(|(told, _)| told.by == rule) {
                let phrase = finding(&told.0.text);
                match by_phrase.iter_mut().find(|(known, _)| *known == phrase) {
                    Some((_, list)) => list.push(told),
                    None => by_phrase.push((phrase, vec![told])),
                }
            }
            for (phrase, list) in by_phrase {
                let mut texts: Vec<&str> = Vec::new();
                for (told, _) in &list {
                    if !texts.contains(&told.text.as_str()) {
                        texts.push(&told.text);
                    }
                }
                let own = list.iter().filter_map(|(told, own)| Some((told, own.as_ref()?)));
                if texts.len() <= FEW && list.iter().all(|(_, own)| own.is_some()) {
                    problems.extend(own.map(|(told, (file, line))| Problem {
                        file: file.clone(),
                        line: *line,
                        message: told.message(),
                    }));
                    continue;
                }
                let at = phrase.and_then(|number| phrases.get(number));
                let (file, line) = at.map_or(place, |(file, phrase)| (*file, phrase.line));
                let what = at.map_or_else(|| rule.clone(), |(_, phrase)| phrase.text.clone());
                let rewrites = match texts.len() {
                    1 => "a rewrite of another rule".to_owned(),
                    count => format!("{count} rewrites of other rules"),
                };
                let message = format!(
                    "`{what}` finds {rewrites}: {}; narrow it, or add an exception",
                    listed(&texts)
                );
                problems.push(Problem { file: file.to_owned(), line, message });
            }
        }
        problems
    }
}
