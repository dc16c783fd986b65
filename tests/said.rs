//! What buyers and agents say, and what it is taken for: the packs' own sentences,
//! and the orders of the corpus, each with the decision that a careful lead takes.

#![allow(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use std::fmt::Write as _;

use deti::desk::Packs;
use deti::order::{
    Amount, Buyer, Buyers, Decision, Facts, History, Known, Meaning, Order, Past, Sent, Status,
    parse, plan, read_moment,
};
use deti::zone::Zone;
use expect_test::expect;

fn packs() -> Packs {
    let mut packs = Packs::default();
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir("packs/reminders").unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let (pack, problems) = parse(&path.to_string_lossy(), &text);
        wrong.extend(problems.iter().map(ToString::to_string));
        packs.take_orders(pack);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    packs
}

/// The decision about each order of the corpus at the moment that it names, beside
/// what a careful lead would do. Contested ones are marked with a question mark.
#[test]
fn the_corpus_is_decided_as_a_careful_lead_would() {
    let packs = packs();
    let zone = Zone::fixed(480);
    let (mut table, mut wrong) = (String::new(), String::new());
    for line in include_str!("corpus/orders.jsonl").lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
        let moment = |text: &str| read_moment(text, 0, &zone);
        let expected = &record["expect"];
        let now = moment(expected["at"].as_str().unwrap()).unwrap();
        let order = Order {
            number: text("order_no"),
            platform: text("platform"),
            buyer: Buyer { key: String::new(), name: text("buyer") },
            status: Status::of(&text("status")),
            amount: Amount::read(&format!("¥{}", record["amount"])),
            created: moment(&text("created_at")),
            closes: moment(&text("closes_at")),
            seen: now,
            ..Order::default()
        };
        let contact = moment(&text("last_contact_at")).filter(|at| *at <= now).unwrap_or(0);
        let facts = Facts {
            heard: packs.ear.listen(&text("buyer_said"), contact),
            contact,
            ..Facts::default()
        };
        let sent = record["nudges"].as_array().unwrap().iter();
        let sent = sent
            .map(|at| Sent { at: moment(at.as_str().unwrap()).unwrap(), reminder: String::new() });
        let past = Past { sent: sent.collect(), ..Past::default() };
        let buyers = Buyers::from([(order.buyer_id().unwrap(), facts)]);
        let history = History::from([(order.id(), past)]);
        let orders = [order];
        let known = Known {
            orders: &orders,
            buyers: &buyers,
            history: &history,
            settings: &packs.limits,
            zone: &zone,
        };
        let planned = &plan(known, now)[0];
        let nudge = planned.decision == Decision::Remind;
        let why = expected["why"].as_str().unwrap();
        let reasons: Vec<&str> = planned.reasons.iter().map(|reason| reason.slug()).collect();
        let cause = planned.cause.name();
        let line = format!(
            "{} {} | {} | {}",
            if nudge { "remind" } else { "-" },
            cause,
            reasons.join(" "),
            why
        );
        if nudge != expected["nudge"].as_bool().unwrap() {
            writeln!(wrong, "{line} | {}", text("buyer_said")).unwrap();
        }
        writeln!(table, "{line}").unwrap();
    }
    expect![[""]].assert_eq(&wrong);
    expect![[r#"
        remind forgot | due unusual-hours | ordered in the evening, checked after quiet hours
        - forgot | quiet-hours | quiet-hours
        - forgot | too-early | contested: ten minutes old
        - forgot | recent-contact too-early | contested: still chatting, ordered 12 minutes ago
        - forgot | said-later | contested: buyer waits for a coupon, conditional refusal
        remind payment | due | contested: payment failed, so help is due rather than a plain nudge
        - forgot | complaint-open | complaint-open
        - forgot | complaint-open | complaint-open (earlier order)
        remind forgot | due | contested: buyer said after work, checked at 18:40
        remind forgot | due | first nudge two hours after the order
        - unwanted | declined | buyer-declined (polite)
        - unwanted | declined | buyer-declined
        remind forgot | due | unpaid, never nudged
        remind forgot | due | unpaid, never nudged, daytime
        - forgot | said-later | contested: buyer named a time (tomorrow)
        remind hesitating | due | contested: open instalment question, answer it inside the nudge
        remind hesitating | due | contested: open size question, answer it inside the nudge
        - unwanted | declined | buyer-declined (soft)
        - forgot | complaint-open | complaint-open
        - forgot | closes-first ceiling-day ceiling-buyer not-last recent-reminder until-morning | two-nudges-today
        remind forgot | due | unpaid, never nudged
        remind forgot | due | unpaid, half a day left
        remind forgot | due | one nudge today, 3.5 hours ago
        - unwanted | declined | buyer-declined (duplicate order)
        remind forgot | due | unpaid, never nudged
        remind forgot | due | unpaid, never nudged
        remind forgot | due | one nudge today, closes tonight
        - forgot | not-last ceiling-day ceiling-buyer recent-reminder until-morning | two-nudges-today
        - forgot | unknown-status | contested: pre-sale balance, the payment window is not open yet
        remind forgot | due | one nudge, almost seven hours ago
        - unwanted | declined | buyer-declined
        - forgot | quiet-hours | quiet-hours (morning)
        remind forgot | due | ordered in quiet hours, checked in the morning
        - forgot | quiet-hours | quiet-hours
        - forgot | quiet-hours | quiet-hours
        - forgot | said-later | contested: buyer named a time (the evening of 11-06), not before it
        - forgot | paid | paid
        - forgot | paid | paid
        - forgot | closes-first ceiling-day ceiling-buyer not-last recent-reminder until-morning | two-nudges-today
        remind forgot | due | one nudge yesterday and one today, deadline in 90 minutes
        - forgot | not-last ceiling-day ceiling-buyer | two-nudges-today
        - forgot | paid | paid (group formed)
        - forgot | expired | deadline already passed although the panel still says 等待付款
        - forgot | closed | closed
        - forgot | refund-open complaint-open | refund-open
        - forgot | closed | closed
        - forgot | closed | closed by timeout
        - forgot | paid | paid
        - forgot | refund-open complaint-open | refund-open / complaint-open
        - forgot | paid | paid
        - forgot | closed | closed (cancelled)
        - wrong | closed | closed and buyer-declined
        - forgot | paid | paid (shipped)
        - forgot | paid | paid (completed)
        - forgot | closed | refunded
        - unwanted | closed declined | closed and buyer-declined
        - unwanted | closed declined | closed
        - forgot | paid | paid (completed)
        - forgot | paid | paid
        - forgot | refund-open | refund-open
    "#]].assert_eq(&table);
}

/// Which sentences decline, and which only look like it. What was said last decides.
#[test]
fn who_declined_is_told_from_who_only_seems_to() {
    let packs = packs();
    let (mut wrong, mut count) = (String::new(), 0);
    let sentences = std::fs::read_to_string("tests/corpus/said.txt").unwrap();
    for line in sentences.lines().filter(|line| !line.starts_with('#')) {
        let (expected, text) = line.split_once('\t').unwrap();
        let heard = packs.ear.listen(text, 0);
        let about =
            |meaning| matches!(meaning, Meaning::Declined | Meaning::Wants | Meaning::Later);
        let last = heard.iter().rev().find(|heard| about(heard.meaning));
        let declined = last.is_some_and(|last| last.meaning == Meaning::Declined);
        count += 1;
        if declined != (expected == "declined") {
            let heard: Vec<String> = heard
                .iter()
                .map(|heard| format!("{} “{}”", heard.meaning.name(), heard.words))
                .collect();
            writeln!(wrong, "{expected}: {text} → {}", heard.join(", ")).unwrap();
        }
    }
    expect![[""]].assert_eq(&wrong);
    assert!(count > 800, "{count} sentences");
}

/// By when the agent of these words, sent on a Friday at 15:00, has to answer.
#[test]
fn what_a_message_promises() {
    let packs = packs();
    let zone = Zone::fixed(480);
    let at = read_moment("2026-11-06 15:00", 0, &zone).unwrap();
    let mut table = String::new();
    for sent in [
        "好的，我核实一下，稍后回复您",
        "我问下仓库，有消息第一时间告诉您",
        "10分钟内回复您",
        "半小时内给您答复",
        "两小时内回复您",
        "专员会在48小时内联系您",
        "今晚给您答复",
        "明天给您答复",
        "明天晚上给您答复",
        "3个工作日内给您答复",
        "我帮您催促",
        "我幫您催一下快遞，明天給您答覆",
        "您好，很高兴为您服务",
        "已经给您答复了",
        "48小时内发货",
        "好的亲，我查好了告诉你",
        "我问一下仓库再告诉您",
        "我去问一下，问好了跟您说",
        "稍后给您答复哈",
        "我稍后再联系您",
        "等我一下，我核实完跟您讲",
        "一会儿给您回电话",
        "明天上班后给您回复",
        "明天中午前给您答复",
        "明天下午三点前给您答复",
        "下午给您答复",
        "下午3点前回复您",
        "晚上8点前给您答复",
        "今天下班前给到您结果",
        "后天给您答复",
        "周五之前给您答复",
        "下周一回复您",
        "这周内给您答复",
        "月底前给您处理好",
        "10号之前给您答复",
        "最晚明天给您消息",
        "我会在2小时内回电",
        "半小时后给你答复",
        "待会儿给你回复",
        "等会告诉你",
        "我催一下仓库",
        "已经帮您催了，有消息通知您",
        "这边马上帮您催促物流",
        "我给您催一下快递哦",
        "我帮你催催",
        "帮您催单了",
        "我帮您问问",
        "我帮您查查，查到跟您说",
        "我幫您催一下物流",
        "稍後回覆您",
        "明天給您答覆",
        "我幫您催促",
        "我會盡快給您答覆",
        "核實後會第一時間通知您",
        "有消息会第一时间联系您的",
        "会有专员24小时内联系您",
        "专员会在1-3个工作日内联系您",
        "预计2~3天内给您答复",
        "我们会跟进的",
        "这边会一直跟进，请放心",
        "48小时内给您补发",
        "明天给您补发",
        "明天安排发出",
        "今天给您退款",
        "退款会在24小时内处理",
        "我这就去申请，好了叫您",
        "等我5分钟",
        "给我10分钟，我查一下",
        "请等一下，马上回来",
        "记录下来了，明早同事接班后答复您",
        "我们会在3天内给您一个说法",
        "您放心，这件事我负责到底",
        "我已经登记了，处理结果会短信通知您",
        "优惠到账后我提醒您",
        "到货了我通知您",
        "补货后第一时间通知您",
        "活动开始前我提醒您",
        "活动开始时我叫您",
        "请您给我回复",
        "麻烦您给我答复",
        "您看好了稍后回复我就行",
        "您明天回复我也可以",
        "如果您明天还没收到，请告诉我",
        "需要我给您回复什么吗",
        "您好，客服不在线时会自动回复您",
        "不能马上给您答复，抱歉",
        "暂时没办法给您答复",
        "昨天给您答复的方案您看可以吗",
        "刚才已给您回复过了",
        "之前帮您催促过了",
        "已经帮您跟进了",
        "我可以帮您催一下吗",
        "您需要帮您催一下吗",
        "帮您关注到了，商品已发货",
        "如果需要，可以帮您申请",
        "给您回复慢了非常抱歉",
        "抱歉，给您回复晚了",
        "不好意思这么晚给您回复",
        "给您反馈一下处理结果：已退款",
        "现在给您答复：可以退",
        "以上给您反馈",
        "稍后给您打包",
        "稍后给您发货",
        "晚点给您安排发货",
        "一会给您发图片",
        "稍后给您发链接",
        "今天给您安排发货",
    ] {
        let offer = packs.pledges.offer(sent, at, &zone, packs.limits.of("taobao"));
        let by = offer.map(|offer| {
            let minute = zone.minute(offer.by);
            let (day, hour) = (zone.day(offer.by), minute / 60);
            format!("{day} {hour:02}:{:02} “{}”", minute % 60, offer.words)
        });
        writeln!(table, "{}: {sent}", by.unwrap_or_else(|| "-".to_owned())).unwrap();
    }
    expect![[r#"
        2026-11-06 15:30 “稍后回复您”: 好的，我核实一下，稍后回复您
        2026-11-06 15:30 “有消息第一时间告诉您”: 我问下仓库，有消息第一时间告诉您
        2026-11-06 15:10 “10分钟内回复您”: 10分钟内回复您
        2026-11-06 15:30 “半小时内给您答复”: 半小时内给您答复
        2026-11-06 17:00 “两小时内回复您”: 两小时内回复您
        2026-11-08 15:00 “48小时内联系您”: 专员会在48小时内联系您
        2026-11-06 19:00 “今晚给您答复”: 今晚给您答复
        2026-11-07 09:00 “明天给您答复”: 明天给您答复
        2026-11-07 19:00 “明天晚上给您答复”: 明天晚上给您答复
        2026-11-09 09:00 “3个工作日内给您答复”: 3个工作日内给您答复
        2026-11-06 19:00 “帮您催促”: 我帮您催促
        2026-11-07 09:00 “明天給您答覆”: 我幫您催一下快遞，明天給您答覆
        -: 您好，很高兴为您服务
        -: 已经给您答复了
        -: 48小时内发货
        2026-11-06 15:30 “我查好了告诉你”: 好的亲，我查好了告诉你
        2026-11-06 15:30 “问一下仓库再告诉您”: 我问一下仓库再告诉您
        2026-11-06 15:30 “问好了跟您说”: 我去问一下，问好了跟您说
        2026-11-06 15:30 “稍后给您答复”: 稍后给您答复哈
        2026-11-06 15:30 “我稍后再联系您”: 我稍后再联系您
        2026-11-06 15:30 “等我一下”: 等我一下，我核实完跟您讲
        2026-11-06 15:30 “一会儿给您回电话”: 一会儿给您回电话
        2026-11-07 09:00 “明天上班后给您回复”: 明天上班后给您回复
        2026-11-07 12:00 “明天中午前给您答复”: 明天中午前给您答复
        2026-11-07 15:00 “明天下午三点前给您答复”: 明天下午三点前给您答复
        2026-11-06 17:00 “下午给您答复”: 下午给您答复
        2026-11-07 15:00 “下午3点前回复您”: 下午3点前回复您
        2026-11-06 20:00 “晚上8点前给您答复”: 晚上8点前给您答复
        2026-11-06 18:00 “今天下班前给到您”: 今天下班前给到您结果
        2026-11-08 09:00 “后天给您答复”: 后天给您答复
        2026-11-13 09:00 “周五之前给您答复”: 周五之前给您答复
        2026-11-09 09:00 “下周一回复您”: 下周一回复您
        2026-11-13 18:00 “这周内给您答复”: 这周内给您答复
        2026-11-28 09:00 “月底前给您处理”: 月底前给您处理好
        2026-11-10 09:00 “10号之前给您答复”: 10号之前给您答复
        2026-11-07 09:00 “明天给您消息”: 最晚明天给您消息
        2026-11-06 17:00 “2小时内回电”: 我会在2小时内回电
        2026-11-06 15:30 “半小时后给你答复”: 半小时后给你答复
        2026-11-06 15:30 “待会儿给你回复”: 待会儿给你回复
        2026-11-06 15:30 “等会告诉你”: 等会告诉你
        2026-11-06 19:00 “我催一下仓库”: 我催一下仓库
        2026-11-06 15:30 “有消息通知您”: 已经帮您催了，有消息通知您
        2026-11-06 19:00 “帮您催促”: 这边马上帮您催促物流
        2026-11-06 19:00 “给您催一下”: 我给您催一下快递哦
        2026-11-06 19:00 “帮你催催”: 我帮你催催
        -: 帮您催单了
        2026-11-06 19:00 “帮您问问”: 我帮您问问
        2026-11-06 15:30 “查到跟您说”: 我帮您查查，查到跟您说
        2026-11-06 19:00 “幫您催一下”: 我幫您催一下物流
        2026-11-06 15:30 “稍後回覆您”: 稍後回覆您
        2026-11-07 09:00 “明天給您答覆”: 明天給您答覆
        2026-11-06 19:00 “幫您催促”: 我幫您催促
        2026-11-06 15:30 “盡快給您答覆”: 我會盡快給您答覆
        2026-11-06 15:30 “核實後會第一時間通知您”: 核實後會第一時間通知您
        2026-11-06 15:30 “有消息会第一时间联系您”: 有消息会第一时间联系您的
        2026-11-07 15:00 “24小时内联系您”: 会有专员24小时内联系您
        2026-11-09 09:00 “1-3个工作日内联系您”: 专员会在1-3个工作日内联系您
        2026-11-09 09:00 “3天内给您答复”: 预计2~3天内给您答复
        2026-11-06 19:00 “我们会跟进”: 我们会跟进的
        2026-11-06 19:00 “一直跟进”: 这边会一直跟进，请放心
        -: 48小时内给您补发
        -: 明天给您补发
        -: 明天安排发出
        -: 今天给您退款
        2026-11-07 15:00 “24小时内处理”: 退款会在24小时内处理
        2026-11-06 15:30 “好了叫您”: 我这就去申请，好了叫您
        2026-11-06 15:05 “等我5分钟”: 等我5分钟
        2026-11-06 15:10 “给我10分钟”: 给我10分钟，我查一下
        2026-11-06 15:30 “请等一下”: 请等一下，马上回来
        2026-11-07 09:00 “明早同事接班后答复您”: 记录下来了，明早同事接班后答复您
        2026-11-09 09:00 “3天内给您一个说法”: 我们会在3天内给您一个说法
        -: 您放心，这件事我负责到底
        2026-11-06 15:30 “结果会短信通知您”: 我已经登记了，处理结果会短信通知您
        2026-11-06 15:30 “到账后我提醒您”: 优惠到账后我提醒您
        2026-11-06 15:30 “到货了我通知您”: 到货了我通知您
        2026-11-06 15:30 “补货后第一时间通知您”: 补货后第一时间通知您
        2026-11-06 15:30 “活动开始前我提醒您”: 活动开始前我提醒您
        2026-11-06 15:30 “活动开始时我叫您”: 活动开始时我叫您
        -: 请您给我回复
        -: 麻烦您给我答复
        -: 您看好了稍后回复我就行
        -: 您明天回复我也可以
        -: 如果您明天还没收到，请告诉我
        -: 需要我给您回复什么吗
        -: 您好，客服不在线时会自动回复您
        -: 不能马上给您答复，抱歉
        -: 暂时没办法给您答复
        -: 昨天给您答复的方案您看可以吗
        -: 刚才已给您回复过了
        -: 之前帮您催促过了
        -: 已经帮您跟进了
        -: 我可以帮您催一下吗
        -: 您需要帮您催一下吗
        -: 帮您关注到了，商品已发货
        -: 如果需要，可以帮您申请
        -: 给您回复慢了非常抱歉
        -: 抱歉，给您回复晚了
        -: 不好意思这么晚给您回复
        -: 给您反馈一下处理结果：已退款
        -: 现在给您答复：可以退
        -: 以上给您反馈
        -: 稍后给您打包
        -: 稍后给您发货
        -: 晚点给您安排发货
        -: 一会给您发图片
        -: 稍后给您发链接
        -: 今天给您安排发货
    "#]]
    .assert_eq(&table);
}

/// When a buyer of these words, who said them on a Saturday at 16:00, means to pay.
#[test]
fn when_a_buyer_means_to_pay() {
    let packs = packs();
    let zone = Zone::fixed(480);
    let at = read_moment("2026-11-07 16:00", 0, &zone).unwrap();
    let mut table = String::new();
    for text in [
        "周日付",
        "星期天付款",
        "下周五付",
        "下周三再付",
        "周五发工资付",
        "周五晚上付",
        "今晚8点半付",
        "晚上12点付",
        "八点半付",
        "中午付",
        "中午再付",
        "下午付",
        "下午再付",
        "明天中午付",
        "后天晚上付",
        "大后天付",
        "过两个小时付",
        "半个小时后付",
        "两个半小时后付",
        "过半个小时付",
        "1个半小时后付",
        "20分钟后付款",
        "二十来分钟后付",
        "十几分钟后付",
        "等会儿我付",
        "等会儿就付款",
        "晚点儿付",
        "晚点我付一下",
        "我晚上付款",
        "我等下去付",
        "马上去付",
        "下班后付款",
        "下班了付",
        "开会呢，等会付",
        "明天付款",
        "明儿再付",
        "明天早上付",
        "明天我再付",
        "后天再付",
        "发工资就付",
        "发工资了就付",
        "15号发工资",
        "15号发工资了付",
        "月底发工资付",
        "下周一付",
        "明天早上8点付",
        "凌晨付",
        "周六下午3点再付",
        "再过半个钟",
        "听晚先付",
        "下下周三付",
        "今天付",
        "下周付",
        "下个礼拜再说",
        "下下周付",
        "11月10日付",
        "十二月五号付",
        "11/10付",
        "1月3号付",
        "10日付",
        "20:30付",
        "我10:15付",
        "年底再买",
        "过年再买",
        "下个月付",
        "下个月发工资再付",
        "下月十号付",
        "我会付的别催我",
        "晚上付，别催我",
    ] {
        let heard = packs.ear.listen(text, at);
        let told = heard.iter().rev().find_map(|heard| heard.when.map(|when| (when, &heard.words)));
        let told = told.map(|(when, words)| match when.moment(at, &zone, packs.limits.of("jd")) {
            Some(moment) => {
                let minute = zone.minute(moment);
                let (day, hour) = (zone.day(moment), minute / 60);
                format!("{day} {hour:02}:{:02} “{words}”", minute % 60)
            }
            None => format!("some time “{words}”"),
        });
        let none = || heard.iter().map(|it| it.meaning.name()).collect::<Vec<_>>().join(" ");
        writeln!(table, "{}: {text}", told.unwrap_or_else(none)).unwrap();
    }
    expect![[r#"
        2026-11-08 09:00 “周日付”: 周日付
        2026-11-08 09:00 “星期天付”: 星期天付款
        2026-11-13 09:00 “下周五付”: 下周五付
        2026-11-11 09:00 “下周三再付”: 下周三再付
        2026-11-13 09:00 “周五发工资付”: 周五发工资付
        2026-11-13 19:00 “周五晚上付”: 周五晚上付
        2026-11-07 20:30 “今晚8点半付”: 今晚8点半付
        2026-11-08 00:00 “晚上12点付”: 晚上12点付
        2026-11-07 20:30 “八点半付”: 八点半付
        2026-11-08 12:00 “中午付”: 中午付
        2026-11-08 12:00 “中午再付”: 中午再付
        2026-11-07 17:00 “下午付”: 下午付
        2026-11-07 17:00 “下午再付”: 下午再付
        2026-11-08 12:00 “明天中午付”: 明天中午付
        2026-11-09 19:00 “后天晚上付”: 后天晚上付
        2026-11-10 09:00 “大后天付”: 大后天付
        2026-11-07 18:00 “过两个小时付”: 过两个小时付
        2026-11-07 16:30 “半个小时后付”: 半个小时后付
        2026-11-07 18:30 “两个半小时后付”: 两个半小时后付
        2026-11-07 16:30 “过半个小时付”: 过半个小时付
        2026-11-07 17:30 “1个半小时后付”: 1个半小时后付
        2026-11-07 16:20 “20分钟后付”: 20分钟后付款
        2026-11-07 16:20 “二十来分钟后付”: 二十来分钟后付
        2026-11-07 16:15 “十几分钟后付”: 十几分钟后付
        2026-11-07 17:00 “等会儿我付”: 等会儿我付
        2026-11-07 17:00 “等会儿就付”: 等会儿就付款
        2026-11-07 17:00 “晚点儿付”: 晚点儿付
        2026-11-07 17:00 “晚点我付”: 晚点我付一下
        2026-11-07 19:00 “晚上付”: 我晚上付款
        2026-11-07 17:00 “等下去付”: 我等下去付
        wants: 马上去付
        2026-11-07 18:00 “下班后付”: 下班后付款
        2026-11-07 18:00 “下班了付”: 下班了付
        2026-11-07 17:00 “等会付”: 开会呢，等会付
        2026-11-08 09:00 “明天付”: 明天付款
        2026-11-08 09:00 “明儿再付”: 明儿再付
        2026-11-08 09:00 “明天早上付”: 明天早上付
        2026-11-08 09:00 “明天我再付”: 明天我再付
        2026-11-09 09:00 “后天再付”: 后天再付
        some time “发工资就付”: 发工资就付
        some time “发工资了就付”: 发工资了就付
        2026-11-15 09:00 “15号发工资”: 15号发工资
        2026-11-15 09:00 “15号发工资了付”: 15号发工资了付
        2026-11-28 09:00 “月底发工资付”: 月底发工资付
        2026-11-09 09:00 “下周一付”: 下周一付
        2026-11-08 08:00 “明天早上8点付”: 明天早上8点付
        2026-11-08 01:00 “凌晨付”: 凌晨付
        2026-11-14 15:00 “周六下午3点再付”: 周六下午3点再付
        2026-11-07 16:30 “再过半个钟”: 再过半个钟
        2026-11-08 19:00 “听晚先付”: 听晚先付
        2026-11-18 09:00 “下下周三付”: 下下周三付
        2026-11-07 19:00 “今天付”: 今天付
        2026-11-09 09:00 “下周付”: 下周付
        2026-11-09 09:00 “下个礼拜再说”: 下个礼拜再说
        2026-11-16 09:00 “下下周付”: 下下周付
        2026-11-10 09:00 “11月10日付”: 11月10日付
        2026-12-05 09:00 “十二月五号付”: 十二月五号付
        2026-11-10 09:00 “11/10付”: 11/10付
        2027-01-03 09:00 “1月3号付”: 1月3号付
        2026-11-10 09:00 “10日付”: 10日付
        2026-11-07 20:30 “20:30付”: 20:30付
        2026-11-07 22:15 “我10:15付”: 我10:15付
        2026-12-28 09:00 “年底再买”: 年底再买
        some time “过年再买”: 过年再买
        2026-12-01 09:00 “下个月付”: 下个月付
        2026-12-01 09:00 “下个月发工资再付”: 下个月发工资再付
        2026-12-10 09:00 “下月十号付”: 下月十号付
        some time “别催我”: 我会付的别催我
        2026-11-07 19:00 “晚上付”: 晚上付，别催我
    "#]]
    .assert_eq(&table);
}
