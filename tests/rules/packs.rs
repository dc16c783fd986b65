//! The built-in packs: they load, and their own sentences hold.

use deti::rule::{Checker, Context, Finding, Pack, Trial};
use deti::shop::Shop;

/// The built-in packs, as they are shipped.
pub const FILES: [(&str, &str); 10] = [
    ("words.toml", include_str!("../../packs/rules/words.toml")),
    ("compounds.toml", include_str!("../../packs/rules/compounds.toml")),
    ("contact.toml", include_str!("../../packs/rules/contact.toml")),
    ("money.toml", include_str!("../../packs/rules/money.toml")),
    ("order.toml", include_str!("../../packs/rules/order.toml")),
    ("promise.toml", include_str!("../../packs/rules/promise.toml")),
    ("manner.toml", include_str!("../../packs/rules/manner.toml")),
    ("advertising.toml", include_str!("../../packs/rules/advertising.toml")),
    ("diversion.toml", include_str!("../../packs/rules/diversion.toml")),
    ("urgency.toml", include_str!("../../packs/rules/urgency.toml")),
];

/// The built-in packs, parsed.
pub fn packs() -> Vec<Pack> {
    FILES
        .iter()
        .map(|(name, text)| {
            let (pack, problems) = Pack::parse(name, text);
            assert_eq!(problems, [], "{name} is read without a problem");
            pack
        })
        .collect()
}

/// The built-in packs for a shop.
pub fn checker(shop: &Shop) -> Checker {
    let (checker, problems) = Checker::new(&packs(), shop);
    assert_eq!(problems, [], "the built-in packs compile without a problem");
    checker
}

/// What is found, as `rule(words)`.
pub fn told(findings: &[Finding]) -> String {
    let told: Vec<String> =
        findings.iter().map(|finding| format!("{}({})", finding.rule, finding.found)).collect();
    told.join(" ")
}

#[test]
fn nothing_speaks_against_the_packs() {
    let trial = Trial::of(FILES);
    let said: Vec<String> = trial.problems.iter().map(ToString::to_string).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
    let tally = trial.tally;
    assert!(tally.sentences > 400 && tally.rewrites > tally.sentences, "{tally:?}");
}

#[test]
fn every_slug_has_a_rule() {
    let slugs = [
        "off-platform-contact",
        "offline-payment",
        "cod-refusal",
        "payment-refusal",
        "invoice-refusal",
        "return-refusal",
        "shipping-promise",
        "unfulfillable-promise",
        "authenticity-claim",
        "review-cashback",
        "instalment-refusal",
        "free-shipping-denial",
        "out-of-stock-refusal",
        "abuse",
        "coercion",
        "privacy-leak",
        "close-order",
        "other-shop-link",
        "address-form",
        "filler-tone",
        "negative-bu",
        "ignorance",
        "bare-refusal",
        "over-intimate",
        "interrogation",
        "impatience",
        "delay-brush-off",
        "sensitive-data-request",
        "absolute-claim",
        "after-sales-blame",
    ];
    let packs = packs();
    let mut named: Vec<&str> = packs.iter().flat_map(Pack::rules).collect();
    named.sort_unstable();
    // Beside the handbook.
    let mut slugs =
        [&slugs[..], &["false-urgency", "off-platform-diversion", "private-circle"]].concat();
    slugs.sort_unstable();
    assert_eq!(named, slugs);
}

#[test]
fn every_rule_proves_itself_in_both_scripts() {
    for pack in packs() {
        for rule in pack.rules() {
            for bad in [true, false] {
                let count =
                    pack.sentences().filter(|own| own.rule == rule && own.bad == bad).count();
                assert!(count >= 3, "{rule} has {count} sentences of its own");
            }
        }
    }
}

#[test]
fn the_seeds_own_wording_passes() {
    let checker = checker(&Shop::default());
    for sentence in [
        "我們是自己的品牌原廠正品",
        "麻煩您諮詢下銀行是否支持",
        "非常抱歉",
        "儘快安排",
        "盡力催促",
        "正常今天可以發出",
        "您买的草莓目前在沈阳中转场,当地这两天暴雪,快递小哥需要等道路畅通才能发车。我们已经和物流协商,优先为您派送,预计比原计划晚1天到达。为表歉意,给您申请了10元无门槛券,到货后如果有坏果,您拍照给我,我们全额赔付。",
        "受疫情影响,部分区域配送延迟,我们正在协调优先发货,预计15日能发出",
        "您是要退货还是换货?",
        "退货需要商品保持原包装、配件齐全,不影响二次销售",
        "您可以在APP“我的订单”里点击“退货申请”,填写原因后上传商品照片,审核通过后会给您发送退货地址",
        "整个流程预计3-5个工作日,有任何问题您随时找我,我帮您跟进",
        "太心疼您了,脸肿起来肯定特别难受,您先别着急,我一定帮您解决",
        "非常抱歉让您有这样的体验,您的感受我完全理解",
        "您的订单预计在本周五之前到达,如果有变动,我们会第一时间通知您",
    ] {
        let findings = checker.check(sentence, &Context::default());
        assert!(findings.is_empty(), "{sentence}: {}", told(&findings));
    }
}

#[test]
fn the_handbooks_replacements_are_offered() {
    let checker = checker(&Shop::default());
    for (draft, rewritten) in [
        ("不好意思", "非常抱歉"),
        ("不能便宜", "无法再低了"),
        ("价格不能再便宜了", "价格无法再低了"),
        ("不行", "无法帮到您"),
        ("您那边到不了", "您那边无法到达"),
        ("您那邊到不了喔", "您那邊無法到達喔"),
        ("今天发货", "尽快安排"),
        ("明天可以到", "尽力催促"),
        ("保證今天收到寶貝", "無法保證，會盡力幫您催促"),
        ("你们好", "您好"),
        ("妳的包裹", "您的包裹"),
        ("这个是原装的", "我们是自己的品牌，原厂正品"),
        ("原单正品，跟专柜一样。", "我们是自己的品牌，原厂正品。"),
        ("不是原裝", "我們是自己的品牌，原廠正品"),
        ("分期不支持", "分期麻烦您咨询下银行是否支持"),
        ("没有好评返现", "目前暂无这类活动，欢迎您分享真实的使用感受"),
        ("可能是您皮肤敏感", "太心疼您了，您先别着急，我一定帮您解决"),
        ("我不清楚", "我马上为您核实"),
        ("地址改不了", "地址无法修改"),
        ("哦", "好的"),
        ("知道了", "好的，收到"),
    ] {
        let answer = checker.rewrite(draft, &Context::default());
        assert_eq!(answer.text, rewritten, "{draft}");
        assert!(answer.left.is_empty(), "{draft}: {}", told(&answer.left));
    }
}
