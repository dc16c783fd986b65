//! Any bytes as a file of labelled drafts: each line is a draft or is named.

use deti_quality::read;

/// Reads the file that the bytes are.
pub fn hold(bytes: &[u8]) {
    let lines = bytes.split(|byte| *byte == b'\n').count();
    match read(bytes) {
        Ok(drafts) => {
            assert!(drafts.len() <= lines);
            for draft in &drafts {
                for label in &draft.labels {
                    let units = draft.text.encode_utf16().count() as u32;
                    let mut places = label.places(&draft.text).peekable();
                    assert!(places.peek().is_some(), "{label:?} is nowhere in {:?}", draft.text);
                    assert!(places.all(|(start, end)| start < end && end <= units));
                }
            }
        }
        Err(bad) => {
            assert!(bad.is_sorted_by(|one, other| one.line < other.line), "{bad:?}");
            assert!(bad.iter().all(|bad| bad.line <= lines && !bad.reason.is_empty()), "{bad:?}");
        }
    }
}
