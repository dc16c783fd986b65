//! Bytes that are text, in the encodings that such files have.

use encoding_rs::{BIG5, GB18030, UTF_16BE, UTF_16LE};

/// An encoding of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 with a byte order mark, as spreadsheets want it.
    Utf8Bom,
    /// GB18030, and GBK and GB2312 with it.
    Gb18030,
    /// Big5; it is read, not written.
    Big5,
    /// UTF-16 with a byte order mark; it is read, not written.
    Utf16,
}

impl Encoding {
    /// How it is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Bom => "UTF-8 with a byte order mark",
            Self::Gb18030 => "GB18030",
            Self::Big5 => "Big5",
            Self::Utf16 => "UTF-16",
        }
    }

    /// The encoding itself if it is written, else the one that holds as much.
    pub(crate) fn writable(self) -> Self {
        match self {
            Self::Big5 | Self::Utf16 => Self::Utf8Bom,
            other => other,
        }
    }

    /// The text in this encoding; each of those that are written holds every
    /// character.
    pub(crate) fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Self::Gb18030 => GB18030.encode(text).0.into_owned(),
            Self::Utf8Bom => [MARK, text.as_bytes()].concat(),
            Self::Utf8 | Self::Big5 | Self::Utf16 => text.as_bytes().to_vec(),
        }
    }
}

const MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

/// A text, and what it was.
pub(crate) struct Decoded {
    /// The text, without its mark, its lines ended by `\n`.
    pub text: String,
    pub encoding: Encoding,
    /// Whether some bytes were no characters; U+FFFD stands there.
    pub broken: bool,
}

/// Whether the bytes begin with a byte order mark.
pub(crate) fn has_mark(bytes: &[u8]) -> bool {
    bytes.starts_with(MARK) || utf16(bytes).is_some()
}

/// Reads bytes: what they say they are, else UTF-8 if they are that, else what
/// the Chinese encodings make of them.
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    let (text, encoding, broken) = if let Some(rest) = bytes.strip_prefix(MARK) {
        let text = String::from_utf8_lossy(rest);
        let broken = matches!(text, std::borrow::Cow::Owned(_));
        (text.into_owned(), Encoding::Utf8Bom, broken)
    } else if let Some(encoding) = utf16(bytes) {
        let (text, broken) = encoding.decode_with_bom_removal(bytes);
        (text.into_owned(), Encoding::Utf16, broken)
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        (text.to_owned(), Encoding::Utf8, false)
    } else if is_damaged_utf8(bytes) {
        (String::from_utf8_lossy(bytes).into_owned(), Encoding::Utf8, true)
    } else {
        let (from, encoding) = chinese(bytes);
        let (text, broken) = from.decode_without_bom_handling(bytes);
        (text.into_owned(), encoding, broken)
    };
    let text =
        if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    Decoded { text, encoding, broken }
}

fn utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    if bytes.starts_with(&[0xFF, 0xFE]) {
        Some(UTF_16LE)
    } else if bytes.starts_with(&[0xFE, 0xFF]) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether bytes are UTF-8 but for a few of them, such as a character that was cut
/// at the end. Text in another encoding has hardly a character that is also one
/// of UTF-8.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken * 8
}

/// Big5 if the detector is of that mind, else GB18030, which is what sellers'
/// tools write.
fn chinese(bytes: &[u8]) -> (&'static encoding_rs::Encoding, Encoding) {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    if detector.guess(None, chardetng::Utf8Detection::Deny) == BIG5 {
        (BIG5, Encoding::Big5)
    } else {
        (GB18030, Encoding::Gb18030)
    }
}
