//! What a single character is to the matcher.
//!
//! [`entry`] decides for every character whether it is read (and as what),
//! counted as noise between two units, or not seen at all. It is a cascade of
//! questions; the compiler asks them for the pages that drafts are written
//! with, and a draft is folded by looking its characters up: the page by the
//! high byte, the entry by the low one, and no question for most of them.

use super::halves::{part, which_part};
use super::picture;
use super::simplified;

/// What a character is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Read as this.
    Unit(char),
    /// A picture that may stand for a word, by the place of its first reading.
    Picture(u16),
    /// Read as `〇` beside a number; else it only separates.
    Ring,
    /// A space, a symbol or a picture: it may stand between two units, but not
    /// many of them.
    Noise,
    /// `、`: it ends a clause, unless it only separates.
    Pause,
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

/// Cyrillic and Greek letters that look like a Latin one: two bytes and one.
const LETTERS: &str = "аaвbеeкkмmнhоoрpсcтtуyхxіiѕsјjһhνvοoαaρpχxυuκkτtιi";

/// Small capitals, raised letters, and signs that look like a Latin letter.
const DRAWN: &str = "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzᵃaᵇbᶜcᵈdᵉeᶠfᵍgʰhⁱiʲjᵏkˡlᵐm\
    ⁿnᵒoᵖpʳrˢsᵗtᵘuᵛvʷwˣxʸyᶻzₐaₑeᵢiₒoᵣrᵤuᵥvₓxℂcℍhℕnℙpℚqℝrℤzℬbℰeℱfℋhℐiℒlℳmℛrℯeℊgℴoℓlⅤvⅴvⅩxⅹx∨v⋁vᐯvѴvѵv";

/// Characters in a ring, from ㊊ on, and the radicals of the Kangxi dictionary, from ⼀ on.
const RINGED: &str =
    "月火水木金土日株有社名特财祝劳秘男女适优印注项休写正上中下左右医宗学监企资协夜";
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日日月木欠止歹殳毋\
    比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾见角言谷豆豕豸贝赤走足身车辛\
    辰辵邑酉釆里金长门阜隶隹雨靑非面革韦韭音页风飞食首香马骨高髟斗鬯鬲鬼鱼鸟卤鹿麦麻黄黍黑黹黾鼎鼓鼠鼻齐齿龙龟龠";

/// Letters with the marks of pinyin: two bytes and one.
const MARKED: &str = "āaáaǎaàaēeéeěeèeīiíiǐiìiōoóoǒoòoūuúuǔuùuüvǖvǘvǚvǜvńnňnǹn";

// An entry of the table is the character that a character is read as, 0 if
// that is itself, or one of these. They are surrogates, which are no characters.
const NOISE: u16 = 0xD800;
const LINE: u16 = 0xD801;
const OPEN: u16 = 0xD802;
const CLOSE: u16 = 0xD803;
const STRAIGHT: u16 = 0xD804;
const INVISIBLE: u16 = 0xD805;
const RING: u16 = 0xD806;
/// A letter if it is one, as it is; else noise.
const OTHER: u16 = 0xD807;
/// On a page that is not in the table.
const ELSEWHERE: u16 = 0xD808;
const PAUSE: u16 = 0xD809;
/// The first of the pictures, and the last number that may be one.
const PICTURE: u16 = 0xD810;
const LAST_PICTURE: u16 = 0xDBFF;
/// The first of the parts that a character may be written with.
const PART: u16 = 0xDC00;
const LAST_PART: u16 = 0xDFFF;

/// The pages that are looked up beside those of the Han characters, by the high
/// byte: Latin, Greek, Cyrillic, punctuation and symbols, and the wide forms.
/// Characters of other pages are rare enough to be asked about one by one.
const PAGES: [u8; 13] =
    [0x00, 0x01, 0x03, 0x04, 0x20, 0x24, 0x26, 0x27, 0x2B, 0x30, 0x31, 0xFE, 0xFF];

/// How many pages of Han characters there are.
const HAN: usize = simplified::COUNT / 256;

/// How many pages the table has: at last one for all that are not in it.
const ALL: usize = HAN + PAGES.len() + 1;

/// Where each page is in the table.
static PLACES: [u8; 256] = places();

/// The entries of the pages.
static TABLE: [[u16; 256]; ALL] = table();

