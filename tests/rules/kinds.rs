//! What must be caught and what must be left alone, by kind.

use deti::rule::{Checker, Context, Level};
use deti::shop::Shop;

use crate::packs::{checker, told};

/// The kind, the draft, and what its first finding says: the rule, the level and
/// the first rewrite.
const CAUGHT: &[(&str, &str, &str)] = &[
    ("width", "加ＱＱ１２３４５６", "off-platform-contact block 您在这里留言就可以"),
    ("squared letters", "加🆀🆀 123456", "off-platform-contact block 您在这里留言就可以"),
    ("traditional", "今天發貨", "shipping-promise warn 儘快安排"),
    ("variant", "转帐给我", "offline-payment block 您在订单页付款就可以"),
    ("circled letters", "加ⓠⓠ 123456", "off-platform-contact block 您在这里留言就可以"),
    ("cyrillic", "加vх 8812abcd", "off-platform-contact block 您在这里留言就可以"),
    ("zero width", "加微\u{200B}信", "off-platform-contact block 您在这里留言就可以"),
    ("word joiner", "不\u{2060}好意思", "negative-bu warn 非常抱歉"),
    ("soft hyphen", "加微\u{AD}信", "off-platform-contact block 您在这里留言就可以"),
    ("variation selector", "微\u{FE0F}信号", "off-platform-contact block 您在这里留言就可以"),
    ("bidi mark", "加微\u{200E}信", "off-platform-contact block 您在这里留言就可以"),
    ("hangul filler", "加微\u{3164}信", "off-platform-contact block 您在这里留言就可以"),
    ("strike-through", "加微\u{336}信\u{336}", "off-platform-contact block 您在这里留言就可以"),
    ("space", "加微 信", "off-platform-contact block 您在这里留言就可以"),
    ("line break", "加微\n信", "off-platform-contact block 您在这里留言就可以"),
    ("dot", "加微.信", "off-platform-contact block 您在这里留言就可以"),
    ("hyphen", "加微-信", "off-platform-contact block 您在这里留言就可以"),
    ("slash", "加微/信", "off-platform-contact block 您在这里留言就可以"),
    ("asterisk", "加微*信", "off-platform-contact block 您在这里留言就可以"),
    ("bar", "加微|信", "off-platform-contact block 您在这里留言就可以"),
    ("slash and bar", "加微/信|号", "off-platform-contact block 您在这里留言就可以"),
    ("doubled", "加微微信信", "off-platform-contact block 您在这里留言就可以"),
    ("star", "加微★信", "off-platform-contact block 您在这里留言就可以"),
    ("picture", "加微😀信", "off-platform-contact block 您在这里留言就可以"),
    (
        "doubled",
        "货货到到付付款款没有",
        "cod-refusal tip 非常抱歉，货到付款目前暂未开通，付款页的其他方式都可以用",
    ),
    ("doubled", "vvxx：abc12345", "off-platform-contact block 您在这里留言就可以"),
    ("nought", "微信 13oo1288o45", "off-platform-contact block 您在这里留言就可以"),
    ("wave", "转～账给我", "offline-payment block 您在订单页付款就可以"),
    ("shape", "加徽信", "off-platform-contact block 您在这里留言就可以"),
    ("shape", "加溦信", "off-platform-contact block 您在这里留言就可以"),
    ("homophone", "加薇信", "off-platform-contact block 您在这里留言就可以"),
    ("homophone", "加维信", "off-platform-contact block 您在这里留言就可以"),
    ("homophone", "加威信", "off-platform-contact block 您在这里留言就可以"),
    ("homophone", "加卫星 abc12345", "off-platform-contact block 您在这里留言就可以"),
    ("latin", "加V信", "off-platform-contact block 您在这里留言就可以"),
    ("latin", "加vx abc12345", "off-platform-contact block 您在这里留言就可以"),
    ("latin", "加wx abc12345", "off-platform-contact block 您在这里留言就可以"),
    ("latin", "加v x abc12345", "off-platform-contact block 您在这里留言就可以"),
    ("latin", "加V：abc12345", "off-platform-contact block 您在这里留言就可以"),
    ("plus", "➕V：abc12345", "off-platform-contact block 您在这里留言就可以"),
    ("pinyin", "加weixin", "off-platform-contact block 您在这里留言就可以"),
    ("pinyin with spaces", "加 wei xin", "off-platform-contact block 您在这里留言就可以"),
    ("pinyin with tones", "加wēixìn", "off-platform-contact block 您在这里留言就可以"),
    (
        "half pinyin",
        "fa票开不了",
        "invoice-refusal block 发票我们无理由提供，财务会在一个月内统一寄出，运费我们承担",
    ),
    ("half pinyin", "加微xin", "off-platform-contact block 您在这里留言就可以"),
    ("initials", "zfb转我", "offline-payment block 您在订单页付款就可以"),
    ("zhuyin", "ㄅㄨˋ好意思", "negative-bu warn 非常抱歉"),
    ("nickname", "去绿泡泡上聊", "off-platform-contact block 您在这里留言就可以"),
    ("nickname", "加扣扣 123456", "off-platform-contact block 您在这里留言就可以"),
    ("nickname", "加🐧 123456", "off-platform-contact block 您在这里留言就可以"),
    ("nickname", "企鹅号 12345678", "off-platform-contact block 您在这里留言就可以"),
    ("nickname", "去某宝搜同款", "other-shop-link block 您看看我们店里的同类款"),
    (
        "fullwidth digits",
        "微信１３８００１２３４５６",
        "off-platform-contact block 您在这里留言就可以",
    ),
    ("circled digits", "打①③⑧①②③④⑤⑥⑦⑧", "off-platform-contact block 您在这里留言就可以"),
    ("numerals", "打一三八零零一二三四五六", "off-platform-contact block 您在这里留言就可以"),
    ("numerals", "打一三八〇〇一二三四五六", "off-platform-contact block 您在这里留言就可以"),
    (
        "formal numerals",
        "打壹叁捌零零壹贰叁肆伍陆",
        "off-platform-contact block 您在这里留言就可以",
    ),
    (
        "spoken numerals",
        "打幺三八零零幺二三四五六",
        "off-platform-contact block 您在这里留言就可以",
    ),
    ("mathematical digits", "打𝟏𝟑𝟖𝟎𝟎𝟏𝟐𝟑𝟒𝟓𝟔", "off-platform-contact block 您在这里留言就可以"),
    ("hyphened digits", "微信 138-0013-2456", "off-platform-contact block 您在这里留言就可以"),
    ("keycaps", "卫星：1️⃣8️⃣6️⃣0️⃣5️⃣5️⃣2️⃣9️⃣7️⃣3️⃣1️⃣", "off-platform-contact block 您在这里留言就可以"),
    ("split character", "亻尔好", "address-form warn 您好"),
    ("split character", "加微亻言", "off-platform-contact block 您在这里留言就可以"),
    ("gap", "今天就给您发货", "shipping-promise warn 尽快安排"),
    ("gap", "加一下我的微信", "off-platform-contact block 您在这里留言就可以"),
    ("percent", "100%有效", "unfulfillable-promise warn 实际效果因人而异，具体以详情页为准"),
    ("percent", "百分百有效", "unfulfillable-promise warn 实际效果因人而异，具体以详情页为准"),
    ("percent", "💯有效", "unfulfillable-promise warn 实际效果因人而异，具体以详情页为准"),
];

