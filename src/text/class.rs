//! What a single character is to the matcher.
//!
//! One table decides for every character whether it is read (and as what),
//! counted as noise between two units, or not seen at all.

use super::simplified::simplified_of;

/// What a character is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Read as this.
    Unit(char),
    /// Read as these: one sign that stands for a word.
    Word(&'static str),
    /// A space, a symbol or a picture: it may stand between two units, but not
    /// many of them.
    Noise,
    /// A line break: noise that weighs more.
    Line,
    /// Opens a quotation.
    Open,
    /// Closes a quotation.
    Close,
    /// Opens or closes a quotation; which one, the text decides.
    Straight,
    /// Never seen: zero-width characters, joiners, variation selectors.
    Invisible,
}

/// Pictures that stand for a word. Every other picture is noise.
const PICTURES: &[(char, &str)] = &[
    ('📦', "包"),
    ('🧧', "包"),
    ('🐷', "猪"),
    ('🐶', "狗"),
    ('💩', "屎"),
    ('➕', "加"),
    ('+', "加"),
    ('＋', "加"),
    ('⭐', "星"),
    ('🌟', "星"),
    ('★', "星"),
    ('☆', "星"),
    ('💰', "钱"),
    ('💵', "钱"),
    ('🐧', "企鹅"),
    ('💯', "百分百"),
    ('㊙', "秘"),
    ('🔟', "10"),
];

/// Cyrillic and Greek letters that look like a Latin one.
const LETTERS: &str = "аaвbеeкkмmнhоoрpсcтtуyхxіiѕsјjһhνvοoαaρpχxυuκkτtιi";

/// Letters with the marks of pinyin.
const MARKED: &str = "āaáaǎaàaēeéeěeèeīiíiǐiìiōoóoǒoòoūuúuǔuùuüvǖvǘvǚvǜvńnňnǹnḿm";

/// What a character is to the matcher.
pub(super) fn class(character: char) -> Class {
    match character {
        'a'..='z' | '0'..='9' | '%' => Class::Unit(character),
        'A'..='Z' => Class::Unit(character.to_ascii_lowercase()),
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => Class::Line,
        '!' | '！' => Class::Unit('!'),
        '?' | '？' => Class::Unit('?'),
        ',' | '，' | '、' | '﹐' | '､' => Class::Unit(','),
        ';' | '；' => Class::Unit(';'),
        '。' | '｡' | '…' => Class::Unit('。'),
        '￥' | '¥' | '$' => Class::Unit('¥'),
        '“' | '「' | '『' | '《' | '〈' | '【' => Class::Open,
        '”' | '」' | '』' | '》' | '〉' | '】' => Class::Close,
        '"' | '＂' => Class::Straight,
        '\u{00}'..='\u{7F}' => sign(character),
        _ if is_invisible(character) => Class::Invisible,
        '\u{4E00}'..='\u{9FFF}' => Class::Unit(han(character)),
        '\u{FF01}'..='\u{FF5E}' => {
            class(char::from_u32(character as u32 - 0xFEE0).unwrap_or(character))
        }
        '〇' => Class::Unit('〇'),
        '\u{3105}'..='\u{3129}' => Class::Unit(character),
        _ => picture(character).or_else(|| letter(character)).unwrap_or_else(|| other(character)),
    }
}

/// The signs of ASCII: `+` is a word, the rest only separates.
fn sign(character: char) -> Class {
    picture(character).unwrap_or(Class::Noise)
}

fn han(character: char) -> char {
    simplified_of(character).unwrap_or(character)
}

fn picture(character: char) -> Option<Class> {
    PICTURES.iter().find(|(from, _)| *from == character).map(|(_, to)| Class::Word(to))
}

/// The small letter of a capital: Latin, Greek, Cyrillic, and the marks of
/// pinyin. The standard library's table has every script, and would be the
/// largest one in the wasm.
fn small(character: char) -> char {
    let code = character as u32;
    let small = match code {
        0x41..=0x5A | 0xC0..=0xDE | 0x391..=0x3A9 | 0x410..=0x42F => code + 0x20,
        0x400..=0x40F => code + 0x50,
        // Here every other letter is the small one of the one before it.
        0x100..=0x137 | 0x14A..=0x177 | 0x1F8..=0x21F | 0x48A..=0x4BF | 0x1E00..=0x1E95 => code | 1,
        0x139..=0x148 | 0x1CD..=0x1DC => code + code % 2,
        _ => code,
    };
    char::from_u32(small).unwrap_or(character)
}

fn letter(character: char) -> Option<Class> {
    if let Some(digit) = digit(character) {
        return Some(Class::Unit(digit));
    }
    let lower = small(character);
    let mut letters = LETTERS.chars().chain(MARKED.chars());
    while let (Some(from), Some(to)) = (letters.next(), letters.next()) {
        if from == lower {
            return Some(Class::Unit(to));
        }
    }
    let code = character as u32;
    let place = match code {
        0x24B6..=0x24CF => code - 0x24B6,
        0x24D0..=0x24E9 => code - 0x24D0,
        0x1F130..=0x1F149 => code - 0x1F130,
        0x1F150..=0x1F169 => code - 0x1F150,
        0x1F170..=0x1F189 => code - 0x1F170,
        0x1F1E6..=0x1F1FF => code - 0x1F1E6,
        0x1D400..=0x1D6A3 => (code - 0x1D400) % 26,
        _ => return None,
    };
    char::from_u32('a' as u32 + place).map(Class::Unit)
}

/// The circled, bold and other forms of a digit. Ten and more have two digits
/// and are left alone: nobody writes a number with them.
fn digit(character: char) -> Option<char> {
    let code = character as u32;
    let value = match code {
        0x2460..=0x2468 => code - 0x2460 + 1,
        0x2474..=0x247C => code - 0x2474 + 1,
        0x2488..=0x2490 => code - 0x2488 + 1,
        0x24EA | 0x24FF => 0,
        0x24F5..=0x24FD => code - 0x24F5 + 1,
        0x2776..=0x277E => code - 0x2776 + 1,
        0x2780..=0x2788 => code - 0x2780 + 1,
        0x278A..=0x2792 => code - 0x278A + 1,
        0x2070 | 0x2074..=0x2079 => code - 0x2070,
        0x2080..=0x2089 => code - 0x2080,
        0x3220..=0x3228 => code - 0x3220 + 1,
        0x3280..=0x3288 => code - 0x3280 + 1,
        0x1D7CE..=0x1D7FF => (code - 0x1D7CE) % 10,
        0x1FBF0..=0x1FBF9 => code - 0x1FBF0,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// What is left: pictures, spaces and marks are noise, letters of other
/// scripts are read as they are.
fn other(character: char) -> Class {
    match character {
        '\u{20CD0}' => Class::Unit('呗'),
        '\u{1F000}'..='\u{1FAFF}' | '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{303F}' => {
            Class::Noise
        }
        'ˊ' | 'ˇ' | 'ˋ' | '˙' | 'ˉ' => Class::Noise,
        _ if character.is_alphanumeric() => Class::Unit(character),
        _ => Class::Noise,
    }
}

/// Characters that leave no trace on screen, or only change the one before.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{20D0}'..='\u{20FF}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{300}'..='\u{36F}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::{LETTERS, MARKED, small};

    #[test]
    fn every_letter_of_the_tables_is_known_by_its_capital() {
        for letter in LETTERS.chars().chain(MARKED.chars()) {
            for capital in letter.to_uppercase() {
                assert_eq!(small(capital), letter, "{capital}");
            }
            assert_eq!(small(letter), letter);
        }
    }
}