const fn places() -> [u8; 256] {
    let mut places = [ALL as u8 - 1; 256];
    let mut page = 0;
    while page < HAN {
        places[(simplified::FIRST >> 8) + page] = page as u8;
        page += 1;
    }
    page = 0;
    while page < PAGES.len() {
        places[PAGES[page] as usize] = (HAN + page) as u8;
        page += 1;
    }
    places
}

#[allow(long_running_const_eval, reason = "twenty thousand characters, once a build")]
const fn table() -> [[u16; 256]; ALL] {
    let mut table = [[ELSEWHERE; 256]; ALL];
    let simplified = simplified::forms();
    let mut place = 0;
    while place < simplified.len() {
        let code = (simplified::FIRST + place) as u32;
        let form = if simplified[place] == 0 { code as u16 } else { simplified[place] };
        table[place / 256][place % 256] = if is_stroke(code) {
            NOISE
        } else if let Some(part) = which_part(form) {
            PART + part as u16
        } else {
            simplified[place]
        };
        place += 1;
    }
    let mut page = 0;
    while page < PAGES.len() {
        let mut low = 0;
        while low < 256 {
            table[HAN + page][low] = entry((PAGES[page] as u32) << 8 | low as u32);
            low += 1;
        }
        page += 1;
    }
    table
}

/// The entry of a character of one UTF-16 code unit.
#[inline]
fn looked_up(unit: u16) -> u16 {
    let place = PLACES[usize::from(unit >> 8)];
    TABLE.get(usize::from(place)).map_or(ELSEWHERE, |page| page[usize::from(unit & 0xFF)])
}

/// What a character is read as, if that is all there is to say about it: it is
/// neither noise nor a half of a character. Nearly every character of a draft
/// is such a one.
#[inline]
pub(super) fn plain(unit: u16) -> Option<char> {
    let entry = looked_up(unit);
    char::from_u32(u32::from(if entry == 0 { unit } else { entry }))
}

/// The simplified form of a Han character, if it has another form.
pub(super) fn simplified_form(unit: u16) -> Option<char> {
    if !simplified::RANGE.contains(&usize::from(unit)) {
        return None;
    }
    match class_of_unit(unit) {
        Class::Unit(form) if form as u32 != u32::from(unit) => Some(form),
        _ => None,
    }
}

/// What a character of one UTF-16 code unit is to the matcher. Half a
/// surrogate pair is noise.
#[inline]
pub(super) fn class_of_unit(unit: u16) -> Class {
    match looked_up(unit) {
        ELSEWHERE => class_elsewhere(u32::from(unit)),
        entry => class_of_entry(entry, u32::from(unit)),
    }
}

/// What a character is to the matcher.
pub(super) fn class(code: u32) -> Class {
    u16::try_from(code).map_or_else(|_| class_elsewhere(code), class_of_unit)
}

/// What a character is that the table does not have.
fn class_elsewhere(code: u32) -> Class {
    match char::from_u32(code) {
        Some(_) => class_of_entry(entry(code), code),
        None => Class::Noise,
    }
}

#[inline]
fn class_of_entry(entry: u16, code: u32) -> Class {
    let form = if entry == 0 { code } else { u32::from(entry) };
    if let Some(form) = char::from_u32(form) {
        return Class::Unit(form);
    }
    match entry {
        LINE => Class::Line,
        OPEN => Class::Open,
        CLOSE => Class::Close,
        STRAIGHT => Class::Straight,
        INVISIBLE => Class::Invisible,
        RING => Class::Ring,
        OTHER => match char::from_u32(code) {
            Some(letter) if letter.is_alphanumeric() => Class::Unit(letter),
            _ => Class::Noise,
        },
        PAUSE => Class::Pause,
        PART..=LAST_PART => part(usize::from(entry - PART)).map_or(Class::Noise, Class::Unit),
        PICTURE..=LAST_PICTURE => Class::Picture(entry - PICTURE),
        _ => Class::Noise,
    }
}

