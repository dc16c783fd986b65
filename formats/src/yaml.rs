//! Writing YAML by hand: a few keys, and any text between them.

/// A text as YAML, at so many spaces: words in quotes, or a block of lines that
/// somebody can read.
pub(crate) fn text(text: &str, indent: usize) -> String {
    if is_block(text) {
        let space = " ".repeat(indent);
        let lines = text.split('\n').map(|line| match line {
            "" => String::from("\n"),
            line => format!("\n{space}{line}"),
        });
        return format!("|-{}", lines.collect::<String>());
    }
    quoted(text)
}

/// Whether a literal block keeps every character of it.
fn is_block(text: &str) -> bool {
    let plain = |c: char| c == '\n' || !(c.is_control() || is_odd(c));
    text.contains('\n')
        && text.chars().all(plain)
        && !text.starts_with([' ', '\n'])
        && text.split('\n').all(|line| line.trim_end() == line)
        && !text.ends_with('\n')
}

/// A text in double quotes, with whatever does not print escaped.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || is_odd(c) => out.push_str(&format!("\\U{:08X}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Characters that break lines, or that YAML does not allow as they are.
fn is_odd(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}
