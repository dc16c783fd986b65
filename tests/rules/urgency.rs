//! Urgency that nobody can check, in sentences that the pack does not have.

use deti::rule::{Context, Level};
use deti::shop::Shop;

use crate::packs::{checker, told};

const RULE: &str = "false-urgency";

/// The gravest that the rule finds in a draft, beside the buyer's last message.
fn found(draft: &str, buyer: Option<&str>) -> Option<Level> {
    let findings = checker(&Shop::default()).check(draft, &Context { buyer });
    findings.iter().filter(|finding| finding.rule == RULE).map(|finding| finding.level).max()
}

#[test]
fn urgency_is_found_by_its_meaning() {
    let checker = checker(&Shop::default());
    let mut wrong = Vec::new();
    let mut counts = [0, 0];
    for line in include_str!("urgency.txt").lines().filter(|it| !it.starts_with('#')) {
        let Some((kind, draft)) = line.split_once('\t') else { continue };
        let findings = checker.check(draft, &Context::default());
        let urgent = findings.iter().any(|finding| finding.rule == RULE);
        counts[usize::from(kind == "good")] += 1;
        if urgent != (kind == "bad") {
            wrong.push(format!("{kind}: {draft}: {}", told(&findings)));
        }
        // What stands there instead is words, and hurries nobody.
        let settled = checker.rewrite(draft, &Context::default());
        let left = settled.left.iter().any(|finding| finding.rule == RULE);
        if urgent && (left || settled.text.trim().chars().count() < 4) {
            wrong.push(format!("{draft} is rewritten as {}", settled.text));
        }
    }
    assert!(counts[0] >= 260 && counts[1] >= 220, "{counts:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Who asked is answered with what is so; a push beside the answer stays one.
#[test]
fn a_buyer_who_asks_is_answered() {
    for (buyer, draft, level) in [
        (None, "这个码还剩两双", Some(Level::Tip)),
        (Some("这个码还有货吗"), "这个码还剩两双", None),
        (Some("還有幾件"), "現貨還有三件", None),
        (Some("还有几双"), "只剩两双了，赶紧拍", Some(Level::Warn)),
        (Some("怎么洗"), "这个码还剩两双", Some(Level::Tip)),
        (None, "活动今晚十二点截止", Some(Level::Tip)),
        (None, "活动马上截止了", Some(Level::Warn)),
        (None, "活动今晚截止，赶紧拍", Some(Level::Warn)),
        (Some("活动什么时候结束呀"), "活动今晚十二点截止", None),
        (Some("优惠到几号"), "优惠明天就结束了", None),
        (Some("不付款的话订单会怎样"), "半小时内没付，订单会自动关闭", None),
        (Some("有发票吗"), "半小时内没付，订单会自动关闭", Some(Level::Warn)),
        (None, "没付款的话订单到时会自动关闭", Some(Level::Tip)),
        (None, "今天下单优先安排", Some(Level::Tip)),
        (None, "您的订单23小时后自动关闭", Some(Level::Tip)),
        (None, "您的订单1小时后自动关闭", Some(Level::Warn)),
        (None, "按订单页显示，订单23小时后自动关闭", None),
        (None, "页面显示订单马上关闭", Some(Level::Tip)),
        (None, "限时抢购，速付", Some(Level::Warn)),
        (None, "还剩两件", Some(Level::Tip)),
        (Some("还有几件"), "还剩两件", None),
    ] {
        assert_eq!(found(draft, buyer), level, "{buyer:?}: {draft}");
    }
}

/// A deadline with the page's own value is nobody's urgency, and closes no order.
#[test]
fn what_the_page_says_may_be_said() {
    let checker = checker(&Shop::default());
    for draft in [
        "按付款页倒计时，订单22:30关闭",
        "訂單頁顯示還剩25分鐘，到時訂單自動關閉",
        "按订单页显示，这单今晚八点半会自动取消",
        "页面写着还剩3件，够您用",
        "活动页标的是今晚24点结束",
    ] {
        let findings = checker.check(draft, &Context::default());
        assert_eq!(told(&findings), "", "{draft}");
    }
    for (draft, rule) in [
        ("订单22:30我给您关了", "close-order"),
        ("这单半小时后帮您取消掉", "close-order"),
        ("订单22:30关闭，快付款", RULE),
        ("页面显示库存紧张，喜欢就拍", RULE),
    ] {
        let findings = checker.check(draft, &Context::default());
        assert!(findings.iter().any(|it| it.rule == rule), "{draft}: {}", told(&findings));
    }
}