const ALONE: &[(&str, &str)] = &[
    ("border", "您看行不行"),
    ("border", "稍微信任一点就好"),
    ("border", "轻微信号差"),
    ("border", "滚筒洗衣机"),
    ("border", "这套刷单词的卡片一共两百张"),
    ("border", "店在人民路口交通方便"),
    ("border", "磨砂膏一周去死皮一次"),
    ("border", "背景墙是原装修留下的"),
    ("border", "草原装饰画"),
    ("ordinary", "质量不错"),
    ("ordinary", "QQ糖很Q弹"),
    ("ordinary", "口感QQ弹弹的"),
    ("ordinary", "最近上新了"),
    ("ordinary", "最好手洗"),
    ("ordinary", "靠垫可以拆洗"),
    ("ordinary", "官方微商城和这里同价"),
    ("ordinary", "第一时间告诉您"),
    ("ordinary", "最近上新，最好手洗"),
    ("ordinary", "100%棉"),
    ("ordinary", "傻瓜相机"),
    ("ordinary", "卫星导航款"),
    ("ordinary", "VX200吹风机"),
    ("ordinary", "加V领更显瘦"),
    ("context", "请不要加微信"),
    ("context", "不能保证今天发货"),
    ("context", "您问的是原装吗"),
    ("context", "「買家：不行」"),
    ("context", "“不是原装”是您刚才说的，我帮您核对"),
    ("structure", "订单号 1234567890123456"),
    ("structure", "1️⃣选规格 2️⃣领券 3️⃣提交"),
    ("structure", "一三五发货，二四六盘点"),
    ("structure", "两个人去不。行程已经发您了"),
    ("structure", "别加，微信支付就可以"),
    ("doubled", "快快乐乐，清清楚楚，实实在在"),
    ("subject", "暴雪，车暂时开不出来"),
    ("structure", "桶装水一三五送，二四六休息"),
];

#[test]
fn evasions_are_caught() {
    let checker = checker(&Shop::default());
    let wrong: Vec<String> = CAUGHT
        .iter()
        .map(|(kind, draft, wanted)| (kind, draft, wanted, first(&checker, draft)))
        .filter(|(_, _, wanted, says)| says != **wanted)
        .map(|(kind, draft, wanted, says)| format!("{kind}: {draft:?}: {says}, not {wanted}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the first finding of a draft says.
fn first(checker: &Checker, draft: &str) -> String {
    let findings = checker.check(draft, &Context::default());
    let Some(first) = findings.first() else { return "nothing".to_owned() };
    let level = match first.level {
        Level::Tip => "tip",
        Level::Warn => "warn",
        Level::Block => "block",
    };
    let rewrite = first.rewrites.first().map_or("no rewrite", |edit| edit.text.as_str());
    format!("{} {level} {rewrite}", first.rule)
}

#[test]
fn look_alikes_are_left_alone() {
    let checker = checker(&Shop::default());
    let wrong: Vec<String> = ALONE
        .iter()
        .map(|(kind, draft)| (kind, draft, checker.check(draft, &Context::default())))
        .filter(|(_, _, findings)| !findings.is_empty())
        .map(|(kind, draft, findings)| format!("{kind}: {draft}: {}", told(&findings)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
