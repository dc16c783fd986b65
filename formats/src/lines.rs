//! Where the lines of a text begin, looked up many times.

/// The places of a text's line breaks.
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    pub fn of(text: &str) -> Self {
        Self(
            text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect(),
        )
    }

    /// The line of a byte offset, counted from 1.
    pub fn at(&self, offset: usize) -> usize {
        1 + self.0.partition_point(|line_break| *line_break < offset)
    }
}
