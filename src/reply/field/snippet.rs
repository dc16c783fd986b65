//! A template with the words of its snippets in their places, and what cannot be
//! put there.

use super::template::{Part, Template};

/// Snippets within snippets go no deeper.
const DEEPEST: usize = 4;

/// So many snippets are in one reply, those within snippets counted.
const MOST: usize = 64;

impl Template<'_> {
    /// The same with the words of other replies in the places where it takes them
    /// in; `words` are those of the reply with an id. A snippet that there is not,
    /// that takes in itself or lies too deep is left as it is.
    pub fn written_out<'s, 'w: 's>(
        &'s self,
        words: &dyn Fn(&str) -> Option<&'w str>,
    ) -> Template<'s> {
        let mut writing = Writing { words, parts: Vec::new(), within: Vec::new(), snippets: 0 };
        writing.take(self);
        Template { parts: writing.parts }
    }
}

/// The references of a text that never lead to words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Broken {
    /// Ids that no reply has.
    pub nowhere: Vec<String>,
    /// Ids of replies that take in themselves, or that lie too deep.
    pub round: Vec<String>,
}

impl Broken {
    /// Whether every reference leads to words.
    pub fn is_empty(&self) -> bool {
        self.nowhere.is_empty() && self.round.is_empty()
    }

    /// Notes what cannot be put into a text; `words` are those of the reply with an id.
    pub fn note<'w>(&mut self, text: &str, words: &dyn Fn(&str) -> Option<&'w str>) {
        let template = Template::read(text);
        for id in template.written_out(words).snippets() {
            let list = if words(id).is_some() { &mut self.round } else { &mut self.nowhere };
            if !list.iter().any(|known| known == id) {
                list.push(id.to_owned());
            }
        }
    }
}

/// The text with other ids in the places of those that have another; `None` if none
/// has one.
pub(in crate::reply) fn refer<'a>(
    text: &str,
    other: impl Fn(&str) -> Option<&'a str>,
) -> Option<String> {
    const OPENS: &str = "{snippet:";
    let mut said = String::new();
    let (mut rest, mut any) = (text, false);
    while let Some(at) = rest.find(OPENS) {
        let (before, reference) = rest.split_at(at + OPENS.len());
        said.push_str(before);
        let end = reference.find(['{', '}', '\n']).unwrap_or(reference.len());
        let (id, behind) = reference.split_at(end);
        let known = other(id.trim()).filter(|other| behind.starts_with('}') && *other != id);
        any |= known.is_some();
        said.push_str(known.unwrap_or(id));
        rest = behind;
    }
    said.push_str(rest);
    any.then_some(said)
}

struct Writing<'f, 's, 'w> {
    words: &'f dyn Fn(&str) -> Option<&'w str>,
    parts: Vec<Part<'s>>,
    /// The snippets that the one being written out is within.
    within: Vec<String>,
    /// How many were written out.
    snippets: usize,
}

impl<'s, 'w: 's> Writing<'_, 's, 'w> {
    fn take(&mut self, template: &Template<'s>) {
        for part in &template.parts {
            match part {
                Part::Snippet { id } => match self.words_of(id) {
                    Some(words) => {
                        self.snippets += 1;
                        self.within.push((*id).to_owned());
                        self.take(&Template::read(words));
                        self.within.pop();
                    }
                    None => self.parts.push(part.clone()),
                },
                _ => self.parts.push(part.clone()),
            }
        }
    }

    fn words_of(&self, id: &str) -> Option<&'w str> {
        let loops = self.within.iter().any(|outer| outer == id);
        let full = self.within.len() == DEEPEST || self.snippets == MOST;
        if loops || full { None } else { (self.words)(id) }
    }
}
