//! Which units of a draft are taken, one bit each.

/// Bits for the units of a draft.
#[derive(Debug, Default)]
pub(super) struct Painted {
    words: Vec<u64>,
}

impl Painted {
    /// Room for so many units, all free.
    pub(super) fn new(units: usize) -> Painted {
        Painted { words: vec![0; units / 64 + 1] }
    }

    /// Takes a range of units.
    pub(super) fn paint(&mut self, start: usize, end: usize) {
        for (word, mask) in masks(start, end) {
            if let Some(bits) = self.words.get_mut(word) {
                *bits |= mask;
            }
        }
    }

    /// Frees a range of units.
    pub(super) fn clear(&mut self, start: usize, end: usize) {
        for (word, mask) in masks(start, end) {
            if let Some(bits) = self.words.get_mut(word) {
                *bits &= !mask;
            }
        }
    }

    /// Whether any unit of a range is taken.
    pub(super) fn any(&self, start: usize, end: usize) -> bool {
        masks(start, end)
            .any(|(word, mask)| self.words.get(word).is_some_and(|bits| bits & mask != 0))
    }
}

/// The words that a range covers, each with the bits of the range in it.
fn masks(start: usize, end: usize) -> impl Iterator<Item = (usize, u64)> {
    (start / 64..end.div_ceil(64)).map(move |word| {
        let from = start.saturating_sub(word * 64);
        let to = (end - word * 64).min(64);
        let below = |bit: usize| if bit < 64 { (1_u64 << bit) - 1 } else { u64::MAX };
        (word, below(to) & !below(from))
    })
}

#[cfg(test)]
mod tests {
    use super::Painted;

    #[test]
    fn ranges_are_taken_and_freed_across_words() {
        let mut painted = Painted::new(300);
        painted.paint(60, 200);
        for (start, end, any) in
            [(0, 60, false), (0, 61, true), (128, 192, true), (199, 200, true), (200, 300, false)]
        {
            assert_eq!(painted.any(start, end), any, "{start}..{end}");
        }
        painted.clear(100, 130);
        assert!(!painted.any(100, 130) && painted.any(99, 100) && painted.any(130, 131));
        painted.paint(5, 5);
        assert!(!painted.any(0, 60));
    }
}
