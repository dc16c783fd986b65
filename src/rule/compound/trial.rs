//! What speaks against the compounds of packs: what is no word of several
//! characters, and what can do nothing, because no phrase has a word of one
//! character that stands in it.

use std::collections::HashSet;

use crate::pack::Problem;
use crate::rule::pack::{Pack, Phrase};
use crate::rule::pattern::{Choice, Item, is_literal, parse};
use crate::text::fold_phrase;

/// Says what is wrong with the compounds of packs, but for the first packs,
/// which are known to hold.
pub(in crate::rule) fn idle(packs: &[Pack], held: usize) -> Vec<Problem> {
    let singles = singles(packs);
    let mut problems = Vec::new();
    for pack in packs.iter().skip(held) {
        for compound in &pack.compounds {
            let (text, folded) = (&compound.text, fold_phrase(&compound.text));
            let message = if !is_literal(text) {
                format!("the compound `{text}` must be plain characters; write each of its forms")
            } else if folded.chars().nth(1).is_none() {
                format!("the compound `{text}` needs two characters at least; remove it")
            } else if !folded.chars().any(|form| singles.contains(&form)) {
                let nothing = "has no character that is a word of its own in any phrase";
                format!("the compound `{text}` {nothing}, so it does nothing; remove it")
            } else {
                continue;
            };
            let (file, line) = (pack.file().to_owned(), compound.line);
            problems.push(Problem { file, line, message });
        }
    }
    problems
}

/// The characters that are words of their own in what rules and contexts look for.
fn singles(packs: &[Pack]) -> HashSet<char> {
    let finds = packs.iter().flat_map(|pack| &pack.rules).flat_map(|rule| &rule.finds);
    let phrases = finds.flat_map(|find| &find.phrases);
    let contexts = packs.iter().flat_map(|pack| &pack.contexts);
    let phrases = phrases.chain(contexts.flat_map(|context| &context.phrases));
    let words = packs.iter().flat_map(|pack| &pack.words).flat_map(|(_, list)| list);
    phrases.chain(words).flat_map(of_one).collect()
}

/// The words of one character in a phrase.
fn of_one(phrase: &Phrase) -> Vec<char> {
    let items = parse(&phrase.text).unwrap_or_default();
    let choices = items.iter().filter_map(|item| match item {
        Item::Any { choices, .. } => Some(choices),
        _ => None,
    });
    let single = |choice: &Choice| {
        let Choice::Literal(text) = choice else { return None };
        let folded = fold_phrase(text);
        let mut forms = folded.chars();
        forms.next().filter(|_| forms.next().is_none())
    };
    choices.flatten().filter_map(single).collect()
}
