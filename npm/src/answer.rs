//! What is told in words, as the shapes that `npm/index.d.ts` describes.

use deti::rule;
use serde::Serialize;

/// What a rule says about itself.
#[derive(Serialize)]
pub struct Rule<'a> {
    id: &'a str,
    why: &'a rule::Words,
    source: &'a str,
}

/// An edit of a draft, in UTF-16 code units.
#[derive(Serialize)]
pub struct Edit {
    start: u32,
    end: u32,
    text: String,
}

/// A draft that was rewritten: the edits that did it.
#[derive(Serialize)]
pub struct Rewrite {
    edits: Vec<Edit>,
    settled: usize,
}

impl<'a> From<rule::RuleFacts<'a>> for Rule<'a> {
    fn from(facts: rule::RuleFacts<'a>) -> Self {
        Self { id: facts.id, why: facts.why, source: facts.source }
    }
}

impl From<rule::Edit> for Edit {
    fn from(edit: rule::Edit) -> Self {
        Self { start: edit.start, end: edit.end, text: edit.text }
    }
}

impl From<rule::Rewritten> for Rewrite {
    fn from(rewritten: rule::Rewritten) -> Self {
        let edits = rewritten.edits.into_iter().map(Edit::from).collect();
        Self { edits, settled: rewritten.settled }
    }
}
