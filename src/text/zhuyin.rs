//! Zhuyin, as it is written in pinyin.

/// Zhuyin initials and the vowels that follow, in pinyin.
const INITIALS: &str = "ㄅbㄆpㄇmㄈfㄉdㄊtㄋnㄌlㄍgㄎkㄏhㄐjㄑqㄒxㄓzhㄔchㄕshㄖrㄗzㄘcㄙs";
const FINALS: &[(&str, &str, &str)] = &[
    ("ㄚ", "a", "a"),
    ("ㄛ", "o", "o"),
    ("ㄜ", "e", "e"),
    ("ㄞ", "ai", "ai"),
    ("ㄟ", "ei", "ei"),
    ("ㄠ", "ao", "ao"),
    ("ㄡ", "ou", "ou"),
    ("ㄢ", "an", "an"),
    ("ㄣ", "en", "en"),
    ("ㄤ", "ang", "ang"),
    ("ㄥ", "eng", "eng"),
    ("ㄦ", "er", "er"),
    ("ㄧ", "yi", "i"),
    ("ㄧㄚ", "ya", "ia"),
    ("ㄧㄝ", "ye", "ie"),
    ("ㄧㄠ", "yao", "iao"),
    ("ㄧㄡ", "you", "iu"),
    ("ㄧㄢ", "yan", "ian"),
    ("ㄧㄣ", "yin", "in"),
    ("ㄧㄤ", "yang", "iang"),
    ("ㄧㄥ", "ying", "ing"),
    ("ㄨ", "wu", "u"),
    ("ㄨㄚ", "wa", "ua"),
    ("ㄨㄛ", "wo", "uo"),
    ("ㄨㄞ", "wai", "uai"),
    ("ㄨㄟ", "wei", "ui"),
    ("ㄨㄢ", "wan", "uan"),
    ("ㄨㄣ", "wen", "un"),
    ("ㄨㄤ", "wang", "uang"),
    ("ㄨㄥ", "weng", "ong"),
    ("ㄩ", "yu", "u"),
    ("ㄩㄝ", "yue", "ue"),
    ("ㄩㄢ", "yuan", "uan"),
    ("ㄩㄣ", "yun", "un"),
    ("ㄩㄥ", "yong", "iong"),
];

/// A Zhuyin syllable in pinyin; empty if it is none.
pub(super) fn romanised(zhuyin: &str) -> String {
    let first = zhuyin.chars().next().unwrap_or_default();
    let initial = INITIALS.find(first).map(|place| {
        let rest = &INITIALS[place + first.len_utf8()..];
        rest.split(|letter: char| !letter.is_ascii()).next().unwrap_or_default()
    });
    let vowels = initial.map_or(zhuyin, |_| &zhuyin[first.len_utf8()..]);
    match (initial, FINALS.iter().find(|(written, _, _)| *written == vowels)) {
        (Some(initial), Some((_, _, after))) => format!("{initial}{after}"),
        (Some(initial), None) if vowels.is_empty() => format!("{initial}i"),
        (None, Some((_, alone, _))) => (*alone).to_owned(),
        _ => String::new(),
    }
}
