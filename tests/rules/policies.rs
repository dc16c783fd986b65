//! The policies on contested points (P-…), one row a sentence: what is found
//! there, or nothing.

use deti::rule::Context;
use deti::shop::Shop;

use crate::packs::{checker, told};

/// Sentences with the rules that speak there, blank-separated; "" for none.
const ROWS: &[(&str, &str, &str)] = &[
    ("P-BU", "不能便宜", "negative-bu"),
    ("P-BU", "不好意思", "negative-bu"),
    ("P-BU", "地址改不了", "negative-bu"),
    ("P-BU", "这款不参加满减", "negative-bu"),
    ("P-BU", "这款锅是不锈钢的，挺不错", ""),
    ("P-BU", "您看能不能拍一张", ""),
    ("P-BU", "您看行不行", ""),
    ("P-BU", "第一行\n不行", "negative-bu"),
    ("P-BU", "手机开不了机的话先充电", ""),
    ("P-BU", "运费不用您承担", ""),
    ("P-BU", "您操作不了我来帮您", ""),
    ("P-BU", "这个无法帮到您", ""),
    ("P-BU", "不要担心，不建议煮中药", ""),
    ("P-BU", "您说的“不行”我记下了", ""),
    ("P-NI", "你好", "address-form"),
    ("P-NI", "迷你风扇", ""),
    ("P-NI", "《你好，李焕英》的海报", ""),
    ("P-NI", "贺卡写“妈妈你辛苦了”", ""),
    ("P-QUOTE", "您问“加微信能便宜吗”，优惠都在平台里", ""),
    ("P-QUOTE", "买家说“加我微信”，非常抱歉", ""),
    ("P-QUOTE", "您说的是\"加我微信\"，非常抱歉", ""),
    ("P-QUOTE", "買家問「加我微信」，非常抱歉", ""),
    ("P-QUOTE", "加我“微信”", "off-platform-contact"),
    ("P-QUOTE", "加我“微信123456”", "off-platform-contact"),
    ("P-QUOTE", "您說「你們發貨太慢」，我理解", ""),
    ("P-OH", "嗯，有货", "filler-tone"),
    ("P-OH", "好的哦", ""),
    ("P-OH", "恩施的茶，感恩节特惠", ""),
    ("P-KNOW", "知道了", "filler-tone"),
    ("P-KNOW", "我知道您着急", ""),
    ("P-KNOW", "我不知道", "ignorance"),
    ("P-SUBSUME", "我们开不了发票", "invoice-refusal"),
    ("P-SUBSUME", "信用卡付不了", "payment-refusal"),
    ("P-PHONE", "客服电话是400-820-6677", ""),
    ("P-PHONE", "号码是一三八零零二一七七四五", "off-platform-contact"),
    ("P-PHONE", "打①③⑧①②③④⑤⑥⑦⑧", "off-platform-contact"),
    ("P-PHONE", "发到我邮箱 shop1@qq.com", "off-platform-contact"),
    ("P-WXPAY", "结算页可以选微信支付", ""),
    ("P-WXPAY", "您微信转我就好", "offline-payment"),
    ("P-COD", "我们不支持货到付款", "cod-refusal"),
    ("P-COD", "非常抱歉，货到付款暂未开通，您可以用花呗", ""),
    ("P-COD", "支持货到付款的", "unfulfillable-promise"),
    ("P-INV", "开发票要另加6个点", "invoice-refusal"),
    ("P-INV", "满300才给开票", "invoice-refusal"),
    ("P-INV", "财务会统一寄出发票，运费我们承担", ""),
    ("P-7D", "拆了就不能退", "return-refusal"),
    ("P-7D", "刻字定制无法适用七天无理由，您确认好再付款", ""),
    ("P-POST", "这款不包邮", "free-shipping-denial"),
    ("P-POST", "新疆不包邮", "free-shipping-denial"),
    ("P-REV", "五星好评返5元", "review-cashback"),
    ("P-REV", "把差评删了我退您20", "review-cashback"),
    ("P-REV", "没有好评返现", "review-cashback"),
    ("P-CLOSE", "这单我先给您关了", "close-order"),
    ("P-CLOSE", "按您的要求，订单已经取消了", ""),
    ("P-CLOSE", "超时未付款订单会自动关闭", ""),
    ("P-LINK", "看看 xinyue.tmall.com 首页", ""),
    ("P-LINK", "看看 xinyue2.tmall.com 首页", "other-shop-link"),
    ("P-LINK", "去拼多多搜同款", "other-shop-link"),
    ("P-SHIP", "今天发货", "shipping-promise"),
    ("P-SHIP", "正常今天可以发出", ""),
    ("P-SHIP", "预计在本周五之前到达，如果有变动我们第一时间通知您", ""),
    ("P-SHIP", "无法保证今天收到", ""),
    ("P-SHIP", "昨天已经发出了", ""),
    ("P-SHIP", "明天是会员日，零点开抢", ""),
];

#[test]
fn contested_points_are_settled_as_the_policies_say() {
    let checker = checker(&Shop::default());
    let mut wrong = Vec::new();
    for (policy, draft, rules) in ROWS {
        let findings = checker.check(draft, &Context::default());
        let mut found: Vec<&str> = findings.iter().map(|finding| finding.rule.as_str()).collect();
        found.dedup();
        if found.join(" ") != *rules {
            wrong.push(format!("{policy} {draft}: [{}], not [{rules}]", told(&findings)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
