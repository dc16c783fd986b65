//! Reading JSON lines, one at a time, from a file or from standard input.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

/// The lines of one source.
pub struct Lines {
    name: String,
    number: usize,
    reader: Box<dyn BufRead>,
}

/// A line as it came.
pub enum Line {
    /// Its text.
    Text(String),
    /// Why it has none.
    Bad(String),
}

impl Lines {
    /// Opens a file, or standard input for `-`.
    pub fn open(path: &Path) -> io::Result<Lines> {
        let (name, reader): (_, Box<dyn BufRead>) = if path.as_os_str() == "-" {
            ("-".to_owned(), Box::new(BufReader::new(io::stdin())))
        } else {
            (path.display().to_string(), Box::new(BufReader::new(File::open(path)?)))
        };
        Ok(Lines { name, number: 0, reader })
    }

    /// Where the last line stands: file and line.
    pub fn place(&self) -> String {
        format!("{}:{}", self.name, self.number)
    }

    /// The next line that is not empty; none at the end.
    pub fn next(&mut self) -> io::Result<Option<Line>> {
        loop {
            let mut bytes = Vec::new();
            if self.reader.read_until(b'\n', &mut bytes)? == 0 {
                return Ok(None);
            }
            self.number += 1;
            let mark: &[u8] = if self.number == 1 { "\u{FEFF}".as_bytes() } else { &[] };
            let bytes = bytes.strip_prefix(mark).unwrap_or(&bytes);
            match std::str::from_utf8(bytes) {
                Ok(text) if text.trim().is_empty() => {}
                Ok(text) => return Ok(Some(Line::Text(text.trim().to_owned()))),
                Err(error) => {
                    let at = error.valid_up_to() + 1;
                    let message = format!("byte {at} is not UTF-8; save the file as UTF-8");
                    return Ok(Some(Line::Bad(message)));
                }
            }
        }
    }
}
