//! Packs of replies: the header, and then a `[[reply]]` for each.

use std::collections::BTreeSet;

use crate::pack::Problem;
use crate::reply::entries::Reading;
use crate::reply::{Reply, Template, Wording};

/// Reads a pack of replies. A reply with a problem is left out; the others are
/// there.
pub fn parse(file: &str, text: &str) -> (Vec<Reply>, Vec<Problem>) {
    let mut reading = Reading::new(file, text);
    let mut replies: Vec<Reply> = Vec::new();
    let mut ids = BTreeSet::new();
    for entry in reading.entries::<Reply>("reply") {
        let mut wrong = problems_of(&entry.value);
        if !ids.insert(entry.value.id.clone()) {
            wrong.push(format!("a second reply has the id `{}`", entry.value.id));
        }
        if wrong.is_empty() {
            replies.push(entry.value);
        }
        for message in wrong {
            reading.problem(entry.line, message);
        }
    }
    (replies, reading.finish())
}

fn problems_of(reply: &Reply) -> Vec<String> {
    let mut wrong = Vec::new();
    let id = &reply.id;
    for (name, wording) in [("title", &reply.title), ("folder", &reply.folder)] {
        if wording.hans.trim().is_empty() || wording.hant.trim().is_empty() {
            wrong.push(format!("`{id}` has an empty {name}"));
        }
    }
    if id.is_empty() || reply.source.trim().is_empty() {
        wrong.push(format!("`{id}` needs an id and a source"));
    }
    wrong.extend(problems_of_body(id, &reply.body));
    if let (Some(from), Some(until)) = (reply.valid_from, reply.valid_until)
        && until < from
    {
        wrong.push(format!("`{id}` ends on {until}, before it begins on {from}"));
    }
    let syllables = reply.pinyin.split_whitespace().count();
    let fits = |title: &str| title.chars().count() == syllables;
    if syllables != 0 && !(fits(&reply.title.hans) && fits(&reply.title.hant)) {
        wrong.push(format!("the pinyin of `{id}` is not one syllable for each of its title"));
    }
    wrong
}

/// What is wrong with a body: empty, or with a brace that starts no field.
pub(crate) fn problems_of_body(id: &str, body: &Wording) -> Vec<String> {
    let mut wrong = Vec::new();
    for text in [&body.hans, &body.hant] {
        if text.trim().is_empty() {
            wrong.push(format!("`{id}` says nothing in one of the scripts"));
        }
        if text.trim() != text {
            wrong.push(format!("`{id}` begins or ends with a space or an empty line"));
        }
        if !Template::read(text).strays().is_empty() {
            wrong.push(format!("`{id}` has a brace that is no field: write {{name}}"));
        }
    }
    wrong
}
