//! A reply as a tool without packs can have it: one script, and the words of
//! other replies in full.

use deti::reply::{Reply, Template};
use deti::text::Script;

use crate::How;
use crate::loss::{Losses, Lost};
use crate::piece::Piece;

/// The replies that are written, and how.
pub(crate) struct Shelf<'a> {
    pub replies: &'a [Reply],
    pub how: How<'a>,
}

impl<'a> Shelf<'a> {
    /// The script that is written.
    pub fn script(&self) -> Script {
        self.how.script
    }

    /// The words of a reply that another one takes in.
    fn words(&self, id: &str, within: &Reply, script: Script) -> Option<&'a str> {
        let known = self.replies.iter().chain(self.how.beside).find(|reply| reply.id == id);
        known.filter(|_| id != within.id).map(|reply| reply.body.of(script))
    }

    /// A reply's body in pieces, with the words of others in full. Of a snippet
    /// that is nowhere, or that takes in itself, a field is left: somebody has to
    /// write it.
    pub fn body(&self, reply: &Reply, losses: &mut Losses) -> Vec<Piece> {
        let template = Template::read(reply.body.of(self.script()));
        let whole = template.written_out(&|id| self.words(id, reply, self.script()));
        losses.note(Lost::Snippet, whole != template);
        losses.note_nowhere(&whole.snippets().collect::<Vec<_>>());
        let field = |piece| match piece {
            Piece::Snippet { id } => Piece::field(&id, None),
            piece => piece,
        };
        whole.parts().iter().map(|part| field(Piece::of(part))).collect()
    }

    /// Notes the snippets that are nowhere, for a format that holds snippets.
    pub fn note_nowhere(&self, losses: &mut Losses) {
        for reply in self.replies {
            let mut nowhere = Vec::new();
            for script in [Script::Hans, Script::Hant] {
                let template = Template::read(reply.body.of(script));
                let whole = template.written_out(&|id| self.words(id, reply, script));
                nowhere.extend(whole.snippets().map(str::to_owned));
            }
            losses.note_nowhere(&nowhere);
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
