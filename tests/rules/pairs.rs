//! The handbook's own replacement pairs: the first rewrite of a finding is the
//! handbook's wording, and the rest of the draft stands as it was written.

use deti::rule::Context;
use deti::shop::Shop;

use crate::packs::checker;

/// Drafts, and how each reads with the first rewrite of its first finding.
const PAIRS: &[(&str, &str)] = &[
    ("不能便宜", "无法再低了"),
    ("亲，真的不能再便宜了", "亲，无法再低了"),
    ("這個不能便宜了", "這個無法再低了"),
    ("不好意思，让您久等了", "非常抱歉，让您久等了"),
    ("不好意思，讓您久等了", "非常抱歉，讓您久等了"),
    ("亲，这个不行", "亲，这个无法帮到您"),
    ("這個不行喔", "這個無法幫到您"),
    ("您那边的快递到不了", "您那边的快递无法到达"),
    ("偏遠的地方到不了", "偏遠的地方無法到達"),
    ("今天发货", "尽快安排"),
    ("今天發貨，您放心", "儘快安排，您放心"),
    ("明天可以到", "尽力催促"),
    ("保证今天收到宝贝", "无法保证，会尽力帮您催促"),
    ("保證今天收到寶貝", "無法保證，會盡力幫您催促"),
    ("你们那边下雨吗", "您那边下雨吗"),
    ("妳可以先量一下", "您可以先量一下"),
    ("这个是原装的", "我们是自己的品牌，原厂正品"),
    ("不支持分期", "分期麻烦您咨询下银行是否支持"),
    ("地址改不了", "地址无法修改"),
    ("村里送不到", "村里无法送达"),
    ("颜色不能指定", "颜色无法指定"),
    ("这款不参加满减", "这款暂时无法参加满减"),
    ("我不清楚", "我马上为您核实"),
    ("您好，您的要求我们无法满足", "您好，非常抱歉，您的要求我们无法满足"),
    ("此訂單無法為您更改", "非常抱歉，此訂單無法為您更改"),
];

#[test]
fn the_first_rewrite_is_the_handbooks() {
    let checker = checker(&Shop::default());
    let mut wrong = Vec::new();
    for (draft, wanted) in PAIRS {
        let findings = checker.check(draft, &Context::default());
        let units: Vec<u16> = draft.encode_utf16().collect();
        let first = findings.first().and_then(|finding| finding.rewrites.first());
        let reads = first.map(|edit| {
            let (start, end) = (edit.start as usize, edit.end as usize);
            let text = edit.text.encode_utf16();
            let words =
                units[..start].iter().copied().chain(text).chain(units[end..].iter().copied());
            String::from_utf16_lossy(&words.collect::<Vec<u16>>())
        });
        if reads.as_deref() != Some(*wanted) {
            wrong.push(format!("{draft}: {reads:?}, not {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
