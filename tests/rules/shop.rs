//! The shop profile: each setting changes the verdict on some sentences and on
//! no others, and in every such shop what is found can still be rewritten.

use deti::rule::{Checker, Context, Level, Overlay};
use deti::shop::Shop;

use crate::packs::{packs, told};

/// A line of the shop's file; a draft; the verdict in the shop that the
/// handbook assumes; the verdict in this one. "" for nothing found.
const ROWS: &[(&str, &str, &str, &str)] = &[
    ("own-brand = false", "我们是自己的品牌", "", "warn authenticity-claim"),
    ("own-brand = false", "这是我们自家品牌", "", "warn authenticity-claim"),
    ("own-brand = false", "这个是原装的", "block authenticity-claim", "block authenticity-claim"),
    ("own-brand = false", "您自己的品牌喜好也可以告诉我", "", ""),
    ("invoices = false", "我们开不了发票", "block invoice-refusal", "tip invoice-refusal"),
    ("invoices = false", "非常抱歉，我们开不了发票", "block invoice-refusal", "warn negative-bu"),
    ("invoices = false", "非常抱歉，本店暂时无法提供发票", "block invoice-refusal", ""),
    ("invoices = false", "可以给您开发票", "", "warn unfulfillable-promise"),
    ("invoices = false", "發票會隨貨寄出", "", "warn unfulfillable-promise"),
    ("credit-card = false", "信用卡付不了", "block payment-refusal", ""),
    ("credit-card = false", "可以用信用卡", "", "warn unfulfillable-promise"),
    ("credit-card = false", "花呗付不了", "block payment-refusal", "block payment-refusal"),
    ("huabei = false", "花呗用不了", "block payment-refusal", ""),
    ("huabei = false", "可以用花呗", "", "warn unfulfillable-promise"),
    ("huabei = false", "花唄也能用喔", "", "warn unfulfillable-promise"),
    ("huabei = false", "可以用信用卡", "", ""),
    ("quick-pay = false", "快捷支付没开通", "block payment-refusal", ""),
    ("quick-pay = false", "支持快捷支付", "", "warn unfulfillable-promise"),
    ("yuebao = false", "余额宝用不了", "block payment-refusal", ""),
    ("yuebao = false", "可以选余额宝", "", "warn unfulfillable-promise"),
    ("wechat-pay = false", "微信支付用不了", "block payment-refusal", ""),
    ("wechat-pay = false", "可以微信支付", "", "block offline-payment"),
    ("wechat-pay = false", "微信轉給我", "block offline-payment", "block offline-payment"),
    ("line-pay = false", "LINE Pay 沒辦法用", "block payment-refusal", ""),
    ("line-pay = false", "可以用 LINE Pay", "", "warn unfulfillable-promise"),
    ("cod = true", "支持货到付款的", "warn unfulfillable-promise", ""),
    ("cod = true", "我们不支持货到付款", "tip cod-refusal", "block cod-refusal"),
    ("cod = true", "三天痘印全消", "warn unfulfillable-promise", "warn unfulfillable-promise"),
    ("instalments = false", "不支持分期", "block instalment-refusal", "tip instalment-refusal"),
    ("instalments = false", "非常抱歉，目前暂时无法分期", "block instalment-refusal", ""),
    ("instalments = false", "支持分期的", "", "warn unfulfillable-promise"),
    ("seven-day = false", "这款不支持退货", "block return-refusal", "tip return-refusal"),
    ("seven-day = false", "非常抱歉，这款暂时无法退换", "block return-refusal", ""),
    ("seven-day = false", "支持七天无理由退货", "", "warn unfulfillable-promise"),
    ("seven-day = false", "支援七天鑑賞期", "", "warn unfulfillable-promise"),
    ("return-exceptions = false", "刻字定制无法适用七天无理由", "", "block return-refusal"),
    ("return-exceptions = false", "这款不支持退货", "block return-refusal", "block return-refusal"),
    ("free-shipping = false", "这款不包邮", "block free-shipping-denial", "tip negative-bu"),
    ("free-shipping = false", "全店包邮的", "", "warn unfulfillable-promise"),
    ("free-shipping = false", "满99元全店包邮", "", ""),
    ("free-shipping = false", "新疆不包邮", "warn free-shipping-denial", "tip negative-bu"),
    ("remote-postage = true", "新疆不包邮", "warn free-shipping-denial", "tip negative-bu"),
    ("remote-postage = true", "新疆也包邮", "", "warn unfulfillable-promise"),
    (
        "remote-postage = true",
        "这款不包邮",
        "block free-shipping-denial",
        "block free-shipping-denial",
    ),
    ("cashback = true", "没有好评返现", "tip review-cashback", ""),
    ("cashback = true", "评论送5元券", "warn review-cashback", ""),
    ("cashback = true", "五星好评返5元", "block review-cashback", "block review-cashback"),
    (
        "in-stock = false",
        "这款没货了，发不了货",
        "block out-of-stock-refusal",
        "tip out-of-stock-refusal",
    ),
    ("in-stock = false", "都有现货，您放心拍", "", "warn unfulfillable-promise"),
    ("in-stock = false", "到货时间我帮您查一下", "", ""),
    ("softeners = true", "好的哦", "", "tip filler-tone"),
    ("softeners = true", "好的呢", "", "tip filler-tone"),
    ("softeners = true", "您喜欢什么颜色呢", "", ""),
    ("endearments = true", "亲爱的，在的", "", "tip over-intimate"),
    ("endearments = true", "亲，在的", "", ""),
    ("own-links = [\"other.example.com\"]", "看 other.example.com/a", "block other-shop-link", ""),
    ("own-links = [\"other.example.com\"]", "看 xinyue.tmall.com", "", "block other-shop-link"),
    ("telephones = [\"400-820-6677\"]", "客服电话是400-820-6677", "", ""),
    ("telephones = [\"400-820-6677\"]", "客服電話 ４００ ８２０ ６６７７", "", ""),
    ("telephones = [\"400-820-6677\"]", "您打我电话13800138000", "", "warn off-platform-contact"),
    ("telephones = [\"400-820-6677\"]", "快递小哥电话13800138000", "", ""),
    ("telephones = [\"400-820-6677\"]", "订单号13800138000", "", ""),
    ("ship-within-hours = 48", "48小时内发货", "warn shipping-promise", ""),
    ("ship-within-hours = 48", "四十八小時內出貨", "warn shipping-promise", ""),
    ("ship-within-hours = 48", "1-3天内发货", "warn shipping-promise", ""),
    ("ship-within-hours = 48", "24小时内发货", "warn shipping-promise", "warn shipping-promise"),
    ("ship-within-hours = 48", "48小时内送达", "warn shipping-promise", "warn shipping-promise"),
    (
        "refund-within-hours = 24",
        "退款24小时内到账",
        "warn unfulfillable-promise, warn shipping-promise",
        "",
    ),
    (
        "refund-within-hours = 24",
        "退款2小时内到账",
        "warn unfulfillable-promise, warn shipping-promise",
        "warn unfulfillable-promise, warn shipping-promise",
    ),
];

