//! Half a character in JSON: `\ud83d` without its other half. JavaScript writes
//! it where a text was cut in the middle of a picture, and no Rust text can hold
//! it.

use std::borrow::Cow;

/// A line of JSON with U+FFFD in the place of each half that stands alone. Both
/// take one UTF-16 code unit, so that every offset stays.
pub fn mended(line: &str) -> Cow<'_, str> {
    if !line.contains("\\ud") && !line.contains("\\uD") {
        return Cow::Borrowed(line);
    }
    let mut mended = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(place) = rest.find('\\') {
        let (before, escape) = rest.split_at(place);
        mended.push_str(before);
        let whole = match (unit(escape), escape.get(6..).and_then(unit)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(0xD800..=0xDFFF), _) => {
                mended.push_str("\\ufffd");
                rest = escape.get(6..).unwrap_or_default();
                continue;
            }
            // The sign after a backslash is never the start of an escape.
            _ => 1 + escape[1..].chars().next().map_or(0, char::len_utf8),
        };
        let (kept, after) = escape.split_at(whole);
        mended.push_str(kept);
        rest = after;
    }
    mended.push_str(rest);
    Cow::Owned(mended)
}

/// The code unit of an escape at the start of a text.
fn unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn halves_that_stand_alone_are_replaced() {
        for (line, wanted) in [
            (r"好", r"好"),
            (r"\ud83d\ude00", r"\ud83d\ude00"),
            (r"\ud83d", r"\ufffd"),
            (r"\uDE00好", r"\ufffd好"),
            (r"\ud83d\ud83d\ude00", r"\ufffd\ud83d\ude00"),
            (r"\ud83d\n", r"\ufffd\n"),
            (r"\\ud83d", r"\\ud83d"),
            (r"\\\ud83d", r"\\\ufffd"),
            (r"\ud8", r"\ud8"),
            (r"\ud83", r"\ud83"),
            (r"\u+d83", r"\u+d83"),
            (r"\u4f60\ud83d", r"\u4f60\ufffd"),
            ("\\", "\\"),
        ] {
            assert_eq!(mended(line), wanted, "{line}");
        }
    }
}
