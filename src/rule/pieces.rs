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
        let mut list = Vec::with_capacity(self.list.len() + 2 * edits.len());
        let mut edits = edits.iter().peekable();
        // What has been written or left out already.
        let mut done = 0;
        let mut at = 0;
        for piece in &self.list {
            let (from, to) = (at, at + piece.len());
            at = to;
            while let Some(edit) = edits.peek().filter(|edit| (edit.start as usize) < to) {
                let (start, end) = (edit.start as usize, edit.end as usize);
                if start > done.max(from) {
                    list.push(piece.cut(done.max(from) - from, start - from));
                }
                list.push(Piece::New(edit.text.encode_utf16().collect()));
                done = end.max(start);
                edits.next();
            }
            if done < to {
                list.push(piece.cut(done.max(from) - from, to - from));
            }
        }
        list.extend(edits.map(|edit| Piece::New(edit.text.encode_utf16().collect())));
        list.retain(|piece| piece.len() > 0);
        Pieces { draft: self.draft.clone(), list }
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

#[cfg(test)]
mod tests {
    use super::{Edit, Pieces};

    fn edit(start: u32, end: u32, text: &str) -> Edit {
        Edit { start, end, text: text.to_owned() }
    }

    #[test]
    fn edits_of_edits_are_edits_of_the_draft() {
        for (first, then, text, edits) in [
            (vec![], vec![], "一二三四五", 0),
            (vec![edit(0, 1, "壹")], vec![edit(4, 5, "伍")], "壹二三四伍", 2),
            (vec![edit(1, 2, "")], vec![edit(0, 2, "甲乙")], "甲乙四五", 1),
            (vec![edit(1, 2, "甲乙丙")], vec![edit(2, 3, "丁")], "一甲丁丙三四五", 1),
            (vec![edit(1, 2, "甲"), edit(2, 3, "乙")], vec![edit(1, 3, "")], "一四五", 1),
            (vec![edit(5, 5, "六")], vec![edit(0, 0, "零")], "零一二三四五六", 2),
            (vec![edit(0, 5, "")], vec![edit(0, 0, "好")], "好", 1),
        ] {
            let pieces = Pieces::of("一二三四五").with(&first).with(&then);
            assert_eq!(pieces.text(), text, "{first:?} {then:?}");
            assert_eq!(pieces.edits().len(), edits, "{first:?} {then:?}");
            assert_eq!(Pieces::of("一二三四五").with(&pieces.edits()).text(), text);
        }
    }
}
