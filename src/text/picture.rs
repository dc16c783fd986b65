//! Pictures that are written for a word.
//!
//! Most pictures in a chat decorate, and most of those that are meant as a
//! word are so only beside certain others: `薇❤` is `薇心`, `❤感谢支持` is no
//! heart. So each picture is a few readings, each with what must stand beside
//! it; the first that fits is how it is read, and where none fits it only
//! separates. The table is what sellers write, not what Unicode calls the
//! pictures.

/// One reading of some pictures.
#[derive(Debug, PartialEq)]
pub(super) struct Reading {
    /// The pictures.
    signs: &'static str,
    /// What they are read as; nothing if they only separate here.
    pub(super) word: &'static str,
    /// The characters of which one stands before it; any may, if there are
    /// none. `*` is the same picture.
    pub(super) after: &'static str,
    /// The words of which one follows, with blanks between; any may, if there
    /// are none. `$` is the end of the clause.
    pub(super) before: &'static str,
}

const fn reading(
    signs: &'static str,
    word: &'static str,
    after: &'static str,
    before: &'static str,
) -> Reading {
    Reading { signs, word, after, before }
}

/// What says no to the words that follow.
const NO: &str = "❌✖⛔🚫🙅❎🈲🆖🚷";
const HEARTS: &str = "❤♥💗💕💖💓💛🧡💙💜💘💝♡";
const GREEN: &str = "💚🟢🟩";
const MONEY: &str = "💰💵💴💶💷💸🪙";
/// Ways to go somewhere and to look for something.
const WHERE: &str = "去到上在逛开搜私用换加走打+";
/// What is read for `微` where `心` or `星` follows.
const WEI: &str = "微薇威葳崴嶶徽溦维唯卫魏围违惟伟玮vw";

/// All readings; those of one picture in the order in which they are tried.
const READINGS: [Reading; 84] = [
    reading("+➕＋✚⊕", "加", "", ""),
    reading(MONEY, "现", "返反饭", ""),
    reading(MONEY, "钱", "", ""),
    reading("🧧", "包", "红", ""),
    reading("🧧", "", "", "新年 恭喜 祝 大吉 开工 快乐 过年 年货 春节 福"),
    reading("🧧", "红包", "", ""),
    reading("📦🚚🚛✈🛫🚀", "发货", "天日晚午早明上", "$"),
    reading("📦", "包", "", ""),
    reading("⭐🌟★☆", "星", "*0123456789〇零一二三四五六七八九十幺两满全好卫微薇唯威维v", ""),
    reading(HEARTS, "", WEI, "信 芯 心 x"),
    reading(HEARTS, "心", WEI, ""),
    reading("🌟✨", "星", WEI, ""),
    reading(GREEN, "", "", "灯 光 键 按 标 绿"),
    reading(GREEN, "绿", "", "泡 色"),
    reading(GREEN, "绿泡泡", WHERE, ""),
    reading("💬🫧💭", "泡泡", "绿", ""),
    reading("🐧", "企鹅", "", ""),
    reading("🛰📡", "卫星", "", ""),
    reading("🍑", "淘", "", "宝"),
    reading("🍑", "淘宝", "去到上在逛开", ""),
    reading("🍑", "淘宝", "", "搜 上 找 里"),
    reading("🍠", "红薯", "小", ""),
    reading("🍠", "小红薯", WHERE, ""),
    reading("📕📖", "红书", "小", ""),
    reading("📕📖", "小红书", WHERE, "搜 上 找 关注 私"),
    reading("🐟🐠🎣", "鱼", "闲咸贤黄某", ""),
    reading("🎵🎶🎼", "音", "抖某斗", ""),
    reading("🐱🐈😺", "猫", "天某", "那 上 搜 有 店 也 旗 买 拍"),
    reading("🐷🐖🐽", "猪", "", ""),
    reading("🐶🐕", "狗", "", ""),
    reading("💩", "屎", "", ""),
    reading("🤡", "小丑", "", ""),
    reading("🥚", "蛋", "滚混笨坏蠢八王", ""),
    reading("🧠", "脑", "", "子 袋 残"),
    reading("🧠", "子", "脑", ""),
    reading("🧠", "脑子", "没无长有带缺动", ""),
    reading("🐔", "机", "手", ""),
    reading("🐔", "圾", "垃", ""),
    reading("🐢", "龟", "", "孙 儿子 蛋 公"),
    reading("🐴🐎🏇", "码", "钱款维扫", ""),
    reading("🐴🐎🏇", "马", "", "上"),
    reading("🐴🐎🏇", "妈", "你尼泥您他草操艹", ""),
    reading("🍎🍏", "评", "好差", ""),
    reading("🍚🥣", "返", "", "现 线 钱 利 仙"),
    reading("👍", "好", "", "评 平 苹"),
    reading("👎", "差", "", "评 平 苹"),
    reading("🎁", "礼品", "送有领赠拿给换", ""),
    reading("📧📨📩✉📬📪📫", "邮箱", "发传留给到用加的", ""),
    reading("📧📨📩✉📬📪📫", "邮箱", "", "发 我 留 传 给 地 号 是"),
    reading("📮", "邮", "", ""),
    reading("💳", "信用卡", "", ""),
    reading("🏦", "银行", "", ""),
    reading("🔗", "链接", "", ""),
    reading("📱☎📞", "手机号", "", "同 加 搜 就是"),
    reading("🆓", "免费", "", ""),
    reading("🆔", "id", "", ""),
    reading("💯", "百分百", "", ""),
    reading("㊙", "秘", "", ""),
    reading("🔟", "10", "", ""),
    reading("⑩", "十", "赔罚", ""),
    reading("🉑", "可", "", ""),
    reading("🈶", "有", "", ""),
    reading("✈🛩", "飞", "", "机"),
    reading("✈🛩", "飞机", "纸小加", ""),
    reading("✌", "v", "加留存", ""),
    reading("√☑✔", "v", "", "信 x 芯 心 号"),
    reading("×✕✖❌", "", "vw", "0 1 2 3 4 5 6 7 8 9"),
    reading("×✕✖❌", "x", "vw", ""),
    reading("\\", "v", "", "信 x 芯"),
    reading("🈚", "不", "", "退 换 支 包邮 能 接受 提供"),
    reading("🈚", "无", "", ""),
    reading("❎❌✖", "", "打画标划√✔✅", ""),
    reading(NO, "", "", "不 别 勿 禁 请 没 无 未 非 误 错 还 和 或 先"),
    reading(NO, "没有", "", "发票 开票 现货 货了 库存 运费险"),
    reading(NO, "不支持", "", "花呗 信用 刷卡 分期 货到 七天 7天 微信支付 余额 白条 云闪付 支付宝"),
    reading(NO, "不包", "", "邮"),
    reading(NO, "不行", "票邮换款货呗期", "$"),
    reading("❌", "", "", "$"),
    reading(NO, "", "", "$"),
    reading(
        "❌✖❎⛔🆖🚷",
        "不",
        "",
        "支 退 换 能 可 给 包 送 收 改 开 发 行 接 补 修 赔 刷 分 到 参 议 讲 返 优 免 让 取 安 卡 再 提供 保",
    ),
    reading("🚫🙅", "不", "", ""),
    reading("🈲", "不", "", "退 换 支 包邮 能 接受"),
    reading("🈲", "禁", "", ""),
    reading("📤", "发", "", "货"),
];