/// The checker for a shop whose file is one line.
fn checker(line: &str) -> Checker {
    let (overlay, problems) = Overlay::parse("shop.toml", line);
    assert_eq!(problems, [], "{line}");
    let (packs, _, problems) = overlay.apply(&packs());
    assert_eq!(problems, [], "{line}");
    Checker::new(&packs, overlay.shop()).0
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Tip => "tip",
        Level::Warn => "warn",
        Level::Block => "block",
    }
}

fn verdict(checker: &Checker, draft: &str) -> String {
    let findings = checker.check(draft, &Context::default());
    let said = findings.iter().map(|finding| format!("{} {}", level(finding.level), finding.rule));
    said.collect::<Vec<_>>().join(", ")
}

#[test]
fn each_setting_changes_the_verdict_as_it_should() {
    let assumed = checker("");
    let mut wrong = Vec::new();
    let mut shop = ("", checker(""));
    for (line, draft, there, here) in ROWS {
        if shop.0 != *line {
            shop = (line, checker(line));
        }
        for (checker, wanted, which) in [(&assumed, there, "assumed"), (&shop.1, here, *line)] {
            let found = verdict(checker, draft);
            if found != *wanted {
                wrong.push(format!("{which}: {draft}: [{found}], not [{wanted}]"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_setting_has_a_row_and_a_row_that_differs() {
    let others = ["own-links", "telephones", "ship-within-hours", "refund-within-hours"];
    for name in Shop::SETTINGS.iter().copied().chain(others) {
        let own = |row: &&(&str, &str, &str, &str)| row.0.starts_with(&format!("{name} ="));
        let rows: Vec<_> = ROWS.iter().filter(own).collect();
        assert!(rows.iter().any(|row| row.2 != row.3), "{name} changes nothing");
        assert!(rows.len() > 1, "{name} has one row only");
    }
}

#[test]
fn in_every_shop_what_is_found_can_be_rewritten() {
    let mut lines: Vec<&str> = ROWS.iter().map(|row| row.0).collect();
    lines.dedup();
    let (packs, assumed) = (packs(), checker(""));
    let context = Context::default();
    let mut wrong = Vec::new();
    for line in lines {
        let checker = checker(line);
        for sentence in packs.iter().flat_map(|pack| pack.sentences()).filter(|own| own.bad) {
            // What is found and offered as everywhere is proved with the packs.
            let text = &sentence.text;
            if checker.check(text, &context) == assumed.check(text, &context) {
                continue;
            }
            let answer = checker.rewrite(text, &context);
            if !answer.left.is_empty() {
                wrong.push(format!("{line}: {text} → {}: {}", answer.text, told(&answer.left)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A setting; a draft that is found in that shop; how its reason begins where the
/// handbook's shop is assumed ("" for nothing found), and how in that one.
const REASONS: &[(&str, &str, &str, &str)] = &[
    ("invoices = false", "我们开不了发票", "发票无理由提供", "本店目前无法提供发票"),
    ("cod = true", "我们不支持货到付款", "本店没有货到付款", "本店支持货到付款"),
    ("instalments = false", "不支持分期", "不能说无法使用", "本店目前无法分期"),
    ("seven-day = false", "这款不支持退货", "支持七天无理由的商品", "本店不是件件支持"),
    ("own-brand = false", "这个是原装的", "不能说是原装", "本店卖的不是自己的品牌"),
    ("in-stock = false", "这款没货发不了", "销售中的商品", "缺货可以说"),
    ("cod = true", "三天痘印全消", "不要答应", "不要答应"),
];

#[test]
fn reasons_follow_the_shop() {
    let packs = packs();
    let (assumed, _) = Checker::new(&packs, &Shop::default());
    for (line, draft, before, after) in REASONS {
        let (overlay, problems) = Overlay::parse("shop.toml", line);
        assert_eq!(problems, [], "{line}");
        let (checker, _) = Checker::new(&packs, overlay.shop());
        for (checker, wanted) in [(&assumed, before), (&checker, after)] {
            let findings = checker.check(draft, &Context::default());
            let why = findings.first().map_or("", |finding| finding.why.hans.as_str());
            assert!(why.starts_with(wanted) && !why.is_empty(), "{line}: {draft}: {why}");
        }
    }
}
