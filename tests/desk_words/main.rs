//! Everything that the shop offers to say passes the live check itself: every
//! reply and every reminder, in both scripts, filled in as an agent would.

#![allow(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

mod coverage;
mod fields;

use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use deti::desk::{Packs, Stock};
use deti::reply::{Template, Values};
use deti::rule::Context;
use deti::shop::Shop;
use expect_test::expect;

use fields::FIELDS;

/// Everything that ships in the folders that a desk reads.
fn stock() -> &'static Stock {
    static STOCK: LazyLock<Stock> = LazyLock::new(shipped);
    &STOCK
}

fn shipped() -> Stock {
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs");
    let mut files = Vec::new();
    for folder in ["rules", "replies", "reminders"] {
        for entry in std::fs::read_dir(packs.join(folder)).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
            files.push((name, std::fs::read_to_string(entry.path()).unwrap()));
        }
    }
    let files = files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let (packs, mut problems) = Packs::read(files);
    let (stock, wrong) = Stock::new(packs, &Shop::default());
    problems.extend(wrong);
    assert_eq!(problems, []);
    stock
}

/// What is said, filled in: name, words.
fn said(stock: &Stock) -> Vec<(String, String)> {
    let replies = stock.replies.iter().map(|reply| (&reply.id, &reply.body));
    let reminders = stock.reminders.iter().map(|reminder| (&reminder.id, &reminder.body));
    let mut said = Vec::new();
    for (id, body) in replies.chain(reminders) {
        for (script, text) in [(0, &body.hans), (1, &body.hant)] {
            let mut values = Values::default();
            for field in FIELDS {
                values.set(field[script], field[2 + script]);
            }
            let filled = Template::read(text).fill(&values);
            assert_eq!(filled.missing, [""; 0], "{id}: add the field to the table above");
            said.push((id.clone(), filled.text));
        }
    }
    said
}

#[test]
fn what_the_shop_offers_to_say_is_clean() {
    let stock = stock();
    // The rules are there: without them everything would be clean.
    for (forbidden, rule) in [("不行", "negative-bu"), ("加我微信", "off-platform-contact")] {
        let findings = stock.checker.check(forbidden, &Context::default());
        assert!(findings.iter().any(|finding| finding.rule == rule), "{forbidden}: {findings:?}");
    }
    let mut found = String::new();
    for (id, text) in said(stock) {
        for finding in stock.checker.check(&text, &Context::default()) {
            writeln!(found, "{id}: {} finds “{}” in {text}", finding.rule, finding.found).unwrap();
        }
    }
    expect![[""]].assert_eq(&found);
}

#[test]
fn the_seeds_own_wording_is_there() {
    let said: String = said(stock()).into_iter().map(|(_, text)| text + "\n").collect();
    for wording in [
        "我们是自己的品牌，原厂正品",
        "麻烦您咨询下银行是否支持",
        "非常抱歉",
        "尽快安排",
        "尽力催促",
        "正常今天可以发出",
        "丹东草莓 3斤目前在沈阳中转场，当地这两天暴雪",
        "我们已经和物流协商，优先为您派送，预计比原计划晚1天到达。为表歉意，给您申请了10元无门槛券，到货后如果有坏果，您拍照给我，我们全额赔付。",
        "部分区域配送延迟，我们正在协调优先发货，预计本周五能发出",
        "您是要退货还是换货？",
        "退货需要商品保持原包装、配件齐全，不影响二次销售",
        "填写原因后上传商品照片，审核通过后会给您发送退货地址",
        "整个流程预计3-5个工作日，有任何问题您随时找我，我帮您跟进",
        "太心疼您了，脸肿起来肯定特别难受，您先别着急，我一定帮您解决",
        "非常抱歉让您有这样的体验，您的感受我完全理解",
        "您的订单预计在本周五之前到达，如果有变动，我们会第一时间通知您",
    ] {
        assert!(said.contains(wording), "{wording}");
    }
}
