//! What somebody may have meant: the known name that is nearest to theirs.

/// ` (did you mean …?)` for the known name that is nearest to a word; the known
/// names themselves if none is near and they are few; else nothing.
pub(crate) fn hint<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let mut known: Vec<&str> = known.into_iter().collect();
    known.sort_unstable();
    known.dedup();
    if let Some(near) = nearest(word, &known) {
        return format!("; did you mean `{near}`?");
    }
    if known.is_empty() || known.len() > 12 {
        return String::new();
    }
    let names: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
    format!("; there is {}", names.join(", "))
}

/// The known name that takes the fewest changes of a letter, if those are at
/// most half of it.
fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let distance = |name: &&&str| strsim::osa_distance(word, name);
    let near = known.iter().min_by_key(distance)?;
    let longer = word.chars().count().max(near.chars().count());
    (distance(&near) * 2 <= longer).then_some(*near)
}

#[cfg(test)]
mod tests {
    use super::hint;

    #[test]
    fn the_nearest_name_is_suggested() {
        let known = ["level", "rewrite", "seven-day", "unless"];
        for (word, said) in [
            ("levle", "; did you mean `level`?"),
            ("lvl", "; did you mean `level`?"),
            ("seven_day", "; did you mean `seven-day`?"),
            ("rewrites", "; did you mean `rewrite`?"),
            ("zzz", "; there is `level`, `rewrite`, `seven-day`, `unless`"),
        ] {
            assert_eq!(hint(word, known), said, "{word}");
        }
        assert_eq!(hint("a", []), "");
    }
}