/// The pictures, sorted, each with the place of its first reading.
const PICTURES: [(u32, u16); COUNT] = first();

/// No more pictures are known than this.
const MOST: usize = 160;

const ALL: ([(u32, u16); MOST], usize) = all();
const COUNT: usize = ALL.1;

const fn first() -> [(u32, u16); COUNT] {
    let mut pictures = [(0, 0); COUNT];
    let mut at = 0;
    while at < COUNT {
        pictures[at] = ALL.0[at];
        at += 1;
    }
    pictures
}

/// Every picture once, sorted, and how many there are.
const fn all() -> ([(u32, u16); MOST], usize) {
    let (mut pictures, mut count, mut reading) = ([(0, 0); MOST], 0, 0);
    while reading < READINGS.len() {
        let signs = READINGS[reading].signs.as_bytes();
        let mut at = 0;
        while at < signs.len() {
            let (code, next) = decoded(signs, at);
            at = next;
            let mut place = count;
            while place > 0 && pictures[place - 1].0 > code {
                place -= 1;
            }
            if place > 0 && pictures[place - 1].0 == code {
                continue;
            }
            let mut last = count;
            while last > place {
                pictures[last] = pictures[last - 1];
                last -= 1;
            }
            pictures[place] = (code, reading as u16);
            count += 1;
        }
        reading += 1;
    }
    (pictures, count)
}

/// The character that starts at a byte of UTF-8, and where the next one does.
pub(super) const fn decoded(bytes: &[u8], at: usize) -> (u32, usize) {
    let (bits, length) = match bytes[at] {
        0..=0x7F => (0x7F, 1),
        0x80..=0xDF => (0x1F, 2),
        0xE0..=0xEF => (0x0F, 3),
        _ => (0x07, 4),
    };
    let mut code = (bytes[at] & bits) as u32;
    let mut next = at + 1;
    while next < at + length {
        code = code << 6 | (bytes[next] & 0x3F) as u32;
        next += 1;
    }
    (code, next)
}

/// Whether a picture says no. Two of them say no twice: `❌退❌换`.
pub(super) fn says_no(sign: char) -> bool {
    NO.contains(sign)
}

/// The place of a picture's first reading; none of a character that is no picture.
pub(super) const fn place(code: u32) -> Option<u16> {
    let (mut low, mut high) = (0, COUNT);
    while low < high {
        let middle = (low + high) / 2;
        if PICTURES[middle].0 < code {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if low < COUNT && PICTURES[low].0 == code { Some(PICTURES[low].1) } else { None }
}

/// The readings of a picture, from the place of its first one.
pub(super) fn readings(place: u16, sign: char) -> impl Iterator<Item = &'static Reading> {
    let rest = READINGS.get(usize::from(place)..).unwrap_or_default();
    rest.iter().filter(move |reading| reading.signs.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::{READINGS, place, readings};

    #[test]
    fn every_picture_has_its_readings_in_their_order() {
        for (number, reading) in READINGS.iter().enumerate() {
            for sign in reading.signs.chars() {
                let first = place(sign as u32).expect("it is a picture");
                assert!(usize::from(first) <= number, "{sign}");
                assert!(readings(first, sign).any(|known| known == reading), "{sign}");
            }
        }
    }

    #[test]
    fn no_reading_is_hidden_by_one_before_it() {
        for (number, reading) in READINGS.iter().enumerate() {
            for sign in reading.signs.chars() {
                let hidden = READINGS[..number].iter().any(|before| {
                    before.signs.contains(sign)
                        && before.after.is_empty()
                        && before.before.is_empty()
                });
                assert!(!hidden, "{sign} {}", reading.word);
            }
        }
    }
}
