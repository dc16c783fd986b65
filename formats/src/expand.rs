//! A reply as a tool without packs can have it: one script, and the words of
//! other replies in full.

use deti::reply::Reply;
use deti::text::Script;

use crate::loss::{Losses, Lost};
use crate::piece::{self, Piece};

/// A body that takes in others has no more pieces than this.
const MOST: usize = 500;

/// A reply's body in pieces, without snippets.
pub(crate) fn body<'a>(
    reply: &'a Reply,
    replies: &'a [Reply],
    script: Script,
    losses: &mut Losses,
) -> Vec<Piece> {
    let pieces = piece::read(reply.body.of(script));
    losses.note(Lost::Snippet, pieces.iter().any(|piece| matches!(piece, Piece::Snippet { .. })));
    let mut out = Vec::new();
    expand(pieces, &mut vec![&reply.id], replies, script, &mut out);
    out
}

/// A snippet that is not among the replies, or that would take in itself,
/// becomes a field: somebody has to write it.
fn expand<'a>(
    pieces: Vec<Piece>,
    within: &mut Vec<&'a str>,
    replies: &'a [Reply],
    script: Script,
    out: &mut Vec<Piece>,
) {
    for piece in pieces {
        let Piece::Snippet { id } = &piece else {
            out.push(piece);
            continue;
        };
        let known = replies.iter().find(|reply| reply.id == *id);
        match known.filter(|_| !within.contains(&id.as_str()) && out.len() < MOST) {
            Some(reply) => {
                within.push(&reply.id);
                expand(piece::read(reply.body.of(script)), within, replies, script, out);
                within.pop();
            }
            None => out.push(Piece::field(id, None)),
        }
    }
}

/// Whether braces stand in the words themselves: the other tools have no way to
/// write them.
pub(crate) fn has_braces(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| matches!(piece, Piece::Text(text) if text.contains(['{', '}'])))
}

/// Words whose braces nobody takes for a field.
pub(crate) fn without_braces(text: &str) -> String {
    text.replace('{', "｛").replace('}', "｝")
}

/// An abbreviation without the sign that another tool begins it with.
pub(crate) fn unsigned(shortcut: &str) -> &str {
    let shortcut = shortcut.trim();
    match shortcut.strip_prefix(['/', ':', ';', '\\']) {
        Some(rest) if !rest.is_empty() => rest,
        _ => shortcut,
    }
}
