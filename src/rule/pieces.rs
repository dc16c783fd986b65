//! A draft while it is edited: what is kept of it, and what is new. Whatever is
//! done to it comes out as edits of the draft as it was.

use super::finding::Edit;

/// A text made of stretches of the draft and of new words between them.
#[derive(Debug, Clone)]
pub(super) struct Pieces {
    draft: Vec<u16>,
    list: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Kept(usize, usize),
    New(Vec<u16>),
}

impl Piece {
    fn len(&self) -> usize {
        match self {
            Piece::Kept(start, end) => end - start,
            Piece::New(words) => words.len(),
        }
    }

    fn cut(&self, from: usize, to: usize) -> Piece {
        match self {
            Piece::Kept(start, _) => Piece::Kept(start + from, start + to),
            Piece::New(words) => Piece::New(words[from..to].to_vec()),
        }
    }
}

impl Pieces {
    pub(super) fn of(draft: &str) -> Pieces {
        let draft: Vec<u16> = draft.encode_utf16().collect();
        let list = vec![Piece::Kept(0, draft.len())];
        Pieces { draft, list }
    }

    /// The text with edits made in it, which are sorted and apart.
    pub(super) fn with(&self, edits: &[Edit]) -> Pieces {
        let mut pieces = self.clone();
        edits.iter().rev().for_each(|edit| pieces.apply(edit));
        pieces
    }

    fn apply(&mut self, edit: &Edit) {
        let (start, end) = (edit.start as usize, edit.end as usize);
        let mut list = Vec::with_capacity(self.list.len() + 2);
        let mut at = 0;
        let mut written = false;
        for piece in &self.list {
            let (from, to) = (at, at + piece.len());
            at = to;
            if from < start {
                list.push(piece.cut(0, start.min(to) - from));
            }
            if !written && to >= start {
                list.push(Piece::New(edit.text.encode_utf16().collect()));
                written = true;
            }
            if to > end {
                list.push(piece.cut(end.max(from) - from, to - from));
            }
        }
        list.retain(|piece| piece.len() > 0);
        self.list = list;
    }

    pub(super) fn text(&self) -> String {
        let mut units = Vec::new();
        for piece in &self.list {
            match piece {
                Piece::Kept(start, end) => units.extend_from_slice(&self.draft[*start..*end]),
                Piece::New(words) => units.extend_from_slice(words),
            }
        }
        String::from_utf16_lossy(&units)
    }

    /// What was changed, as edits of the draft.
    pub(super) fn edits(&self) -> Vec<Edit> {
        let mut edits: Vec<Edit> = Vec::new();
        let mut at = 0;
        let mut words: Vec<u16> = Vec::new();
        let end = Piece::Kept(self.draft.len(), self.draft.len());
        for piece in self.list.iter().chain([&end]) {
            match piece {
                Piece::New(new) => words.extend_from_slice(new),
                Piece::Kept(start, stop) => {
                    if *start > at || !words.is_empty() {
                        let text = String::from_utf16_lossy(&words);
                        edits.push(Edit { start: at as u32, end: *start as u32, text });
                    }
                    words.clear();
                    at = *stop;
                }
            }
        }
        edits
    }
}
