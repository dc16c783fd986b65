//! Traditional to simplified, character by character.
//!
//! The table is `simplified.txt`, written by `xtask/tables/simplified.py` from
//! OpenCC's dictionaries (Apache-2.0, see `xtask/tables/NOTICE`). No phrase is
//! looked at, so the length never changes and neither do the offsets.

const TABLE: &str = include_str!("simplified.txt");

/// Every character of the table is in the basic plane above U+07FF.
const CHARACTER: usize = 3;

/// Where the table's first line ends; looked for once, when this is compiled.
const FIRST_LINE: usize = {
    let table = TABLE.as_bytes();
    let mut at = 0;
    while table[at] != b'\n' {
        at += 1;
    }
    at
};

/// The table's first line: pairs sorted by the traditional character.
fn pairs() -> &'static [u8] {
    TABLE.as_bytes().split_at(FIRST_LINE).0
}

/// The table's second line: characters that only simplified text uses, sorted.
fn simplified_only() -> &'static [u8] {
    TABLE.as_bytes().split_at(FIRST_LINE + 1).1
}

/// The record that begins with the character, in a list of records of `width`
/// bytes. UTF-8 sorts as its code points do, so bytes can be compared.
fn find(table: &'static [u8], width: usize, character: char) -> Option<&'static [u8]> {
    if !('\u{4E00}'..='\u{9FFF}').contains(&character) {
        return None;
    }
    let mut buffer = [0; 4];
    let wanted = character.encode_utf8(&mut buffer).as_bytes();
    let (mut low, mut high) = (0, table.len() / width);
    while low < high {
        let middle = usize::midpoint(low, high);
        let record = table.get(middle * width..(middle + 1) * width)?;
        match record[..CHARACTER].cmp(wanted) {
            std::cmp::Ordering::Equal => return Some(record),
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    None
}

/// The simplified form of a character that has another one.
pub(crate) fn simplified_of(character: char) -> Option<char> {
    let record = find(pairs(), 2 * CHARACTER, character)?;
    std::str::from_utf8(&record[CHARACTER..]).ok()?.chars().next()
}

/// Whether only simplified text uses the character.
pub(crate) fn is_simplified_only(character: char) -> bool {
    find(simplified_only(), CHARACTER, character).is_some()
}

/// A text with each character in its simplified form. Words are not looked at:
/// 著 and 着, 帐 and 账 become one, as the matcher reads them.
pub fn simplify(text: &str) -> String {
    text.chars().map(|character| simplified_of(character).unwrap_or(character)).collect()
}
