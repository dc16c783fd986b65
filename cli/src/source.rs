//! Reading a file that a person wrote, whole.

use std::path::Path;

/// A file's name as it was given, and its text.
pub struct Source {
    /// The name.
    pub name: String,
    /// The text.
    pub text: String,
}

impl Source {
    /// Reads a file; what is wrong with it, and what to do, if that fails.
    pub fn read(path: &Path) -> Result<Source, String> {
        let name = path.display().to_string();
        if path.is_dir() {
            return Err(format!("{name}: is a folder; name the files in it"));
        }
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => return Err(format!("{name}: cannot be read ({error}); check the name")),
        };
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Source { name, text }),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let before = &error.as_bytes()[..valid];
                let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
                Err(format!("{name}:{line}: this is no UTF-8; save the file as UTF-8"))
            }
        }
    }
}