/// The entry of a character that is no Han character.
const fn entry(code: u32) -> u16 {
    let plain = code as u16;
    match code {
        // a-z, 0-9, %
        0x61..=0x7A | 0x30..=0x39 | 0x25 => plain,
        0x41..=0x5A => plain + 0x20,
        0x0A | 0x0D | 0x2028 | 0x2029 | 0x85 => LINE,
        // ! ？ ， ； 。 ￥ and their other forms
        0x21 | 0xFF01 => 0x21,
        0x3F | 0xFF1F => 0x3F,
        0x2C | 0xFF0C | 0xFE50 | 0xFF64 => 0x2C,
        0x3001 => PAUSE,
        0x3B | 0xFF1B => 0x3B,
        0x3002 | 0xFF61 | 0x2026 => 0x3002,
        0xFFE5 | 0xA5 | 0x24 => 0xA5,
        // “ 「 『 《 〈 【 and what closes them
        0x201C | 0x300C | 0x300E | 0x300A | 0x3008 | 0x3010 => OPEN,
        0x201D | 0x300D | 0x300F | 0x300B | 0x3009 | 0x3011 => CLOSE,
        0x22 | 0xFF02 => STRAIGHT,
        // The other signs of ASCII: `+` is a word, the rest only separates.
        0x00..=0x7F => picture(code, NOISE),
        _ if is_invisible(code) => INVISIBLE,
        0xFF01..=0xFF5E => entry(code - 0xFEE0),
        0x3007 => RING,
        // Zhuyin
        0x3105..=0x3129 => plain,
        _ => picture(code, letter(code)),
    }
}

/// A picture that may stand for a word, or else something.
const fn picture(code: u32, or: u16) -> u16 {
    match picture::place(code) {
        Some(place) => PICTURE + place,
        None => or,
    }
}

/// What a picture is that stands for no word where it stands.
pub(super) fn class_of_no_word(code: u32) -> Class {
    if code < 0x80 { Class::Noise } else { class_of_entry(letter(code), code) }
}

/// The small letter of a capital: Latin, Greek, Cyrillic, and the marks of
/// pinyin. The standard library's table has every script, and would be the
/// largest one in the wasm.
const fn small(code: u32) -> u32 {
    match code {
        0x41..=0x5A | 0xC0..=0xDE | 0x391..=0x3A9 | 0x410..=0x42F => code + 0x20,
        0x400..=0x40F => code + 0x50,
        // Here every other letter is the small one of the one before it.
        0x100..=0x137 | 0x14A..=0x177 | 0x1F8..=0x21F | 0x48A..=0x4BF | 0x1E00..=0x1E95 => code | 1,
        0x139..=0x148 | 0x1CD..=0x1DC => code + code % 2,
        _ => code,
    }
}

/// The Latin letter that a letter of the tables stands for; 0 if it is none.
const fn latin(table: &str, small: u32) -> u16 {
    let bytes = table.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if ((bytes[at] & 0x1F) as u32) << 6 | (bytes[at + 1] & 0x3F) as u32 == small {
            return bytes[at + 2] as u16;
        }
        at += 3;
    }
    0
}

/// Letters and digits in their many forms; what is left is asked about in
/// [`other`].
const fn letter(code: u32) -> u16 {
    if let Some(digit) = digit(code) {
        return 0x30 + digit as u16;
    }
    if code < 0x2000 {
        let small = small(code);
        let latin = match (small, latin(LETTERS, small)) {
            // The one letter of pinyin that takes three bytes.
            (0x1E3F, _) => 0x6D,
            (_, 0) => latin(MARKED, small),
            (_, letter) => letter,
        };
        if latin > 0 {
            return latin;
        }
    }
    let place = match code {
        0x24B6..=0x24CF => code - 0x24B6,
        0x24D0..=0x24E9 => code - 0x24D0,
        0x1F130..=0x1F149 => code - 0x1F130,
        0x1F150..=0x1F169 => code - 0x1F150,
        0x1F170..=0x1F189 => code - 0x1F170,
        0x1F1E6..=0x1F1FF => code - 0x1F1E6,
        0x1D400..=0x1D6A3 => (code - 0x1D400) % 26,
        0x249C..=0x24B5 => code - 0x249C,
        0x1F110..=0x1F129 => code - 0x1F110,
        0x328A..=0x32B0 => return of_three(RINGED, code - 0x328A),
        // ⼁⼂⼃ are the strokes below, which are read as signs.
        0x2F01..=0x2F03 => return NOISE,
        0x2F00..=0x2FD5 => return of_three(RADICALS, code - 0x2F00),
        _ => return drawn(code),
    };
    0x61 + place as u16
}

