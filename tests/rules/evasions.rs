//! Words that the rules know, written around: for each way, the same few
//! words as people hide them, and what looks like it and hides nothing.

use deti::rule::{Context, Level};
use deti::shop::Shop;

use crate::packs::{checker, told};

/// The way, the rule that must speak, and the drafts.
const SEEN_THROUGH: &[(&str, &str, &[&str])] = &[
    (
        "signs between all characters",
        "negative-bu",
        &[
            "不.行",
            "不·行",
            "不 - 行",
            "不*行",
            "不|行",
            "不～行",
            "不 ヽ 行",
            "不丶行",
            "不丨行",
            "不😀行",
            "不★行",
        ],
    ),
    (
        "signs between all characters",
        "review-cashback",
        &[
            "好 评 返 现",
            "好.评.返.现.五.元",
            "好⭐评⭐返⭐现",
            "好★评★返★现",
            "好➕评➕返➕现",
            "好·评·返·现",
        ],
    ),
    (
        "one character in pinyin",
        "free-shipping-denial",
        &["这款不包you", "不bāo邮的", "不包 y o u"],
    ),
    (
        "one character in pinyin",
        "address-form",
        &["ní量完再拍", "Ｎｉ平时穿多大", "ni'men家里有几口人", "nǐ看看", "NI 先量一下"],
    ),
    (
        "one character in pinyin",
        "off-platform-contact",
        &["jia 个 v xin", "加个wei信", "jiā微信", "加 w e i 信"],
    ),
    (
        "all in pinyin",
        "review-cashback",
        &["hao ping fan xian", "haopingfanxian", "hǎo píng 返 xiàn"],
    ),
    ("all in pinyin", "negative-bu", &["bu hao yi si", "buhaoyisi", "BU好YI思"]),
    ("a character that nobody writes", "payment-refusal", &["婲呗用不成", "婲呗不能用"]),
    ("split characters", "review-cashback", &["好讠平返现", "好评返王见吗，好讠平返现"]),
    ("split characters", "abuse", &["土立土及", "您就是马扁子"]),
    ("doubled", "review-cashback", &["好好评评返返现现"]),
];

const LEFT_ALONE: &[&str] = &[
    "Ni-MH 电池可以充五百次",
    "LINE 联名款的贴纸很可爱",
    "mobile 版的页面和电脑上一样",
    "you can choose，有三个颜色",
    "五⭐好评如潮",
    "这款是1+1+1三件套",
    "女子防晒衣有现货",
    "A·B·C三种包装都有",
    "man款和woman款尺码差一号",
];

#[test]
fn known_words_are_seen_through_every_evasion() {
    let checker = checker(&Shop::default());
    let mut missed = Vec::new();
    for (way, rule, drafts) in SEEN_THROUGH {
        for draft in *drafts {
            let findings = checker.check(draft, &Context::default());
            if !findings.iter().any(|finding| finding.rule == *rule) {
                missed.push(format!("{way}: {draft:?} is no {rule}: {}", told(&findings)));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn what_only_looks_like_an_evasion_is_left_alone() {
    let checker = checker(&Shop::default());
    let mut wrong = Vec::new();
    for draft in LEFT_ALONE {
        let mut findings = checker.check(draft, &Context::default());
        findings.retain(|finding| finding.level > Level::Tip);
        if !findings.is_empty() {
            wrong.push(format!("{draft}: {}", told(&findings)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
