//! What the agent looks for on the board, by words.

use crate::text::{composed, simplify};

/// Words of a buyer's name, an order's number or its item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    written: String,
    words: Vec<String>,
}

impl Sought {
    /// What is written into the box.
    pub fn new(written: &str) -> Self {
        let words = plain(written).split_whitespace().map(str::to_owned).collect();
        Self { written: written.to_owned(), words }
    }

    /// As it is written.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether all of the words are in these parts, each in any of them.
    pub fn is_in(&self, parts: &[&str]) -> bool {
        if self.is_empty() {
            return true;
        }
        let parts: Vec<String> = parts.iter().map(|part| plain(part)).collect();
        self.words.iter().all(|word| parts.iter().any(|part| part.contains(word.as_str())))
    }
}

/// Case, width and script tell nothing apart.
fn plain(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    simplify(&composed(text)).chars().map(narrow).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::Sought;

    #[test]
    fn what_is_looked_for() {
        let parts = ["t***8 小鹿", "2847163950274170158", "心悦 手工牛皮杯套 通用款 Mug"];
        for (written, found) in [
            ("", true),
            ("  ", true),
            ("小鹿", true),
            ("小馬", false),
            // The end of a number, blanks in it, and digits of an input method.
            ("0158", true),
            ("2847 0158", true),
            ("０１５８", true),
            ("0159", false),
            // All words, in any part and any order.
            ("杯套 小鹿", true),
            ("杯套 小马", false),
            // Case and script tell nothing apart.
            ("MUG", true),
            ("心悅", true),
        ] {
            assert_eq!(Sought::new(written).is_in(&parts), found, "{written}");
        }
    }
}