/// One of the characters of a table, all of which take three bytes.
const fn of_three(table: &str, place: u32) -> u16 {
    let (bytes, at) = (table.as_bytes(), 3 * place as usize);
    ((bytes[at] & 0x0F) as u16) << 12
        | ((bytes[at + 1] & 0x3F) as u16) << 6
        | (bytes[at + 2] & 0x3F) as u16
}

/// The letter of [`DRAWN`] that a sign is; else what is left.
const fn drawn(code: u32) -> u16 {
    if !matches!(code, 0x250..=0x2FF | 0x474..=0x475 | 0x1400..=0x22FF | 0xA730..=0xA731) {
        return other(code);
    }
    let bytes = DRAWN.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let (sign, next) = picture::decoded(bytes, at);
        if sign == code {
            return bytes[next] as u16;
        }
        at = next + 1;
    }
    other(code)
}

/// The circled, bold and other forms of a digit. Ten and more have two digits
/// and are left alone: nobody writes a number with them.
const fn digit(code: u32) -> Option<u32> {
    Some(match code {
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
    })
}

/// What is left: pictures, spaces and marks are noise, letters of other
/// scripts are read as they are.
const fn other(code: u32) -> u16 {
    match code {
        // 𠳐 is written for 呗.
        0x20CD0 => '呗' as u16,
        0x1F000..=0x1FAFF | 0x2000..=0x2BFF | 0x3000..=0x303F => NOISE,
        // ˊ ˇ ˋ ˙ ˉ, the tones of Zhuyin
        // ・ ー ヽ ヾ ゝ ゞ ㆍ, marks of kana and Hangul that nobody reads here
        0x30FB..=0x30FE | 0x309D | 0x309E | 0x318D => NOISE,
        0x2CA | 0x2C7 | 0x2CB | 0x2D9 | 0x2C9 => NOISE,
        _ => OTHER,
    }
}

/// Strokes that are characters by name only: 丨 丶 丿. They are written as signs.
const fn is_stroke(code: u32) -> bool {
    matches!(code, 0x4E28 | 0x4E36 | 0x4E3F)
}

/// Characters that leave no trace on screen, or only change the one before.
const fn is_invisible(code: u32) -> bool {
    matches!(code,
        0xAD | 0x34F | 0x61C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180E
        | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x20D0..=0x20FF | 0x3164
        | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF9..=0xFFFB | 0x300..=0x36F
        | 0x1F3FB..=0x1F3FF | 0xE0000..=0xE0FFF)
}

#[cfg(test)]
mod tests {
    use super::super::halves::is_part;
    use super::{
        Class, LETTERS, MARKED, class, class_elsewhere, class_of_unit, is_stroke, plain, small,
    };

    #[test]
    fn every_letter_of_the_tables_is_known_by_its_capital() {
        for letter in LETTERS.chars().chain(MARKED.chars()).chain(['ḿ']) {
            for capital in letter.to_uppercase() {
                assert_eq!(small(capital as u32), letter as u32, "{capital}");
            }
            assert_eq!(small(letter as u32), letter as u32);
        }
    }

    #[test]
    fn the_table_says_what_the_questions_say() {
        for unit in 0..=u16::MAX {
            let code = u32::from(unit);
            let said = class_of_unit(unit);
            match said {
                _ if !(0x4E00..0xA000).contains(&code) => assert_eq!(said, class_elsewhere(code)),
                Class::Unit(form) => {
                    let part = is_part(form);
                    assert_eq!(plain(unit), (!part).then_some(form), "{unit:04X}");
                }
                said => assert_eq!((said, is_stroke(code)), (Class::Noise, true), "{unit:04X}"),
            }
        }
    }

    #[test]
    fn a_character_is_read_as_its_plain_form() {
        for (characters, form) in [
            ("aAａāÀаАⓐ🅰𝐚ᴀᵃ", 'a'),
            ("vⅤ∨ѵ🇻", 'v'),
            ("正㊣", '正'),
            ("言⾔", '言'),
            ("1１①❶𝟏", '1'),
            ("!！", '!'),
            ("發发", '发'),
            ("mM𝗆ḿḾ", 'm'),
        ] {
            for character in characters.chars() {
                assert_eq!(class(character as u32), Class::Unit(form), "{character}");
            }
        }
    }
}
