//! A row as the library would have it.

use crate::reply::{Reply, Wording};

/// A title made of the first words is no longer than this.
const TITLE: usize = 16;

/// The reply without blanks around its texts, and with a title.
pub(super) fn tidy(reply: Reply) -> Reply {
    let mut reply = reply.trimmed();
    reply.abbreviation = reply.abbreviation.split_whitespace().collect();
    if reply.title.is_empty() {
        let Wording { hans, hant } = &reply.body;
        reply.title = Wording { hans: first_words(hans), hant: first_words(hant) };
    }
    reply
}

/// What a reply without a title is called: its first line up to the first stop,
/// cut if that is still long.
pub fn first_words(body: &str) -> String {
    let line = body.trim().lines().next().unwrap_or_default();
    let stop = line.find(['，', '。', '！', '？', '、', ',', '!', '?', '~', '～']);
    let words = match stop.map(|stop| line[..stop].trim()) {
        Some(words) if words.chars().count() > 3 => words,
        _ => line,
    };
    match words.char_indices().nth(TITLE) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}
